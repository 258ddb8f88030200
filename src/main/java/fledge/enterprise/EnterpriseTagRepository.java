package fledge.enterprise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface EnterpriseTagRepository extends ListCrudRepository<EnterpriseTag, UUID> {

    List<EnterpriseTag> findByEnterpriseIdOrderByGrantedOnDesc(UUID enterpriseId);

    Optional<EnterpriseTag> findByIdAndEnterpriseId(UUID id, UUID enterpriseId);

    boolean existsByEnterpriseIdAndTagAndGrantedOnAndWithdrawnAtIsNull(
            UUID enterpriseId, TagKind tag, LocalDate grantedOn);
}
