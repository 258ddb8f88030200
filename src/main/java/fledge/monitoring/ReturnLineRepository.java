package fledge.monitoring;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ReturnLineRepository extends ListCrudRepository<ReturnLine, UUID> {

    List<ReturnLine> findByReturnIdOrderByPosition(UUID returnId);
}
