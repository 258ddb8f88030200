package fledge.base;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ResidencyRepository extends ListCrudRepository<Residency, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Residency r where r.id = :id")
    Optional<Residency> lock(UUID id);

    List<Residency> findByBaseIdAndEnterpriseIdAndStruckFalse(UUID baseId, UUID enterpriseId);
}
