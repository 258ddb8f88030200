package fledge.programme;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ResponsibilityRepository extends ListCrudRepository<Responsibility, UUID> {

    List<Responsibility> findByProgrammeIdOrderByPosition(UUID programmeId);

    List<Responsibility> findByIndicatorIdOrderByPosition(UUID indicatorId);
}
