package fledge.enterprise;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.tenancy.PortalClock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every change of the register begins with: who acts, on which day, on which enterprise, locked. */
@Component
class Enterprises {

    private final EnterpriseRepository enterprises;
    private final PortalClock clock;

    Enterprises(EnterpriseRepository enterprises, PortalClock clock) {
        this.enterprises = enterprises;
        this.clock = clock;
    }

    static void requireMayManage() {
        if (!Actor.current().equals(Actor.SYSTEM)) {
            Actor.current().require(Right.ENTERPRISE_MANAGE);
        }
    }

    /** Waits for whoever is changing it; nobody without the right learns whether it is there. */
    Enterprise lock(UUID id) {
        requireMayManage();
        return enterprises.lock(id).orElseThrow(() -> new NotFound("enterprise " + id));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
    }

    static @Nullable UUID person() {
        return Actor.current().personId();
    }
}
