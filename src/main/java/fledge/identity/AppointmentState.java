package fledge.identity;

import fledge.kernel.Labelled;

/** How far an appointment has come: only a confirmed one counts. */
public enum AppointmentState implements Labelled {
    PROPOSED,
    CONFIRMED,
    REVOKED;

    @Override
    public String labelKey() {
        return "identity.appointment.state." + name();
    }
}
