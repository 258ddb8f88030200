package fledge.monitoring;

import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.ListCrudRepository;

interface RestatementRepository extends ListCrudRepository<Restatement, UUID> {

    List<Restatement> findByProgrammeIdOrderByAtDescIdDesc(UUID programmeId, Limit limit);

    List<Restatement> findByIndicatorIdOrderByAtDescIdDesc(UUID indicatorId, Limit limit);

    List<Restatement> findByReturnIdOrderByAtDescIdDesc(UUID returnId, Limit limit);
}
