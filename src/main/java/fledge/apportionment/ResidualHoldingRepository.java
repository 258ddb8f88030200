package fledge.apportionment;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ResidualHoldingRepository extends ListCrudRepository<ResidualHolding, UUID> {

    List<ResidualHolding> findBySetIdOrderById(UUID setId);

    List<ResidualHolding> findByUnitIdInAndSignedByIsNullOrderById(Collection<UUID> units);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select h from ResidualHolding h where h.id = :id")
    Optional<ResidualHolding> lock(UUID id);
}
