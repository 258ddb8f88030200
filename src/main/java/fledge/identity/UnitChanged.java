package fledge.identity;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** A unit got another name, one more alias, or its last day. */
public record UnitChanged(UnitView was, UnitView is) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("unit", is.id(), is.nameZh());
    }

    @Override
    public Map<String, ?> before() {
        return fields(was);
    }

    @Override
    public Map<String, ?> after() {
        return fields(is);
    }

    private static Map<String, String> fields(UnitView unit) {
        return Map.of(
                "nameZh", unit.nameZh(),
                "nameEn", unit.nameEn(),
                "aliases", String.join("、", unit.aliases()),
                "validTo", unit.validTo() == null ? "" : unit.validTo().toString());
    }
}
