package fledge.enterprise;

import fledge.kernel.StatusMoved;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The registration authority suspended, revoked, restored or cancelled an enterprise, and the register says so. */
public record EnterpriseMoved(
        UUID enterpriseId, String nameZh, EnterpriseAction way, EnterpriseStatus from, LocalDate since, String why)
        implements StatusMoved {

    @Override
    public Subject subject() {
        return new Subject("enterprise", enterpriseId, nameZh);
    }

    @Override
    public String machine() {
        return "Enterprise";
    }

    @Override
    public EnterpriseStatus to() {
        return way.to();
    }

    @Override
    public Map<String, ?> details() {
        return Map.of("since", since.toString());
    }
}
