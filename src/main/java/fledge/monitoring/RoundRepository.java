package fledge.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface RoundRepository extends ListCrudRepository<Round, UUID> {

    Optional<Round> findByProgrammeIdAndPeriod(UUID programmeId, int period);

    List<Round> findByProgrammeIdOrderByPeriodDesc(UUID programmeId);

    Optional<Round> findFirstByProgrammeIdOrderByPeriodDesc(UUID programmeId);

    List<Round> findAllByOrderByOpensAtDescPeriodDesc();

    /** The newest period whose round is over. */
    @Query("select max(r.period) from Round r where r.programmeId = :programmeId and r.editEndAt <= :now")
    Optional<Integer> newestOver(UUID programmeId, Instant now);

    /** The quarters and months of a programme that may no longer be written, or for which somebody signed. */
    @Query("""
            select d.period from Round d where d.programmeId = :programmeId and (d.editEndAt <= :now
              or exists (select 1 from Return r where r.roundId = d.id and r.submissions > 0))""")
    List<Integer> settled(UUID programmeId, Instant now);
}
