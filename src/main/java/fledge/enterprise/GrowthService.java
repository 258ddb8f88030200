package fledge.enterprise;

import fledge.access.NotFound;
import fledge.tenancy.PortalClock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of growth that programmes count, each with its day and what proves it. */
@Service
public class GrowthService {

    private final Enterprises enterprises;
    private final GrowthEventRepository growth;
    private final EntryChecks checks;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    GrowthService(
            Enterprises enterprises,
            GrowthEventRepository growth,
            EntryChecks checks,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.enterprises = enterprises;
        this.growth = growth;
        this.checks = checks;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public void record(UUID enterpriseId, NewGrowth typed) {
        Enterprise enterprise = enterprises.lock(enterpriseId);
        var words = new Words();
        NewGrowth grown = checks.growth(
                words, typed, EnterpriseKind.of(enterprise.creditCode()), enterprise.foundedOn(), enterprises.today());
        words.require(
                "happenedOn",
                !growth.existsByEnterpriseIdAndKindAndHappenedOnAndWithdrawnAtIsNull(
                        enterpriseId, grown.kind(), grown.happenedOn()),
                "enterprise.refused.known-already");
        words.refuse();
        growth.save(new GrowthEvent(enterpriseId, grown, Enterprises.person(), clock.now()));
        events.publishEvent(new EnterpriseGrew(enterpriseId, enterprise.nameZh(), grown));
    }

    /** It was recorded wrongly: it stays to be seen, and counts no longer. */
    @Transactional
    public void withdraw(UUID enterpriseId, UUID growthId, @Nullable String reason) {
        Enterprise enterprise = enterprises.lock(enterpriseId);
        GrowthEvent step = growth.findByIdAndEnterpriseId(growthId, enterpriseId)
                .filter(found -> !found.isWithdrawn())
                .orElseThrow(() -> new NotFound("step of growth " + growthId));
        var words = new Words();
        String why = words.reason("reason", reason);
        words.refuse();
        step.withdraw(why, Enterprises.person(), clock.now());
        events.publishEvent(new GrowthWithdrawn(
                enterpriseId, enterprise.nameZh(), step.view().kind(), why));
    }
}
