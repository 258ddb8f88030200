package fledge.monitoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface RoundRepository extends ListCrudRepository<Round, UUID> {

    Optional<Round> findByProgrammeIdAndPeriod(UUID programmeId, int period);

    List<Round> findByProgrammeIdOrderByPeriodDesc(UUID programmeId);

    List<Round> findAllByOrderByPeriodDesc();
}
