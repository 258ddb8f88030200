package fledge.amendment;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.ui.WorklistItem;
import fledge.ui.WorklistSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Amendments that wait for this person: a request to decide on, a draft to hand in. What is open is on the return's own line. */
@Component
class AmendmentWorklist implements WorklistSource {

    private final AmendmentRepository amendments;
    private final UnitService units;

    AmendmentWorklist(AmendmentRepository amendments, UnitService units) {
        this.amendments = amendments;
        this.units = units;
    }

    @Override
    public List<WorklistItem> worklist(Actor actor) {
        Set<AmendmentStatus> waiting = EnumSet.noneOf(AmendmentStatus.class);
        if (actor.may(Right.AMENDMENT_DECIDE)) {
            waiting.add(AmendmentStatus.REQUESTED);
        }
        if (actor.may(Right.AMENDMENT_REQUEST)) {
            waiting.addAll(Set.of(AmendmentStatus.DRAFT, AmendmentStatus.OPEN));
        }
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<AmendmentView> found = amendments.findByStatusInOrderBySince(waiting).stream()
                .map(Amendment::view)
                .filter(view -> task(view, actor) != null)
                .toList();
        Map<UUID, UnitView> byId = found.isEmpty() ? Map.of() : units.byId();
        return found.stream()
                .map(view -> new WorklistItem(
                        "amendment.worklist." + task(view, actor),
                        List.of(
                                Objects.requireNonNull(byId.get(view.unitId())).name(LocaleContextHolder.getLocale()),
                                view.period()),
                        "/amendments/" + view.id() + (view.status() == AmendmentStatus.DRAFT ? "/form" : ""),
                        "amendment.worklist.source",
                        view.since(),
                        view.expiresAt()))
                .toList();
    }

    private static @Nullable String task(AmendmentView view, Actor actor) {
        boolean own = view.requestedBy().equals(actor.personId());
        return switch (view.status()) {
            case REQUESTED -> own || !actor.may(Right.AMENDMENT_DECIDE) ? null : "decide";
            case DRAFT -> own ? "hand-in" : null;
            case OPEN -> own ? "see-to" : null;
            default -> null;
        };
    }
}
