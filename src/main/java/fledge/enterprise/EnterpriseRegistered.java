package fledge.enterprise;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An enterprise entered the register, with so many years, tags and steps of growth known of it already. */
public record EnterpriseRegistered(EnterpriseView enterprise, int years, int tags, int growth) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("enterprise", enterprise.id(), enterprise.nameZh());
    }

    @Override
    public Map<String, ?> after() {
        var after = new TreeMap<String, Object>(EnterpriseRevised.fields(enterprise));
        after.put("creditCode", enterprise.creditCode());
        after.put("size", enterprise.size().name());
        after.put("years", years);
        after.put("tags", tags);
        after.put("growth", growth);
        return after;
    }

    /** Why its code is accepted although its check character is wrong. */
    @Override
    public @Nullable String reason() {
        return enterprise.codeReason();
    }
}
