package fledge.apportionment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface TargetLineRepository extends ListCrudRepository<TargetLine, UUID> {

    @Query(
            "select l from TargetLine l where l.setId = :setId order by l.indicatorId, l.position, l.year, l.quarter nulls first, l.fromEdition")
    List<TargetLine> ofSet(UUID setId);

    @Query("""
            select l from TargetLine l where l.setId = :setId and l.indicatorId in :indicatorIds
            order by l.indicatorId, l.position, l.year, l.quarter nulls first, l.fromEdition""")
    List<TargetLine> ofSplits(UUID setId, Collection<UUID> indicatorIds);

    default List<TargetLine> ofSplit(UUID setId, UUID indicatorId) {
        return ofSplits(setId, List.of(indicatorId));
    }

    @Query("""
            select l from TargetLine l join TargetSet s on s.id = l.setId
            where s.programmeId = :programmeId and l.indicatorId = :indicatorId and l.untilEdition is null
              and s.status <> fledge.apportionment.TargetSetStatus.CANCELLED
            order by s.number, l.position, l.year""")
    List<TargetLine> ofIndicator(UUID programmeId, UUID indicatorId);

    @Query("""
            select l from TargetLine l join TargetSet s on s.id = l.setId
            where l.unitId in :units and l.untilEdition is null and s.status in (fledge.apportionment.TargetSetStatus.CONSULTATION,
              fledge.apportionment.TargetSetStatus.SUBMITTED, fledge.apportionment.TargetSetStatus.APPROVED,
              fledge.apportionment.TargetSetStatus.ISSUED)
            order by s.since desc, l.unitId, l.indicatorId, l.year, l.quarter nulls first""")
    List<TargetLine> ofUnits(Collection<UUID> units);

    /** What a unit's certifier still has to do, by set. */
    @Query("""
            select new fledge.apportionment.OpenAnswers(s.id, s.name, l.unitId, l.status, min(l.since),
              min(coalesce(l.acknowledgeDueAt, l.answerDueAt)), count(l))
            from TargetLine l join TargetSet s on s.id = l.setId
            where l.unitId in :units
              and ((s.status = fledge.apportionment.TargetSetStatus.CONSULTATION
                  and l.status = fledge.apportionment.TargetLineStatus.PROPOSED)
                or (s.status = fledge.apportionment.TargetSetStatus.ISSUED
                  and l.status = fledge.apportionment.TargetLineStatus.ISSUED))
            group by s.id, s.name, l.unitId, l.status""")
    List<OpenAnswers> openAnswers(Collection<UUID> units);

    /** The sets in which an answer is overdue. */
    @Query("""
            select distinct s.id from TargetLine l join TargetSet s on s.id = l.setId
            where s.status = fledge.apportionment.TargetSetStatus.CONSULTATION
              and l.status = fledge.apportionment.TargetLineStatus.PROPOSED and l.answerDueAt <= :now""")
    List<UUID> unanswered(Instant now);

    @Query("select l.setId from TargetLine l where l.id = :lineId")
    Optional<UUID> setOf(UUID lineId);

    @Query("""
            select l from TargetLine l join TargetSet s on s.id = l.setId
            where s.programmeId = :programmeId and s.status in (fledge.apportionment.TargetSetStatus.ISSUED,
              fledge.apportionment.TargetSetStatus.CLOSED)""")
    List<TargetLine> issued(UUID programmeId);
}
