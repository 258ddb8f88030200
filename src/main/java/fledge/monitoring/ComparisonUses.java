package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.monitoring.FigureChange.Cell;
import fledge.programme.DefinitionService;
import fledge.programme.DefinitionStatus;
import fledge.programme.DefinitionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What people held the total of a quarter against: its bridge to another definition, approved or still proposed, and what other
 * sources say of it. Nobody computes them anew when the total becomes another one, so whoever approves that has to know of them.
 */
@Component
@Order(20)
class ComparisonUses implements FigureUseSource {

    private final DefinitionService definitions;
    private final SourcePairRepository pairs;

    ComparisonUses(DefinitionService definitions, SourcePairRepository pairs) {
        this.definitions = definitions;
        this.pairs = pairs;
    }

    @Override
    public List<FigureUse> uses(FigureChange change) {
        Quarter quarter = change.period().quarter();
        List<UUID> indicators =
                change.cells().stream().map(Cell::indicatorId).distinct().toList();
        var uses = new ArrayList<FigureUse>();
        for (UUID indicator : indicators) {
            definitions.versions(indicator).stream()
                    .filter(definition -> bridges(definition, quarter))
                    .forEach(definition -> uses.add(bridge(definition, quarter)));
        }
        pairs.thatSpeakOf(indicators, quarter.index()).forEach(pair -> uses.add(source(pair, quarter)));
        return List.copyOf(uses);
    }

    private static boolean bridges(DefinitionView definition, Quarter quarter) {
        return definition.status() != DefinitionStatus.WITHDRAWN
                && definition.bridge().stream().anyMatch(row -> row.quarter().equals(quarter));
    }

    private static FigureUse bridge(DefinitionView definition, Quarter quarter) {
        return new FigureUse(
                "monitoring.use.bridge",
                definition.indicatorId(),
                quarter,
                definition.id(),
                Objects.requireNonNullElse(definition.documentNo(), ""),
                "/definitions/" + definition.id());
    }

    private static FigureUse source(SourcePair pair, Quarter quarter) {
        return new FigureUse(
                "monitoring.use.source", pair.indicatorId(), quarter, pair.id(), pair.name(), "/sources/" + pair.id());
    }
}
