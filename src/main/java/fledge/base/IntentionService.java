package fledge.base;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What documents want of the city's bases in number. */
@Service
public class IntentionService {

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000_000_000L);

    private final IntentionRepository intentions;
    private final ApplicationEventPublisher events;

    IntentionService(IntentionRepository intentions, ApplicationEventPublisher events) {
        this.intentions = intentions;
        this.events = events;
    }

    /** All of them, in the order of the documents. */
    @Transactional(readOnly = true)
    public List<NewIntention> intentions() {
        Actor.current().require(Right.BASE_LIST);
        return intentions.findAllByOrderById().stream().map(Intention::view).toList();
    }

    @Transactional
    public void record(NewIntention made) {
        Actor.current().require(Right.BASE_MANAGE);
        check(made);
        Intention kept = intentions.save(new Intention(made));
        events.publishEvent(new IntentionRecorded(
                new Subject("base-intention", kept.id(), made.nameZh()),
                Map.of(
                        "value", BaseService.plain(made.value()),
                        "upper", made.upper() == null ? "" : BaseService.plain(made.upper()),
                        "measure", made.measure().name(),
                        "counted", Objects.toString(made.counted(), ""))));
    }

    private void check(NewIntention made) {
        var reasons = new ArrayList<Reason>();
        if (made.nameZh().isEmpty()) {
            reasons.add(Reason.on("nameZh", "base.refused.name"));
        }
        BaseService.notTooLong(reasons, "nameZh", made.nameZh(), BaseService.LONGEST_NAME);
        BaseService.notTooLong(reasons, "nameEn", made.nameEn(), BaseService.LONGEST_NAME);
        if (made.value().signum() < 0 || made.value().compareTo(MOST) > 0) {
            reasons.add(Reason.on("value", "base.refused.number"));
        }
        BigDecimal upper = made.upper();
        if (upper != null && (upper.compareTo(made.value()) <= 0 || upper.compareTo(MOST) > 0)) {
            reasons.add(Reason.on("upper", "base.refused.upper"));
        }
        BaseService.check(reasons, made.source());
        RuleRefused.ifAny(reasons);
        if (intentions.existsByNameZh(made.nameZh())) {
            throw new RuleRefused(Reason.on("nameZh", "base.refused.name-taken", made.nameZh()));
        }
    }
}
