package fledge.apportionment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface SplitRepository extends ListCrudRepository<Split, UUID> {

    List<Split> findBySetId(UUID setId);

    Optional<Split> findBySetIdAndIndicatorId(UUID setId, UUID indicatorId);
}
