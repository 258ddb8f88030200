package fledge.programme;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ReportingUnitRepository extends ListCrudRepository<ReportingUnit, UUID> {

    List<ReportingUnit> findByProgrammeIdOrderByPosition(UUID programmeId);

    List<ReportingUnit> findByIndicatorIdOrderByPosition(UUID indicatorId);
}
