package fledge.monitoring;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface SourcePairRepository extends ListCrudRepository<SourcePair, UUID> {

    List<SourcePair> findAllByOrderByName();

    boolean existsByIndicatorIdAndKindAndName(UUID indicatorId, SourceKind kind, String name);
}
