package fledge.base;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.enterprise.EnterpriseCard;
import fledge.enterprise.EnterpriseLookup;
import fledge.enterprise.rules.CreditCode;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the ledger of residents (入驻台账): enterprises move in, graduate, leave, and employ people. A base's operator keeps its own,
 * officers any. Every change locks the base, so that nobody moves in twice at a time.
 */
@Service
public class ResidencyService {

    private static final int LONGEST = 500;
    private static final BigDecimal MOST_M2 = BigDecimal.valueOf(10_000_000);
    private static final int MOST_PEOPLE = 1_000_000;

    private final BaseService bases;
    private final ResidencyRepository residencies;
    private final HeadcountRepository headcounts;
    private final EnterpriseLookup enterprises;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    ResidencyService(
            BaseService bases,
            ResidencyRepository residencies,
            HeadcountRepository headcounts,
            EnterpriseLookup enterprises,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.bases = bases;
        this.residencies = residencies;
        this.headcounts = headcounts;
        this.enterprises = enterprises;
        this.clock = clock;
        this.events = events;
    }

    /** Whether this person keeps the ledger of a base. */
    static boolean mayKeep(@Nullable UUID operatorUnitId) {
        Actor actor = Actor.current();
        return actor.may(Right.BASE_MANAGE)
                || (operatorUnitId != null && actor.may(Right.RESIDENCY_KEEP, operatorUnitId));
    }

    /** A base whose ledger this person keeps, locked; nobody without the right learns whether it is there. */
    Base keeping(UUID baseId) {
        if (!Actor.current().may(Right.BASE_MANAGE) && !Actor.current().may(Right.RESIDENCY_KEEP)) {
            throw new AccessDeniedException(Right.RESIDENCY_KEEP + " is not held");
        }
        Base base = bases.lock(baseId);
        if (!mayKeep(base.operatorUnitId())) {
            throw new NotFound("base " + baseId);
        }
        return base;
    }

    /** A residency of a base one keeps, locked after its base. */
    private Residency keepingResidency(UUID id) {
        UUID base = residencies.findById(id).map(Residency::baseId).orElseThrow(() -> new NotFound("residency " + id));
        keeping(base);
        return residencies.lock(id).orElseThrow();
    }

    /** An enterprise of the register moves in, with the people it employs on that day if they are known. */
    @Transactional
    public UUID moveIn(
            UUID baseId, String creditCode, LocalDate day, @Nullable BigDecimal areaM2, @Nullable Integer people) {
        Base base = keeping(baseId);
        EnterpriseCard enterprise = enterprise(creditCode);
        var terms = new ResidencyTerms(day, areaM2, null, null, "");
        check(terms, enterprise, people);
        refuseOverlap(baseId, enterprise, terms, null);
        UUID person = Actor.current().person();
        Residency made = residencies.save(new Residency(baseId, enterprise.id(), day, areaM2, person, clock.now()));
        if (people != null) {
            headcounts.save(new Headcount(made.id(), day, people, person, clock.now()));
        }
        events.publishEvent(new EnterpriseMovedIn(
                subject(made.id(), base.nameZh(), enterprise),
                Map.of(
                        "creditCode", enterprise.creditCode(),
                        "movedInOn", day.toString(),
                        "areaM2", areaM2 == null ? "" : BaseService.plain(areaM2),
                        "people", Objects.toString(people, ""))));
        return made.id();
    }

    private EnterpriseCard enterprise(String typed) {
        String code = CreditCode.normalise(typed);
        if (code.isEmpty()) {
            throw new RuleRefused(Reason.on("creditCode", "residency.refused.code"));
        }
        CreditCode.malformed(code).ifPresent(reason -> {
            throw new RuleRefused(reason.at("creditCode"));
        });
        return enterprises
                .byCode(code)
                .orElseThrow(() -> new RuleRefused(Reason.on("creditCode", "residency.refused.unknown", code)));
    }

    /** It graduates or leaves; from that day on it is no longer in residence. */
    @Transactional
    public void end(UUID id, LocalDate day, ResidencyEnding how, String why) {
        Residency residency = keepingResidency(id);
        ResidencyTerms was = residency.terms();
        var terms = new ResidencyTerms(was.movedInOn(), was.areaM2(), day, how, why);
        var reasons = new ArrayList<Reason>();
        checkEnd(reasons, terms);
        RuleRefused.ifAny(reasons);
        residency.end(day, how, why, Actor.current().person(), clock.now());
        events.publishEvent(
                new ResidencyEnded(subject(residency), Map.of("endedOn", day.toString(), "ending", how.name()), why));
    }

    /** Puts right what the ledger says, with a reason; an end that was none is taken back by leaving it open. */
    @Transactional
    public void correct(UUID id, int version, ResidencyTerms terms, String why) {
        Residency residency = keepingResidency(id);
        if (residency.version() != version) {
            throw new RuleRefused(Reason.of("residency.refused.changed-meanwhile"));
        }
        EnterpriseCard enterprise = card(residency);
        check(terms, enterprise, null);
        refuseOverlap(residency.baseId(), enterprise, terms, id);
        String reason = given("correction", why);
        Map<String, String> before = residency.terms().told();
        Map<String, String> after = terms.told();
        if (before.equals(after)) {
            throw new RuleRefused(Reason.of("residency.refused.nothing-changed"));
        }
        residency.correct(terms, reason, Actor.current().person(), clock.now());
        events.publishEvent(new ResidencyCorrected(
                subject(residency), BaseService.lessThan(before, after), BaseService.lessThan(after, before), reason));
    }

