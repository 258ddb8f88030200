package fledge.monitoring;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface ReturnClockRepository extends JpaRepository<ReturnClock, UUID> {

    Optional<ReturnClock> findByReturnIdAndEndedAtIsNull(UUID returnId);

    /** The running clocks of these returns, with their pauses. */
    @Query("""
            select new fledge.monitoring.ClockWithPause(c, p) from ReturnClock c
            left join ClockPause p on p.clockId = c.id
            where c.returnId in :returnIds and c.endedAt is null order by p.pausedAt""")
    List<ClockWithPause> running(Collection<UUID> returnIds);

    /** Every clock of a return, the newest first, with its pauses. */
    @Query("""
            select new fledge.monitoring.ClockWithPause(c, p) from ReturnClock c
            left join ClockPause p on p.clockId = c.id
            where c.returnId = :returnId order by c.startedAt desc, c.id desc, p.pausedAt""")
    List<ClockWithPause> of(UUID returnId);
}
