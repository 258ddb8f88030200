package fledge.monitoring;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface ReturnRepository extends JpaRepository<Return, UUID> {

    /** For a change: whoever comes second waits, and then sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Return r where r.id = :id")
    Optional<Return> lock(UUID id);

    List<Return> findByRoundId(UUID roundId);

    List<Return> findByRoundIdAndIdIn(UUID roundId, Collection<UUID> ids);

    @Query("select new fledge.monitoring.UnitAnswer(r.id, r.unitId, r.status, r.validVersionId) from Return r"
            + " where r.roundId = :roundId")
    List<UnitAnswer> answers(UUID roundId);

    @Query("select new fledge.monitoring.ReturnWithRound(r, d) from Return r join Round d on d.id = r.roundId"
            + " where r.id = :id")
    Optional<ReturnWithRound> withRound(UUID id);

    @Query("select new fledge.monitoring.ReturnWithRound(r, d) from Return r join Round d on d.id = r.roundId"
            + " where r.unitId = :unitId and d.programmeId = :programmeId and d.period in :periods order by d.period")
    List<ReturnWithRound> ofUnitIn(UUID unitId, UUID programmeId, Collection<Integer> periods);

    @Query("select new fledge.monitoring.ReturnWithRound(r, d) from Return r join Round d on d.id = r.roundId"
            + " where r.unitId in :units order by d.opensAt desc, d.period desc, r.unitId")
    List<ReturnWithRound> ofUnits(Collection<UUID> units);

    @Query("select new fledge.monitoring.ReturnWithRound(r, d) from Return r join Round d on d.id = r.roundId"
            + " where r.unitId = :unitId and d.period >= :first and r.status in :statuses order by d.period")
    List<ReturnWithRound> ofUnitSince(UUID unitId, int first, Collection<ReturnStatus> statuses);

    @Query("""
            select new fledge.monitoring.WaitingReturn(r, d, c) from Return r join Round d on d.id = r.roundId
            left join ReturnClock c on c.returnId = r.id and c.endedAt is null
            where r.status in :statuses order by d.dueAt, r.since""")
    List<WaitingReturn> inStatus(Collection<ReturnStatus> statuses);

    /** The returns of a programme by round and unit; what has not opened yet was not asked for yet. */
    @Query("""
            select new fledge.monitoring.CountedReturns(r.roundId, r.unitId, count(r),
              sum(case when r.status = fledge.monitoring.ReturnStatus.WAIVED then 1 else 0 end),
              sum(case when r.reportedAt is not null and r.status <> fledge.monitoring.ReturnStatus.MISSED then 1 else 0 end),
              sum(case when r.reportedInTime and r.status <> fledge.monitoring.ReturnStatus.MISSED then 1 else 0 end),
              sum(case when r.status <> fledge.monitoring.ReturnStatus.WAIVED then r.cellsAsked else 0 end),
              sum(case when r.reportedAt is not null and r.status <> fledge.monitoring.ReturnStatus.MISSED
                then r.cellsFilled else 0 end))
            from Return r join Round d on d.id = r.roundId
            where d.programmeId = :programmeId and r.status <> fledge.monitoring.ReturnStatus.SCHEDULED
            group by r.roundId, r.unitId""")
    List<CountedReturns> counted(UUID programmeId);

    /** The returns that were asked for, of one quarter and one unit or of all. */
    @Query("""
            select new fledge.monitoring.ReturnWithRound(r, d) from Return r join Round d on d.id = r.roundId
            where d.programmeId = :programmeId and r.status <> fledge.monitoring.ReturnStatus.SCHEDULED
              and (:period is null or d.period = :period) and (:unitId is null or r.unitId = :unitId)
            order by d.period desc, r.unitId""")
    List<ReturnWithRound> asked(UUID programmeId, @Nullable Integer period, @Nullable UUID unitId);

    /** Which units need not report which quarters of a programme. */
    @Query("""
            select new fledge.monitoring.Waived(r.unitId, d.period) from Return r join Round d on d.id = r.roundId
            where d.programmeId = :programmeId and r.status = fledge.monitoring.ReturnStatus.WAIVED""")
    List<Waived> waived(UUID programmeId);

    @Query("""
            select r.id from Return r join Round d on d.id = r.roundId
            where r.status = fledge.monitoring.ReturnStatus.SCHEDULED and d.opensAt <= :now and r.id > :after
            order by r.id""")
    List<UUID> toOpen(UUID after, Instant now, Limit most);

    @Query("""
            select r.id from Return r join Round d on d.id = r.roundId
            where r.status in (fledge.monitoring.ReturnStatus.OPEN, fledge.monitoring.ReturnStatus.DRAFT,
                fledge.monitoring.ReturnStatus.AWAITING_SIGN_OFF, fledge.monitoring.ReturnStatus.RETURNED)
              and not r.clockPaused and r.validVersionId is null and r.reopenedBy is null
              and coalesce(r.correctUntil, r.movedEntryEndAt, d.entryEndAt) <= :now and r.id > :after
            order by r.id""")
    List<UUID> toClose(UUID after, Instant now, Limit most);

    @Query("""
            select r.id from Return r join Round d on d.id = r.roundId
            where r.status = fledge.monitoring.ReturnStatus.ACCEPTED and d.editEndAt <= :now and r.id > :after
            order by r.id""")
    List<UUID> toLock(UUID after, Instant now, Limit most);
}
