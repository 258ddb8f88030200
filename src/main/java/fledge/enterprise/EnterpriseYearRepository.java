package fledge.enterprise;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface EnterpriseYearRepository extends ListCrudRepository<EnterpriseYear, UUID> {

    List<EnterpriseYear> findByEnterpriseIdOrderByYearDesc(UUID enterpriseId);

    Optional<EnterpriseYear> findByEnterpriseIdAndYear(UUID enterpriseId, int year);
}
