package fledge.enterprise.rules;

import fledge.kernel.Labelled;
import java.util.Optional;

/** The size of an enterprise by the national standard; small and micro together are what the programme is for (小微). */
public enum SizeClass implements Labelled {
    MICRO,
    SMALL,
    MEDIUM,
    LARGE,
    /** The standard does not cover the industry; an officer decides, with a reason. */
    NOT_CLASSIFIED,
    /** A figure is missing that the standard asks for. */
    INCOMPLETE;

    /** Whether it is a size, rather than the want of one. */
    public boolean isSize() {
        return compareTo(LARGE) <= 0;
    }

    /** The size above; none above large, and none where there is no size. */
    public Optional<SizeClass> above() {
        return switch (this) {
            case MICRO -> Optional.of(SMALL);
            case SMALL -> Optional.of(MEDIUM);
            case MEDIUM -> Optional.of(LARGE);
            case LARGE, NOT_CLASSIFIED, INCOMPLETE -> Optional.empty();
        };
    }

    /** The size below; none below micro, and none where there is no size. */
    public Optional<SizeClass> below() {
        return switch (this) {
            case SMALL -> Optional.of(MICRO);
            case MEDIUM -> Optional.of(SMALL);
            case LARGE -> Optional.of(MEDIUM);
            case MICRO, NOT_CLASSIFIED, INCOMPLETE -> Optional.empty();
        };
    }

    /** Small or micro (小微企业). */
    public boolean isSmall() {
        return this == MICRO || this == SMALL;
    }

    @Override
    public String labelKey() {
        return "enterprise.size." + name();
    }
}
