package fledge.exchange;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ReturnUploadRepository extends ListCrudRepository<ReturnUpload, UUID> {

    @Query(
            "select u from ReturnUpload u where u.returnId = :returnId and u.uploadedBy = :person and u.confirmedAt is null")
    Optional<ReturnUpload> open(UUID returnId, UUID person);

    /** For the confirmation: who presses twice waits for the first press. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from ReturnUpload u where u.id = :id")
    Optional<ReturnUpload> lock(UUID id);

    @Modifying
    @Query(
            "delete from ReturnUpload u where u.returnId = :returnId and u.uploadedBy = :person and u.confirmedAt is null")
    int discard(UUID returnId, UUID person);

    @Modifying
    @Query("delete from ReturnUpload u where u.uploadedAt < :before")
    int forget(Instant before);
}
