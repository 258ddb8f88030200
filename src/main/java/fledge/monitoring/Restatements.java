package fledge.monitoring;

import fledge.programme.ProgrammeService;
import fledge.tenancy.PortalClock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** The notes on replaced figures: written when an amended return is accepted, read wherever the figures stand. */
@Component
class Restatements {

    /** More than a page can show usefully. */
    private static final Limit NEWEST = Limit.of(100);

    private final RestatementRepository notes;
    private final ReturnVersionRepository versions;
    private final ProgrammeService programmes;
    private final PortalClock clock;

    Restatements(
            RestatementRepository notes,
            ReturnVersionRepository versions,
            ProgrammeService programmes,
            PortalClock clock) {
        this.notes = notes;
        this.versions = versions;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** Notes each figure that differs from what was signed before; of a late entry, each figure that is now there. */
    void write(ReturnWithRound of, @Nullable UUID replaced, ReturnVersion version, List<ReturnLine> accepted) {
        Map<String, SignedContent.Cell> before = replaced == null
                ? Map.of()
                : SignedContent.cells(versions.findById(replaced).orElseThrow().content());
        Map<UUID, String> codes = programmes.indicators(of.round().programmeId()).stream()
                .collect(Collectors.toMap(indicator -> indicator.id(), indicator -> indicator.code()));
        for (ReturnLine line : accepted) {
            String cell = Objects.requireNonNull(codes.get(line.indicatorId())) + "." + line.item();
            LineContent old =
                    before.getOrDefault(cell, SignedContent.Cell.EMPTY).content();
            if (!line.content().hasSameFigureAs(old)) {
                notes.save(new Restatement(of, line, old, replaced, version.id(), clock.now()));
            }
        }
    }

    List<RestatementView> ofProgramme(UUID programmeId) {
        return views(notes.findByProgrammeIdOrderByAtDescIdDesc(programmeId, NEWEST));
    }

    List<RestatementView> ofIndicator(UUID indicatorId) {
        return views(notes.findByIndicatorIdOrderByAtDescIdDesc(indicatorId, NEWEST));
    }

    List<RestatementView> ofReturn(UUID returnId) {
        return views(notes.findByReturnIdOrderByAtDescIdDesc(returnId, NEWEST));
    }

    private static List<RestatementView> views(List<Restatement> found) {
        return found.stream().map(Restatement::view).toList();
    }
}
