package fledge.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ReturnFindingRepository extends ListCrudRepository<ReturnFinding, UUID> {

    List<ReturnFinding> findByReturnIdOrderByFindingClassAscIdAsc(UUID returnId);

    /** What a unit said in its return of a quarter. */
    @Query("""
            select f from ReturnFinding f join Return r on r.id = f.returnId join Round d on d.id = r.roundId
            where d.programmeId = :programmeId and d.period = :period and r.unitId = :unitId and f.explanation <> ''""")
    List<ReturnFinding> explained(UUID programmeId, int period, UUID unitId);

    /** What became of every rule's hits in the rounds opened since; the rounds bound what is read, not the years of the portal. */
    @Query("""
            select new fledge.monitoring.RuleTally(u.number, d.period, count(f),
              sum(case when f.explanation <> '' then 1L else 0L end),
              sum(case when f.verdict = fledge.monitoring.ExplanationVerdict.ACCEPTED then 1L else 0L end),
              sum(case when f.verdict = fledge.monitoring.ExplanationVerdict.DOUBTED then 1L else 0L end))
            from Round d join Return r on r.roundId = d.id join ReturnFinding f on f.returnId = r.id
              join PlausibilityRule u on u.id = f.ruleId
            where d.opensAt >= :since group by u.number, d.period order by u.number, d.period desc""")
    List<RuleTally> tallies(Instant since);

    @Query("""
            select new fledge.monitoring.HitRow(f, r.unitId, d.period, u.edition)
            from PlausibilityRule u join ReturnFinding f on f.ruleId = u.id
              join Return r on r.id = f.returnId join Round d on d.id = r.roundId
            where u.number = :number order by d.period desc, f.id desc""")
    Slice<HitRow> hits(int number, Pageable page);
}
