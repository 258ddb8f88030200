package fledge.base;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What documents want of the city's bases in number: written down, put right, withdrawn. */
@Service
public class IntentionService {

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000_000_000L);
    private static final int LONGEST_REASON = 500;

    private final IntentionRepository intentions;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    IntentionService(IntentionRepository intentions, PortalClock clock, ApplicationEventPublisher events) {
        this.intentions = intentions;
        this.clock = clock;
        this.events = events;
    }

    /** All that hold, in the order of the documents. */
    @Transactional(readOnly = true)
    public List<NewIntention> intentions() {
        Actor.current().require(Right.BASE_LIST);
        return intentions.findByWithdrawnFalseOrderById().stream()
                .map(Intention::terms)
                .toList();
    }

    /** Those that were withdrawn as well. */
    @Transactional(readOnly = true)
    public List<IntentionView> all() {
        Actor.current().require(Right.BASE_LIST);
        return intentions.findAllByOrderById().stream().map(Intention::view).toList();
    }

    @Transactional(readOnly = true)
    public IntentionView intention(UUID id) {
        Actor.current().require(Right.BASE_LIST);
        return intentions.findById(id).orElseThrow(() -> notFound(id)).view();
    }

    @Transactional
    public UUID record(NewIntention made) {
        Actor.current().require(Right.BASE_MANAGE);
        RuleRefused.ifAny(against(made, null));
        Intention kept = intentions.save(new Intention(made));
        flushed(made.nameZh());
        events.publishEvent(new IntentionRecorded(subject(kept.id(), made), told(made)));
        return kept.id();
    }

    /** Writes anew what the document wants, with the reason why it was not right. */
    @Transactional
    public void correct(UUID id, int version, NewIntention made, String why) {
        Intention intention = lock(id);
        if (intention.version() != version) {
            throw new RuleRefused(Reason.of("base.refused.wish-changed-meanwhile"));
        }
        List<Reason> reasons = against(made, id);
        reasonGiven(reasons, "why", why);
        RuleRefused.ifAny(reasons);
        Map<String, String> before = told(intention.terms());
        Map<String, String> after = told(made);
        if (before.equals(after)) {
            throw new RuleRefused(Reason.of("base.refused.nothing-changed"));
        }
        intention.correct(made, why, Actor.current().person(), clock.now());
        flushed(made.nameZh());
        events.publishEvent(new IntentionCorrected(
                subject(id, made), BaseService.lessThan(before, after), BaseService.lessThan(after, before), why));
    }

    /** It stays to be read and counts nowhere any more. */
    @Transactional
    public void withdraw(UUID id, String why) {
        Intention intention = lock(id);
        var reasons = new ArrayList<Reason>();
        reasonGiven(reasons, "withdrawal", why);
        RuleRefused.ifAny(reasons);
        intention.withdraw(why, Actor.current().person(), clock.now());
        events.publishEvent(new IntentionWithdrawn(subject(id, intention.terms()), why));
    }

    private Intention lock(UUID id) {
        Actor.current().require(Right.BASE_MANAGE);
        return intentions.lock(id).orElseThrow(() -> notFound(id));
    }

    /** Of two that take one name at the same moment the database lets one through. */
    private void flushed(String name) {
        try {
            intentions.flush();
        } catch (DataIntegrityViolationException e) {
            throw new RuleRefused(taken(name));
        }
    }

    private static Reason taken(String name) {
        return Reason.on("nameZh", "base.refused.name-taken", name);
    }

    private static NotFound notFound(UUID id) {
        return new NotFound("intention " + id);
    }

    private static Subject subject(UUID id, NewIntention of) {
        return new Subject("base-intention", id, of.nameZh());
    }

    private List<Reason> against(NewIntention made, @Nullable UUID except) {
        var reasons = new ArrayList<Reason>();
        if (made.nameZh().isEmpty()) {
            reasons.add(Reason.on("nameZh", "base.refused.name"));
        }
        BaseService.notTooLong(reasons, "nameZh", made.nameZh(), BaseService.LONGEST_NAME);
        BaseService.notTooLong(reasons, "nameEn", made.nameEn(), BaseService.LONGEST_NAME);
        if (made.value().signum() < 0 || made.value().compareTo(MOST) > 0) {
            reasons.add(InputReason.on("value", "base.refused.number"));
        }
        check(reasons, made);
        Integer from = made.fromYear();
        Integer to = made.toYear();
        if (from != null && to != null && to < from) {
            reasons.add(Reason.on("toYear", "base.refused.years"));
        }
        BaseService.check(reasons, made.source());
        intentions
                .findByNameZhAndWithdrawnFalse(made.nameZh())
                .filter(other -> !other.id().equals(except))
                .ifPresent(other -> reasons.add(taken(made.nameZh())));
        return reasons;
    }

    /** A range says nothing more of its precision, and what the portal counts are things. */
    private static void check(List<Reason> reasons, NewIntention made) {
        BigDecimal upper = made.upper();
        if (upper != null && (upper.compareTo(made.value()) <= 0 || upper.compareTo(MOST) > 0)) {
            reasons.add(Reason.on("upper", "base.refused.upper"));
        }
        if (upper != null && made.precision() != Precision.EXACT) {
            reasons.add(Reason.on("precision", "base.refused.range"));
        }
        if (!made.measure().isNumeric()) {
            reasons.add(InputReason.on("measure", "base.refused.choose"));
        } else if (made.counted() != null && made.measure() != Measure.COUNT) {
            reasons.add(Reason.on("measure", "base.refused.counted-things", Measure.COUNT));
        }
    }

    private static void reasonGiven(List<Reason> reasons, String field, String typed) {
        if (typed.isEmpty()) {
            reasons.add(Reason.on(field, "base.refused.why"));
        }
        BaseService.notTooLong(reasons, field, typed, LONGEST_REASON);
    }

    private static Map<String, String> told(NewIntention of) {
        BigDecimal upper = of.upper();
        var told = new TreeMap<String, String>();
        told.put("nameZh", of.nameZh());
        told.put("nameEn", of.nameEn());
        told.put("counted", Objects.toString(of.counted(), ""));
        told.put("precision", of.precision().name());
        told.put("value", BaseService.plain(of.value()));
        told.put("upper", upper == null ? "" : BaseService.plain(upper));
        told.put("measure", of.measure().name());
        told.put("fromYear", Objects.toString(of.fromYear(), ""));
        told.put("toYear", Objects.toString(of.toYear(), ""));
        told.put("document", of.source().document());
        told.put("line", Objects.toString(of.source().line(), ""));
        told.put("quote", of.source().quote());
        return told;
    }
}
