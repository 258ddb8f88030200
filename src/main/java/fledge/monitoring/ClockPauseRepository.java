package fledge.monitoring;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ClockPauseRepository extends ListCrudRepository<ClockPause, UUID> {

    Optional<ClockPause> findByClockIdAndResumedAtIsNull(UUID clockId);
}
