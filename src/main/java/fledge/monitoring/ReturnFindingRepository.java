package fledge.monitoring;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ReturnFindingRepository extends ListCrudRepository<ReturnFinding, UUID> {

    List<ReturnFinding> findByReturnIdOrderByFindingClassAscIdAsc(UUID returnId);
}
