package fledge.programme;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface PhaseRepository extends ListCrudRepository<Phase, UUID> {

    List<Phase> findByProgrammeIdOrderByPosition(UUID programmeId);
}
