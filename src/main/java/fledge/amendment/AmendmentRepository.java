package fledge.amendment;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface AmendmentRepository extends ListCrudRepository<Amendment, UUID> {

    @Query("select a.returnId from Amendment a where a.id = :id")
    Optional<UUID> returnOf(UUID id);

    /** For a change; its return is locked first. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Amendment a where a.id = :id")
    Optional<Amendment> lock(UUID id);

    boolean existsByReturnIdAndStatusIn(UUID returnId, Collection<AmendmentStatus> statuses);

    @Query("select a from Amendment a where a.unitId in :units and a.status in :statuses"
            + " order by a.since desc, a.id desc")
    List<Amendment> ofUnits(Collection<UUID> units, Collection<AmendmentStatus> statuses);

    List<Amendment> findByStatusInOrderBySince(Collection<AmendmentStatus> statuses);

    List<Amendment> findByReturnIdOrderBySinceDesc(UUID returnId);

    @Query(
            "select a.id from Amendment a where a.status = fledge.amendment.AmendmentStatus.OPEN and a.expiresAt <= :now")
    List<UUID> expired(Instant now);
}