    /** Strikes what was entered by mistake; it stays readable and counts nowhere. */
    @Transactional
    public void strike(UUID id, String why) {
        Residency residency = keepingResidency(id);
        String reason = given("strikeReason", why);
        residency.strike(reason, Actor.current().person(), clock.now());
        events.publishEvent(new ResidencyStruck(subject(residency), reason));
    }

    /** Writes down how many people it employs as of a day of its stay; a number of the same day is replaced, and the trail keeps both. */
    @Transactional
    public void count(UUID id, LocalDate asOf, int people) {
        Residency residency = keepingResidency(id);
        residency.refuseStruck();
        var reasons = new ArrayList<Reason>();
        if (asOf.isAfter(today())) {
            reasons.add(InputReason.on("asOf", "residency.refused.future"));
        } else if (!residency.terms().stay().isOn(asOf)) {
            reasons.add(Reason.on("asOf", "residency.refused.not-in-residence"));
        }
        checkPeople(reasons, people);
        RuleRefused.ifAny(reasons);
        UUID person = Actor.current().person();
        Headcount known = headcounts.findByResidencyIdAndAsOf(id, asOf).orElse(null);
        Map<String, String> before = known == null ? Map.of() : Map.of("people", Integer.toString(known.people()));
        if (known == null) {
            headcounts.save(new Headcount(id, asOf, people, person, clock.now()));
        } else {
            known.write(people, person, clock.now());
        }
        events.publishEvent(new HeadcountRecorded(
                subject(residency), before, Map.of("asOf", asOf.toString(), "people", Integer.toString(people))));
    }

    private void check(ResidencyTerms terms, EnterpriseCard enterprise, @Nullable Integer people) {
        var reasons = new ArrayList<Reason>();
        LocalDate closed = enterprise.closedOn();
        if (terms.movedInOn().isAfter(today())) {
            reasons.add(InputReason.on("movedInOn", "residency.refused.future"));
        } else if (terms.movedInOn().isBefore(enterprise.foundedOn())) {
            reasons.add(Reason.on(
                    "movedInOn",
                    "residency.refused.before-founding",
                    enterprise.foundedOn().toString()));
        } else if (closed != null && !terms.movedInOn().isBefore(closed)) {
            reasons.add(Reason.on("movedInOn", "residency.refused.closed", enterprise.status(), closed.toString()));
        }
        BigDecimal area = terms.areaM2();
        if (area != null && (area.signum() <= 0 || area.compareTo(MOST_M2) > 0)) {
            reasons.add(Reason.on("area", "residency.refused.area"));
        }
        if (people != null) {
            checkPeople(reasons, people);
        }
        if (terms.endedOn() != null
                || terms.ending() != null
                || !terms.endReason().isEmpty()) {
            checkEnd(reasons, terms);
        }
        RuleRefused.ifAny(reasons);
    }

    private static void checkPeople(List<Reason> reasons, int people) {
        if (people > MOST_PEOPLE) {
            reasons.add(Reason.on("people", "residency.refused.people"));
        }
    }

    private void checkEnd(List<Reason> reasons, ResidencyTerms terms) {
        LocalDate day = terms.endedOn();
        if (day == null) {
            reasons.add(InputReason.on("endedOn", "base.refused.day"));
        } else if (day.isAfter(today())) {
            reasons.add(InputReason.on("endedOn", "residency.refused.future"));
        } else if (!day.isAfter(terms.movedInOn())) {
            reasons.add(Reason.on(
                    "endedOn",
                    "residency.refused.before-moving-in",
                    terms.movedInOn().toString()));
        }
        if (terms.ending() == null) {
            reasons.add(InputReason.on("ending", "base.refused.choose"));
        }
        if (terms.endReason().isEmpty()) {
            reasons.add(Reason.on("endReason", "residency.refused.reason"));
        }
        BaseService.notTooLong(reasons, "endReason", terms.endReason(), LONGEST);
    }

    private void refuseOverlap(UUID baseId, EnterpriseCard enterprise, ResidencyTerms terms, @Nullable UUID except) {
        residencies.findByBaseIdAndEnterpriseIdAndStruckFalse(baseId, enterprise.id()).stream()
                .filter(other ->
                        !other.id().equals(except) && other.terms().stay().overlaps(terms.stay()))
                .findFirst()
                .ifPresent(other -> {
                    throw new RuleRefused(Reason.on(
                            "movedInOn",
                            "residency.refused.already-in",
                            enterprise.nameZh(),
                            other.terms().movedInOn().toString()));
                });
    }

    private static String given(String field, String typed) {
        if (typed.isEmpty()) {
            throw new RuleRefused(Reason.on(field, "residency.refused.reason"));
        }
        if (typed.length() > LONGEST) {
            throw new RuleRefused(InputReason.on(field, "base.refused.too-long", LONGEST));
        }
        return typed;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
    }

    private EnterpriseCard card(Residency residency) {
        return Objects.requireNonNull(
                enterprises.cards(List.of(residency.enterpriseId())).get(residency.enterpriseId()));
    }

    private Subject subject(Residency residency) {
        return subject(residency.id(), bases.label(residency.baseId()), card(residency));
    }

    /** The enterprise first, because people look for it. */
    private static Subject subject(UUID id, String base, EnterpriseCard enterprise) {
        return new Subject("residency", id, enterprise.nameZh() + " / " + base);
    }
}
