package fledge.representative;

import fledge.access.Role;
import fledge.kernel.Labelled;

/** As what somebody acts for an enterprise: there are several clerks (经办人) and one authorised signatory (授权签字人). */
public enum Capacity implements Labelled {
    CLERK(Role.ENTERPRISE),
    SIGNATORY(Role.SIGNATORY);

    private final Role role;

    Capacity(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }

    @Override
    public String labelKey() {
        return "representative.capacity." + name();
    }
}
