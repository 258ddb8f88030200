package fledge.programme;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface BridgeRowRepository extends ListCrudRepository<BridgeRow, UUID> {

    List<BridgeRow> findByDefinitionIdOrderByPeriod(UUID definitionId);
}
