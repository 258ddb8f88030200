package fledge.enterprise;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface EnterpriseImportRepository extends JpaRepository<EnterpriseImport, UUID> {

    /** For every step of a job and every word of an officer: whoever comes second sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from EnterpriseImport i where i.id = :id")
    Optional<EnterpriseImport> lock(UUID id);

    List<EnterpriseImport> findByStatusIn(Collection<ImportStatus> statuses);

    boolean existsByStatusIn(Collection<ImportStatus> statuses);

    List<EnterpriseImport> findByRowsForgottenAtIsNullAndEndedAtBefore(Instant before, Limit limit);

    List<EnterpriseImport> findByOrderByUploadedAtDescIdDesc(Limit limit);
}
