package fledge.enterprise;

import fledge.kernel.AuditedEvent;
import java.util.Map;

/** What the register says of an enterprise was put right. */
public record EnterpriseRevised(EnterpriseView was, EnterpriseView is) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("enterprise", is.id(), is.nameZh());
    }

    @Override
    public Map<String, ?> before() {
        return fields(was);
    }

    @Override
    public Map<String, ?> after() {
        return fields(is);
    }

    static Map<String, Object> fields(EnterpriseView enterprise) {
        return Map.of(
                "nameZh", enterprise.nameZh(),
                "industryCode", enterprise.industryCode(),
                "districtId", enterprise.districtId(),
                "foundedOn", enterprise.foundedOn().toString(),
                "aboveScale", enterprise.aboveScale(),
                "aboveLimit", enterprise.aboveLimit());
    }
}
