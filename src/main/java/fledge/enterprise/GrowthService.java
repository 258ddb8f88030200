package fledge.enterprise;

import fledge.access.NotFound;
import fledge.enterprise.rules.CreditCode;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The steps of growth that programmes count, each with its day and what proves it. */
@Service
public class GrowthService {

    private static final String FORMER_CODE = "formerCode";

    private final Enterprises enterprises;
    private final EnterpriseRepository rows;
    private final GrowthEventRepository growth;
    private final EntryChecks checks;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    GrowthService(
            Enterprises enterprises,
            EnterpriseRepository rows,
            GrowthEventRepository growth,
            EntryChecks checks,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.enterprises = enterprises;
        this.rows = rows;
        this.growth = growth;
        this.checks = checks;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public void record(UUID enterpriseId, NewGrowth typed) {
        record(enterpriseId, typed, new Reading());
    }

    /** The same as it was read from a form: what could not be read is refused together with all the rest. */
    @Transactional
    public void record(UUID enterpriseId, NewGrowth typed, Reading reading) {
        Enterprise enterprise = enterprises.lock(enterpriseId);
        var words = new Words();
        reading.reasons().forEach(words::add);
        NewGrowth checked = checks.growth(
                words, typed, EnterpriseKind.of(enterprise.creditCode()), enterprise.foundedOn(), enterprises.today());
        var grown = new NewGrowth(checked.kind(), checked.happenedOn(), checked.evidence(), former(words, typed));
        words.require(
                "happenedOn",
                !growth.existsByEnterpriseIdAndKindAndHappenedOnAndWithdrawnAtIsNull(
                        enterpriseId, grown.kind(), grown.happenedOn()),
                "enterprise.refused.known-already");
        words.refuse();
        growth.save(new GrowthEvent(enterpriseId, grown, Enterprises.person(), clock.now()));
        flushed();
        events.publishEvent(new EnterpriseGrew(enterpriseId, enterprise.nameZh(), grown));
    }

    /** Of two companies that claim a household at the same moment the database lets one through. */
    private void flushed() {
        try {
            growth.flush();
        } catch (DataIntegrityViolationException e) {
            throw new RuleRefused(Reason.on(FORMER_CODE, "enterprise.refused.former-taken"));
        }
    }

    /** A code whose check character is wrong can only be one that the register has accepted. */
    private @Nullable String former(Words words, NewGrowth typed) {
        String code = CreditCode.normalise(Objects.requireNonNullElse(typed.formerCode(), ""));
        if (code.isEmpty()) {
            return null;
        }
        CreditCode.malformed(code)
                .or(() -> rows.findByCreditCode(code).isPresent() ? Optional.empty() : CreditCode.mischecked(code))
                .ifPresent(reason -> words.add(reason.at(FORMER_CODE)));
        words.require(
                FORMER_CODE,
                EnterpriseKind.of(code) == EnterpriseKind.HOUSEHOLD,
                "enterprise.refused.former-household");
        words.require(
                FORMER_CODE,
                typed.kind() == GrowthKind.HOUSEHOLD_TO_COMPANY,
                "enterprise.refused.former-kind",
                GrowthKind.HOUSEHOLD_TO_COMPANY);
        words.require(
                FORMER_CODE, !growth.existsByFormerCodeAndWithdrawnAtIsNull(code), "enterprise.refused.former-taken");
        return code;
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
