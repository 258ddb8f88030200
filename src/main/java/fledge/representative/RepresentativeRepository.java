package fledge.representative;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface RepresentativeRepository extends JpaRepository<Representative, UUID> {

    /** For a move: whoever comes second waits, and then sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Representative r where r.id = :id")
    Optional<Representative> lock(UUID id);

    List<Representative> findByPersonIdOrderByClaimedAtDescIdDesc(UUID personId);

    List<Representative> findByAccountIdAndStatus(UUID accountId, RepresentativeStatus status);

    boolean existsByAccountIdAndCreditCodeAndStatusIn(
            UUID accountId, String creditCode, Collection<RepresentativeStatus> statuses);

    boolean existsByEnterpriseIdAndCapacityAndStatus(UUID enterpriseId, Capacity capacity, RepresentativeStatus status);

    List<Representative> findByEnterpriseIdInAndStatusInOrderByCapacityDescSinceAscIdAsc(
            Collection<UUID> enterprises, Collection<RepresentativeStatus> statuses, Limit most);

    List<Representative> findByStatusInOrderBySinceDescIdDesc(Collection<RepresentativeStatus> statuses, Pageable page);

    int countByStatusIn(Collection<RepresentativeStatus> statuses);

    /** Since when the one that has waited longest waits. */
    @Query(
            "select min(r.since) from Representative r where r.status = fledge.representative.RepresentativeStatus.CLAIMED")
    @Nullable
    Instant waitingSince();
}
