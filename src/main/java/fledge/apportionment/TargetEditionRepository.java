package fledge.apportionment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface TargetEditionRepository extends ListCrudRepository<TargetEdition, UUID> {

    List<TargetEdition> findBySetIdOrderByNumberDesc(UUID setId);

    Optional<TargetEdition> findBySetIdAndNumber(UUID setId, int number);
}
