package fledge.apportionment;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.ui.WorklistItem;
import fledge.ui.WorklistSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Target sets, lines and amendments that wait for this person: to answer, to sign for, to submit, to decide, to issue. */
@Component
class TargetWorklist implements WorklistSource {

    private static final String SOURCE = "apportionment.worklist.source";

    private final TargetSetRepository sets;
    private final TargetLineRepository lines;
    private final ResidualHoldingRepository holdings;
    private final TargetAmendmentRepository amendments;
    private final UnitService units;

    TargetWorklist(
            TargetSetRepository sets,
            TargetLineRepository lines,
            ResidualHoldingRepository holdings,
            TargetAmendmentRepository amendments,
            UnitService units) {
        this.sets = sets;
        this.lines = lines;
        this.holdings = holdings;
        this.amendments = amendments;
        this.units = units;
    }

    @Override
    public List<WorklistItem> worklist(Actor actor) {
        var items = new ArrayList<WorklistItem>();
        if (actor.may(Right.TARGET_ANSWER)) {
            items.addAll(ofUnits(actor.unitsWith(Right.TARGET_ANSWER)));
        }
        var turns = EnumSet.noneOf(TargetSetStatus.class);
        var reviews = EnumSet.noneOf(TargetAmendmentStatus.class);
        if (actor.may(Right.TARGET_PLAN)) {
            turns.addAll(Set.of(TargetSetStatus.CONSULTATION, TargetSetStatus.APPROVED));
            reviews.add(TargetAmendmentStatus.PROPOSED);
        }
        if (actor.may(Right.TARGET_DECIDE)) {
            turns.add(TargetSetStatus.SUBMITTED);
            reviews.add(TargetAmendmentStatus.REVIEWED);
        }
        if (!turns.isEmpty()) {
            sets.findByStatusIn(turns).stream()
                    .map(TargetSet::view)
                    .forEach(set -> items.add(item(
                            "set." + set.status(),
                            List.of(set.name()),
                            "/target-sets/" + set.id(),
                            set.since(),
                            null)));
            amendments.findByStatusInOrderBySince(reviews).stream()
                    .map(TargetAmendment::view)
                    .forEach(amendment -> items.add(item(
                            "amendment." + amendment.status(),
                            List.of(amendment.number()),
                            "/target-amendments/" + amendment.id(),
                            amendment.since(),
                            amendment.decideBy())));
        }
        return items;
    }

    private List<WorklistItem> ofUnits(Set<UUID> own) {
        List<OpenAnswers> waiting = lines.openAnswers(own);
        List<ResidualHolding> unsigned = holdings.findByUnitIdInAndSignedByIsNullOrderById(own);
        if (waiting.isEmpty() && unsigned.isEmpty()) {
            return List.of();
        }
        Map<UUID, UnitView> byId = units.byId();
        var items = new ArrayList<WorklistItem>();
        for (OpenAnswers open : waiting) {
            items.add(item(
                    "lines." + open.status(),
                    List.of(name(byId, open.unitId()), open.name(), open.lines()),
                    "/my-targets",
                    open.since(),
                    open.due()));
        }
        for (ResidualHolding holding : unsigned) {
            items.add(item(
                    "residual",
                    List.of(name(byId, holding.unitId())),
                    "/my-targets",
                    holding.view().namedAt(),
                    null));
        }
        return items;
    }

    private static String name(Map<UUID, UnitView> byId, UUID unit) {
        return Objects.requireNonNull(byId.get(unit)).name(LocaleContextHolder.getLocale());
    }

    private static WorklistItem item(
            String key, List<Object> arguments, String path, Instant since, @Nullable Instant due) {
        return new WorklistItem("apportionment.worklist." + key, arguments, path, SOURCE, since, due);
    }
}
