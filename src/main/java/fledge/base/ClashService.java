package fledge.base;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where documents print several values of one number (矛盾): all are kept, and an officer chooses one with a reason. */
@Service
public class ClashService {

    private static final int LONGEST_WORDING = 200;
    private static final int LONGEST_REASON = 2000;

    private final BaseService bases;
    private final ClashRepository clashes;
    private final ClashSideRepository sides;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    ClashService(
            BaseService bases,
            ClashRepository clashes,
            ClashSideRepository sides,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.bases = bases;
        this.clashes = clashes;
        this.sides = sides;
        this.clock = clock;
        this.events = events;
    }

    /** Every clash of the bases that this person may see, the open ones first. */
    @Transactional(readOnly = true)
    public List<ClashView> clashes(List<BaseView> of) {
        Actor.current().require(Right.BASE_LIST);
        List<UUID> seen = of.stream().map(BaseView::id).toList();
        return views(clashes.findAllByOrderByFoundAtAscIdAsc().stream()
                .filter(clash -> seen.contains(clash.baseId()))
                .toList());
    }

    private List<ClashView> views(List<Clash> found) {
        Map<UUID, List<ClashSide>> byClash =
                sides
                        .findByClashIdInOrderByPosition(
                                found.stream().map(Clash::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(ClashSide::clashId));
        return found.stream()
                .map(clash -> clash.view(byClash.getOrDefault(clash.id(), List.of())))
                .sorted(Comparator.comparing(clash -> !clash.isOpen()))
                .toList();
    }

    /** The clashes of one base. */
    @Transactional(readOnly = true)
    public List<ClashView> ofBase(BaseView base) {
        Actor.current().require(Right.BASE_LIST);
        return views(clashes.findByBaseIdOrderByFoundAtAscIdAsc(base.id()));
    }

    /** A clash of a base that this person may see. */
    @Transactional(readOnly = true)
    public ClashView clash(UUID id) {
        Clash clash = clashes.findById(id).orElseThrow(() -> new NotFound("clash " + id));
        bases.seen(clash.baseId());
        return views(List.of(clash)).getFirst();
    }

    /** Writes down that documents contradict each other; from now on the base has no such number until one is chosen. */
    @Transactional
    public UUID find(UUID baseId, BaseField field, List<NewSide> printed) {
        Actor.current().require(Right.BASE_MANAGE);
        Base base = bases.lock(baseId);
        if (clashes.findByBaseIdOrderByFoundAtAscIdAsc(baseId).stream().anyMatch(known -> known.field() == field)) {
            throw new RuleRefused(Reason.on("field", "base.refused.clash-known", field));
        }
        check(field, printed);
        var clash = clashes.save(new Clash(baseId, field, Actor.current().personId(), clock.now()));
        var kept = new ArrayList<ClashSide>();
        printed.forEach(side -> kept.add(new ClashSide(clash.id(), kept.size() + 1, side)));
        sides.saveAll(kept);
        base.settle(field, null);
        events.publishEvent(new ClashFound(
                BaseService.subject(base),
                Map.of(
                        "field",
                        field.name(),
                        "values",
                        printed.stream()
                                .map(side -> BaseService.plain(side.value()))
                                .collect(Collectors.joining(" / ")))));
        return clash.id();
    }

    /** The same for a second printed value beside the one the register has. */
    @Transactional
    public UUID contradict(UUID baseId, BaseField field, NewSide second) {
        Actor.current().require(Right.BASE_MANAGE);
        Base base = bases.lock(baseId);
        BigDecimal known = base.numbers().of(field);
        if (known == null) {
            throw new RuleRefused(Reason.on("field", "base.refused.nothing-to-contradict", field));
        }
        return find(baseId, field, List.of(new NewSide(known, "", base.source()), second));
    }

    private static void check(BaseField field, List<NewSide> printed) {
        var reasons = new ArrayList<Reason>();
        for (NewSide side : printed) {
            if (BaseService.isOutOfRange(field, side.value())) {
                reasons.add(InputReason.on("value", "base.refused.number"));
            }
            BaseService.notTooLong(reasons, "wording", side.wording(), LONGEST_WORDING);
            BaseService.check(reasons, side.source());
        }
        if (printed.stream()
                        .map(NewSide::value)
                        .map(BigDecimal::stripTrailingZeros)
                        .distinct()
                        .count()
                < Math.max(2, printed.size())) {
            reasons.add(Reason.on("value", "base.refused.same-value"));
        }
        RuleRefused.ifAny(reasons);
    }

    /** Chooses one of the printed values; it counts from now on, the others stay beside it. */
    @Transactional
    public void settle(UUID clashId, UUID sideId, String reason) {
        Actor.current().require(Right.BASE_MANAGE);
        Clash clash = clashes.findById(clashId).orElseThrow(() -> new NotFound("clash " + clashId));
        Base base = bases.lock(clash.baseId());
        ClashSide chosen = sides.findByClashIdInOrderByPosition(List.of(clashId)).stream()
                .filter(side -> side.id().equals(sideId))
                .findFirst()
                .orElseThrow(() -> new RuleRefused(Reason.on("side", "base.refused.side")));
        if (reason.isEmpty()) {
            throw new RuleRefused(Reason.on("reason", "base.refused.reason"));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new RuleRefused(InputReason.on("reason", "base.refused.too-long", LONGEST_REASON));
        }
        clash.settle(sideId, reason, Actor.current().person(), clock.now());
        base.settle(clash.field(), chosen.value());
        events.publishEvent(new ClashSettled(
                BaseService.subject(base),
                Map.of("field", clash.field().name(), "value", BaseService.plain(chosen.value())),
                reason));
    }
}
