package fledge.enterprise.rules;

import fledge.kernel.Labelled;

/** The sixteen industries for which the standard has bounds. */
public enum SizeIndustry implements Labelled {
    AGRICULTURE,
    INDUSTRY,
    CONSTRUCTION,
    WHOLESALE,
    RETAIL,
    TRANSPORT,
    WAREHOUSING,
    POST,
    ACCOMMODATION,
    CATERING,
    INFORMATION_TRANSMISSION,
    SOFTWARE,
    REAL_ESTATE_DEVELOPMENT,
    PROPERTY_MANAGEMENT,
    LEASING_BUSINESS_SERVICES,
    OTHER;

    @Override
    public String labelKey() {
        return "enterprise.size-industry." + name();
    }
}
