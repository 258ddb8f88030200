package fledge.monitoring;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ReturnRepository extends ListCrudRepository<Return, UUID> {

    /** For a change: whoever comes second waits, and then sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Return r where r.id = :id")
    Optional<Return> lock(UUID id);

    List<Return> findByRoundId(UUID roundId);

    @Query("select new fledge.monitoring.ReturnWithRound(r, d) from Return r join Round d on d.id = r.roundId"
            + " where r.id = :id")
    Optional<ReturnWithRound> withRound(UUID id);

    @Query("select new fledge.monitoring.ReturnWithRound(r, d) from Return r join Round d on d.id = r.roundId"
            + " where r.unitId in :units order by d.period desc, r.unitId")
    List<ReturnWithRound> ofUnits(Collection<UUID> units);

    @Query("select new fledge.monitoring.ReturnWithRound(r, d) from Return r join Round d on d.id = r.roundId"
            + " where r.status in :statuses order by d.dueAt, r.since")
    List<ReturnWithRound> inStatus(Collection<ReturnStatus> statuses);

    /** Which units need not report which quarters of a programme. */
    @Query("""
            select new fledge.monitoring.Waived(r.unitId, d.period) from Return r join Round d on d.id = r.roundId
            where d.programmeId = :programmeId and r.status = fledge.monitoring.ReturnStatus.WAIVED""")
    List<Waived> waived(UUID programmeId);

    @Query("""
            select r.id from Return r join Round d on d.id = r.roundId
            where r.status = fledge.monitoring.ReturnStatus.SCHEDULED and d.opensAt <= :now""")
    List<UUID> toOpen(Instant now);

    @Query("""
            select r.id from Return r join Round d on d.id = r.roundId
            where r.status in (fledge.monitoring.ReturnStatus.OPEN, fledge.monitoring.ReturnStatus.DRAFT,
                fledge.monitoring.ReturnStatus.AWAITING_SIGN_OFF, fledge.monitoring.ReturnStatus.RETURNED)
              and coalesce(r.correctUntil, d.entryEndAt) <= :now""")
    List<UUID> toClose(Instant now);

    @Query("""
            select r.id from Return r join Round d on d.id = r.roundId
            where r.status = fledge.monitoring.ReturnStatus.ACCEPTED and d.editEndAt <= :now""")
    List<UUID> toLock(Instant now);
}
