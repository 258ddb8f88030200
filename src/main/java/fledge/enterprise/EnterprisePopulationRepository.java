package fledge.enterprise;

import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface EnterprisePopulationRepository extends ListCrudRepository<EnterprisePopulation, UUID> {}
