package fledge.mail;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface MailboxRepository extends ListCrudRepository<Mailbox, UUID> {

    Optional<Mailbox> findByAccountId(UUID accountId);

    List<Mailbox> findByAccountIdIn(Collection<UUID> accountIds);

    /** For its notices to become a letter: whoever comes second waits, and then finds none left. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Mailbox m where m.accountId = :accountId")
    Optional<Mailbox> lock(UUID accountId);
}
