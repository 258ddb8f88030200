package fledge.attachment;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface AttachmentRepository extends ListCrudRepository<Attachment, UUID> {

    List<Attachment> findByOwnerKindAndOwnerIdOrderByHandedInAtAscIdAsc(AttachmentOwner.Kind kind, UUID ownerId);

    List<Attachment> findTop20ByScanOrderByHandedInAt(ScanState scan);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Attachment a where a.id = :id")
    Optional<Attachment> lock(UUID id);

    @Query("select a.id from Attachment a where a.id in :ids")
    Set<UUID> known(Collection<UUID> ids);

    /** How many bytes the city has handed in since then. */
    @Query("select coalesce(sum(a.size), 0) from Attachment a where a.handedInAt >= :since")
    long sizeSince(Instant since);
}
