package fledge.enterprise;

import fledge.kernel.Labelled;
import java.util.Arrays;

/** What an enterprise is registered as; the second character of its credit code says the same. */
public enum EnterpriseKind implements Labelled {
    COMPANY(""),
    HOUSEHOLD("92"),
    COOPERATIVE("93");

    private final String prefix;

    EnterpriseKind(String prefix) {
        this.prefix = prefix;
    }

    /** The kind a code is given to; whatever is no household business and no cooperative is a company here. */
    static EnterpriseKind of(String creditCode) {
        return Arrays.stream(values())
                .filter(kind -> !kind.prefix.isEmpty() && creditCode.startsWith(kind.prefix))
                .findFirst()
                .orElse(COMPANY);
    }

    @Override
    public String labelKey() {
        return "enterprise.kind." + name();
    }
}
