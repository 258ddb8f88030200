package fledge.identity;

import fledge.kernel.Labelled;

/** What a unit is in the order of government; a GROUP is a leading group or its office. */
public enum UnitKind implements Labelled {
    CITY,
    DISTRICT,
    TOWN,
    DEPARTMENT,
    OFFICE,
    GROUP,
    OTHER;

    @Override
    public String labelKey() {
        return "identity.unit.kind." + name();
    }
}
