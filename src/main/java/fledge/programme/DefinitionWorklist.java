package fledge.programme;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.kernel.Quarter;
import fledge.tenancy.CityMemory;
import fledge.tenancy.PortalClock;
import fledge.ui.WorklistItem;
import fledge.ui.WorklistSource;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Changed definitions that wait for an approval, due when their first quarter begins. */
@Component
class DefinitionWorklist implements WorklistSource {

    private final IndicatorDefinitionRepository definitions;
    private final CityMemory<String, List<ProposedDefinition>> remembered =
            CityMemory.ofChanging(Duration.ofSeconds(15));

    DefinitionWorklist(IndicatorDefinitionRepository definitions) {
        this.definitions = definitions;
    }

    @Override
    public List<WorklistItem> worklist(Actor actor) {
        return actor.may(Right.DEFINITION_APPROVE)
                ? remembered.get("tested", definitions::awaitingApproval).stream()
                        .map(DefinitionWorklist::item)
                        .toList()
                : List.of();
    }

    @EventListener
    void forget(DefinitionMoved moved) {
        remembered.forget();
    }

    private static WorklistItem item(ProposedDefinition proposed) {
        DefinitionView definition = proposed.definition().view(List.of());
        @Nullable Quarter from = definition.validFrom();
        return new WorklistItem(
                "programme.worklist.definition",
                List.of(proposed.indicator().name(LocaleContextHolder.getLocale()), definition.number()),
                "/definitions/" + definition.id(),
                "programme.worklist.source",
                definition.madeAt(),
                from == null
                        ? null
                        : from.start().atStartOfDay(PortalClock.ZONE).toInstant());
    }
}
