package fledge.programme;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface AllocationRepository extends ListCrudRepository<Allocation, UUID> {

    @Query("select a from Allocation a where a.planId = :planId order by a.position, a.year")
    List<Allocation> ofPlan(UUID planId);
}
