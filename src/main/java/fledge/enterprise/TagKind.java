package fledge.enterprise;

import fledge.kernel.Labelled;

/** What an enterprise can be recognised as for a time; the pillar industries (such as 八大万亿产业) are those of the city's own list. */
public enum TagKind implements Labelled {
    TECHNOLOGY,
    HIGH_TECH,
    INNOVATIVE,
    SPECIALISED,
    LITTLE_GIANT,
    PILLAR_INDUSTRY;

    @Override
    public String labelKey() {
        return "enterprise.tag." + name();
    }
}
