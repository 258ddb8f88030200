package fledge.enterprise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface GrowthEventRepository extends ListCrudRepository<GrowthEvent, UUID> {

    List<GrowthEvent> findByEnterpriseIdOrderByHappenedOnDesc(UUID enterpriseId);

    Optional<GrowthEvent> findByIdAndEnterpriseId(UUID id, UUID enterpriseId);

    boolean existsByEnterpriseIdAndKindAndHappenedOnAndWithdrawnAtIsNull(
            UUID enterpriseId, GrowthKind kind, LocalDate happenedOn);
}
