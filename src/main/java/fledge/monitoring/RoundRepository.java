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

    List<Round> findAllByOrderByPeriodDesc();

    /** The newest quarter whose round is over. */
    @Query("select max(r.period) from Round r where r.programmeId = :programmeId and r.editEndAt <= :now")
    Optional<Integer> newestOver(UUID programmeId, Instant now);
}
