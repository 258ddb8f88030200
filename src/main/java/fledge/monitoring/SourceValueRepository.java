package fledge.monitoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface SourceValueRepository extends ListCrudRepository<SourceValue, UUID> {

    List<SourceValue> findByPairIdOrderByPeriodDesc(UUID pairId);

    List<SourceValue> findAllByOrderByPeriodDesc();

    Optional<SourceValue> findByPairIdAndPeriod(UUID pairId, int period);
}
