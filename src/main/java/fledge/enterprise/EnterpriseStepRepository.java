package fledge.enterprise;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface EnterpriseStepRepository extends ListCrudRepository<EnterpriseStep, UUID> {

    List<EnterpriseStep> findByEnterpriseIdOrderByNumberDesc(UUID enterpriseId);
}
