package fledge.base;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.kernel.Month;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What bases promise and reach: numbers by year, and milestones by month. */
@Service
public class ResultService {

    private static final int LONGEST = 100;
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000_000_000L);

    private final BaseService bases;
    private final BaseResultRepository results;
    private final MilestoneRepository milestones;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    ResultService(
            BaseService bases,
            BaseResultRepository results,
            MilestoneRepository milestones,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.bases = bases;
        this.results = results;
        this.milestones = milestones;
        this.clock = clock;
        this.events = events;
    }

    /** The results of bases that were seen before, by base, in the order of the documents. */
    @Transactional(readOnly = true)
    public Map<UUID, List<NewResult>> results(Collection<BaseView> of) {
        Actor.current().require(Right.BASE_LIST);
        return results.findByBaseIdInOrderById(of.stream().map(BaseView::id).toList()).stream()
                .collect(Collectors.groupingBy(
                        BaseResult::baseId, Collectors.mapping(BaseResult::view, Collectors.toList())));
    }

    /** The milestones of a base, by the month they are due in. */
    @Transactional(readOnly = true)
    public List<MilestoneView> milestones(BaseView of) {
        Actor.current().require(Right.BASE_LIST);
        return milestones.findByBaseIdOrderByDueAscIdAsc(of.id()).stream()
                .map(Milestone::view)
                .toList();
    }

    /** Writes down a number; one of the same nature, topic and year is replaced, and the trail keeps both. */
    @Transactional
    public void record(UUID baseId, NewResult result) {
        Actor.current().require(Right.BASE_MANAGE);
        Base base = bases.lock(baseId);
        check(result);
        BaseResult known = results.findByBaseIdInOrderById(List.of(baseId)).stream()
                .filter(other -> other.view().thing().equals(result.thing()))
                .findFirst()
                .orElse(null);
        Map<String, String> before = known == null ? Map.of() : told(known.view());
        if (known == null) {
            results.save(new BaseResult(baseId, result));
        } else {
            known.write(result);
        }
        events.publishEvent(new ResultRecorded(BaseService.subject(base), before, told(result)));
    }

    private static void check(NewResult result) {
        var reasons = new ArrayList<Reason>();
        if (result.value().signum() < 0 || result.value().compareTo(MOST) > 0) {
            reasons.add(InputReason.on("value", "base.refused.number"));
        } else if (result.topic().measure().isWhole()
                && result.value().stripTrailingZeros().scale() > 0) {
            reasons.add(InputReason.on("value", "base.refused.whole"));
        }
        BaseService.check(reasons, result.source());
        RuleRefused.ifAny(reasons);
    }

    private static Map<String, String> told(NewResult result) {
        return Map.of(
                "nature", result.nature().name(),
                "topic", result.topic().name(),
                "year", Objects.toString(result.year(), ""),
                "precision", result.precision().name(),
                "value", BaseService.plain(result.value()));
    }

    /** Plans a milestone. */
    @Transactional
    public void plan(UUID baseId, String what, Month due) {
        Actor.current().require(Right.BASE_MANAGE);
        Base base = bases.lock(baseId);
        if (what.isEmpty()) {
            throw new RuleRefused(Reason.on("what", "base.refused.milestone"));
        }
        if (what.length() > LONGEST) {
            throw new RuleRefused(InputReason.on("what", "base.refused.too-long", LONGEST));
        }
        if (milestones.existsByBaseIdAndWhat(baseId, what)) {
            throw new RuleRefused(Reason.on("what", "base.refused.milestone-twice"));
        }
        milestones.save(new Milestone(baseId, what, due));
        events.publishEvent(new MilestoneRecorded(BaseService.subject(base), Map.of("what", what, "due", due.code())));
    }

    /** A milestone was reached in a month that has begun. */
    @Transactional
    public void reach(UUID baseId, UUID milestoneId, Month month) {
        Actor.current().require(Right.BASE_MANAGE);
        Base base = bases.lock(baseId);
        Milestone milestone = milestones
                .findById(milestoneId)
                .filter(found -> found.baseId().equals(baseId))
                .orElseThrow(() -> new NotFound("milestone " + milestoneId));
        if (month.start().isAfter(LocalDate.ofInstant(clock.now(), PortalClock.ZONE))) {
            throw new RuleRefused(Reason.on("month", "base.refused.future-month"));
        }
        if (milestone.isReached()) {
            throw new RuleRefused(Reason.on("month", "base.refused.reached-already"));
        }
        milestone.reach(month);
        events.publishEvent(new MilestoneRecorded(
                BaseService.subject(base), Map.of("what", milestone.what(), "reached", month.code())));
    }
}
