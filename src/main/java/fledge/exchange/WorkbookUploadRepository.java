package fledge.exchange;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

/** The subject of an upload is a return or a target set; ids are unique everywhere. */
interface WorkbookUploadRepository extends ListCrudRepository<WorkbookUpload, UUID> {

    @Query(
            "select u from WorkbookUpload u where (u.returnId = :subject or u.setId = :subject) and u.uploadedBy = :person and u.confirmedAt is null")
    Optional<WorkbookUpload> open(UUID subject, UUID person);

    /** For the confirmation: who presses twice waits for the first press. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from WorkbookUpload u where u.id = :id")
    Optional<WorkbookUpload> lock(UUID id);

    @Modifying
    @Query(
            "delete from WorkbookUpload u where (u.returnId = :subject or u.setId = :subject) and u.uploadedBy = :person and u.confirmedAt is null")
    int discard(UUID subject, UUID person);

    @Modifying
    @Query("delete from WorkbookUpload u where u.uploadedAt < :before")
    int forget(Instant before);
}
