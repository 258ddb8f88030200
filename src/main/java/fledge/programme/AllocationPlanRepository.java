package fledge.programme;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface AllocationPlanRepository extends ListCrudRepository<AllocationPlan, UUID> {

    Optional<AllocationPlan> findByIndicatorId(UUID indicatorId);
}
