package fledge.apportionment;

import fledge.kernel.Quarter;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What units carry of a programme's targets, as issued: for whoever measures results against it. */
@Service
public class SharesInForce {

    private final TargetLineRepository lines;
    private final TargetEditionRepository editions;

    SharesInForce(TargetLineRepository lines, TargetEditionRepository editions) {
        this.lines = lines;
        this.editions = editions;
    }

    /** The documents in force that say what units carry of an indicator. */
    @Transactional(readOnly = true)
    public List<IssuedEdition> editions(UUID programmeId, UUID indicatorId) {
        return editions.inForce(programmeId, indicatorId);
    }

    /** A part of an indicator that a unit carries; the line stays the one that results of that quarter were measured under. */
    public record Share(
            UUID lineId,
            UUID indicatorId,
            UUID unitId,
            Period period,
            @Nullable BigDecimal value,
            @Nullable BigDecimal denominator) {}

    /** Every part that counts for that quarter: of a year, or of the quarter itself where the year is split further. */
    @Transactional(readOnly = true)
    public List<Share> in(UUID programmeId, Quarter quarter) {
        return lines.issued(programmeId).stream()
                .map(TargetLine::view)
                .filter(line ->
                        line.year() == quarter.year() && (line.quarter() == null || line.quarter() == quarter.number()))
                .filter(line -> counts(line, quarter))
                .collect(Collectors.groupingBy(line -> new Place(line.indicatorId(), line.unitId(), line.period())))
                .values()
                .stream()
                .map(places -> places.stream()
                        .max(Comparator.comparingInt(LineView::fromEdition))
                        .orElseThrow())
                .map(line -> new Share(
                        line.id(), line.indicatorId(), line.unitId(), line.period(), line.value(), line.denominator()))
                .toList();
    }

    private record Place(UUID indicatorId, UUID unitId, Period period) {}

    private static boolean counts(LineView line, Quarter quarter) {
        Quarter from = line.effectiveFrom();
        return from == null || from.compareTo(quarter) <= 0;
    }

    /** What a unit carries of an indicator in that quarter's year; nothing where it carries none. */
    @Transactional(readOnly = true)
    public Optional<Share> of(UUID programmeId, UUID indicatorId, UUID unitId, Quarter quarter) {
        return in(programmeId, quarter).stream()
                .filter(share -> share.indicatorId().equals(indicatorId)
                        && share.unitId().equals(unitId))
                .findFirst();
    }
}
