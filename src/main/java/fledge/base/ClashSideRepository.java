package fledge.base;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ClashSideRepository extends ListCrudRepository<ClashSide, UUID> {

    List<ClashSide> findByClashIdInOrderByPosition(Collection<UUID> clashIds);
}
