package fledge.counting;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose facts a unit reports: those of its district, or those of the whole city. */
record Territory(boolean whole, Set<UUID> units) {

    static final Territory CITY = new Territory(true, Set.of());

    Territory {
        units = Set.copyOf(units);
    }

    static Territory of(Set<UUID> units) {
        return new Territory(false, units);
    }

    /** What lies nowhere belongs to the city alone. */
    boolean has(@Nullable UUID unit) {
        return whole || (unit != null && units.contains(unit));
    }
}
