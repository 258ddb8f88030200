package fledge.enterprise;

import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** An enterprise was recognised as something for a time. */
public record EnterpriseTagged(UUID enterpriseId, String nameZh, NewTag granted) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("enterprise", enterpriseId, nameZh);
    }

    @Override
    public Map<String, ?> after() {
        var after = new TreeMap<String, Object>();
        after.put("tag", granted.kind().name());
        after.put("grantedOn", granted.grantedOn().toString());
        if (granted.expiresOn() != null) {
            after.put("expiresOn", granted.expiresOn().toString());
        }
        after.put("document", granted.document());
        return after;
    }
}
