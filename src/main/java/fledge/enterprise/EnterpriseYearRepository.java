package fledge.enterprise;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface EnterpriseYearRepository extends ListCrudRepository<EnterpriseYear, UUID> {

    List<EnterpriseYear> findByEnterpriseIdOrderByYearDesc(UUID enterpriseId);

    List<EnterpriseYear> findByEnterpriseIdIn(Collection<UUID> enterpriseIds);

    Optional<EnterpriseYear> findByEnterpriseIdAndYear(UUID enterpriseId, int year);
}
