package fledge.template;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ReportTemplateRepository extends ListCrudRepository<ReportTemplate, UUID> {

    /** Every version of a programme's form for a change of one, or before a round is opened with one. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from ReportTemplate t where t.programmeId = :programmeId order by t.edition")
    List<ReportTemplate> lock(UUID programmeId);

    List<ReportTemplate> findByProgrammeIdOrderByEditionDesc(UUID programmeId);

    List<ReportTemplate> findAllByOrderByProgrammeIdAscEditionDesc();

    List<ReportTemplate> findByStatus(TemplateStatus status);
}
