package fledge.base;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface BaseResultRepository extends ListCrudRepository<BaseResult, UUID> {

    List<BaseResult> findByBaseIdInOrderById(Collection<UUID> baseIds);
}
