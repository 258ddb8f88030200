package fledge.base;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface MilestoneRepository extends ListCrudRepository<Milestone, UUID> {

    List<Milestone> findByBaseIdOrderByDueAscIdAsc(UUID baseId);

    boolean existsByBaseIdAndWhat(UUID baseId, String what);
}
