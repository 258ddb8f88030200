package fledge.amendment;

import fledge.monitoring.FigureChange;
import fledge.monitoring.FigureUse;
import fledge.monitoring.FigureUseSource;
import fledge.monitoring.ReopeningService;
import fledge.monitoring.ReopeningService.Cells;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Everything that used the figures an amendment names, asked of every module and kept as it was answered. */
@Component
class ImpactList {

    private final List<FigureUseSource> sources;
    private final AmendmentImpactRepository kept;
    private final AmendmentLineRepository lines;
    private final ReopeningService returns;

    ImpactList(
            List<FigureUseSource> sources,
            AmendmentImpactRepository kept,
            AmendmentLineRepository lines,
            ReopeningService returns) {
        this.sources = sources;
        this.kept = kept;
        this.lines = lines;
        this.returns = returns;
    }

    /** As the list stands that was read last. */
    List<FigureUse> kept(Amendment amendment) {
        return kept.findByAmendmentIdAndEditionOrderByPosition(amendment.id(), amendment.impactEdition()).stream()
                .map(AmendmentImpact::use)
                .toList();
    }

    /** Asks again; keeps the answer as a new list if it is another one, and says whether it is. */
    boolean renew(Amendment amendment) {
        List<FigureUse> now = ask(amendment);
        if (amendment.impactEdition() > 0 && now.equals(kept(amendment))) {
            return false;
        }
        int edition = amendment.nextImpactEdition();
        var rows = new ArrayList<AmendmentImpact>();
        for (FigureUse use : now) {
            rows.add(new AmendmentImpact(amendment.id(), edition, rows.size() + 1, use));
        }
        kept.saveAll(rows);
        return true;
    }

    private List<FigureUse> ask(Amendment amendment) {
        Set<UUID> named = lines.findByAmendmentIdOrderByPosition(amendment.id()).stream()
                .map(AmendmentLine::lineId)
                .collect(Collectors.toSet());
        Cells cells = returns.cells(amendment.returnId());
        ReturnView report = cells.report();
        var change = new FigureChange(
                report.id(),
                report.round().programmeId(),
                report.unitId(),
                report.round().period(),
                report.validVersionId(),
                report.counts() ? report.acceptedAt() : null,
                cells.lines().stream()
                        .filter(line -> named.contains(line.id()))
                        .map(ImpactList::cell)
                        .toList());
        return sources.stream().flatMap(source -> source.uses(change).stream()).toList();
    }

    private static FigureChange.Cell cell(ReturnSheet.Line line) {
        return new FigureChange.Cell(line.indicator().id(), line.item());
    }
}
