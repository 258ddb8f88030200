package fledge.mail;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface LetterRepository extends ListCrudRepository<Letter, UUID> {

    @Query("select l.id from Letter l where l.status = fledge.mail.LetterStatus.WAITING and l.nextTryAt <= :now"
            + " order by l.nextTryAt, l.id")
    List<UUID> due(Instant now, Limit most);

    /** For a transition: whoever comes second waits, and then sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select l from Letter l where l.id = :id")
    Optional<Letter> lock(UUID id);

    List<Letter> findByStatusInOrderByIdDesc(Collection<LetterStatus> statuses, Pageable page);

    @Query("select l.id from Letter l where l.status in :statuses order by l.id")
    List<UUID> in(Collection<LetterStatus> statuses, Limit most);

    long countByAccountIdAndPurposeAndMadeAtAfter(UUID accountId, LetterPurpose purpose, Instant moment);

    @Query("select new fledge.mail.LetterCount(l.status, count(l)) from Letter l group by l.status")
    List<LetterCount> counts();
}
