package fledge.monitoring;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ReturnStepRepository extends ListCrudRepository<ReturnStep, UUID> {

    List<ReturnStep> findByReturnIdOrderByAtDescIdDesc(UUID returnId);
}
