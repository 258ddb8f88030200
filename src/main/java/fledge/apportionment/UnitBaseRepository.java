package fledge.apportionment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface UnitBaseRepository extends ListCrudRepository<UnitBase, UUID> {

    List<UnitBase> findByIndicatorId(UUID indicatorId);
}
