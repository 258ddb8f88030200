package fledge.programme;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface PrintedActualRepository extends ListCrudRepository<PrintedActual, UUID> {

    List<PrintedActual> findByProgrammeIdOrderByPosition(UUID programmeId);

    @Query("select coalesce(max(a.position), 0) from PrintedActual a where a.programmeId = :programmeId")
    int lastPosition(UUID programmeId);

    long countByProgrammeId(UUID programmeId);
}
