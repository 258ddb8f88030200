package fledge.apportionment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface UnitBaseRepository extends ListCrudRepository<UnitBase, UUID> {

    List<UnitBase> findByIndicatorIdIn(Collection<UUID> indicatorIds);
}
