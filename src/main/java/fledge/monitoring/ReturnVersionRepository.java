package fledge.monitoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ReturnVersionRepository extends ListCrudRepository<ReturnVersion, UUID> {

    List<ReturnVersion> findByReturnIdOrderByNumberDesc(UUID returnId);

    Optional<ReturnVersion> findByReturnIdAndNumber(UUID returnId, int number);
}
