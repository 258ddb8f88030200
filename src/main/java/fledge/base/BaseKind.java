package fledge.base;

import fledge.kernel.Labelled;

/** What a base is, in the words of the documents (载体类型). */
public enum BaseKind implements Labelled {
    INCUBATION_BASE,
    MAKERSPACE,
    INCUBATOR,
    ACCELERATOR,
    BUSINESS_PARK,
    ECOMMERCE_PARK,
    UNIVERSITY_PARK,
    DEMONSTRATION_BASE,
    INNOVATION_CENTRE,
    COMPLEX,
    SERVICE_PLATFORM,
    TOWN,
    STREET,
    CLUSTER,
    TALENT_HOUSING,
    OTHER;

    @Override
    public String labelKey() {
        return "base.kind." + name();
    }
}
