package fledge.representative;

import fledge.access.Actor;
import fledge.identity.RolesElsewhere;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The enterprises for which an account may act, as roles that it holds in them, under the name it was confirmed for. */
@Component
class RepresentedEnterprises implements RolesElsewhere {

    private final RepresentativeRepository representatives;

    RepresentedEnterprises(RepresentativeRepository representatives) {
        this.representatives = representatives;
    }

    @Override
    public List<Actor.Appointment> of(UUID accountId) {
        return representatives.findByAccountIdAndStatus(accountId, RepresentativeStatus.CONFIRMED).stream()
                .map(Representative::view)
                .map(RepresentedEnterprises::appointment)
                .toList();
    }

    private static Actor.Appointment appointment(RepresentativeView confirmed) {
        UUID enterprise = Objects.requireNonNull(confirmed.enterpriseId());
        return new Actor.Appointment(
                confirmed.capacity().role(), enterprise, confirmed.enterpriseName(), Set.of(enterprise));
    }
}
