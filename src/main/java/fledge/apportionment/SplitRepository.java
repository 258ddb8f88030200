package fledge.apportionment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface SplitRepository extends ListCrudRepository<Split, UUID> {

    List<Split> findBySetId(UUID setId);

    List<Split> findBySetIdAndIndicatorIdIn(UUID setId, Collection<UUID> indicatorIds);

    Optional<Split> findBySetIdAndIndicatorId(UUID setId, UUID indicatorId);
}
