package fledge.base;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface LedgerComparisonRepository extends ListCrudRepository<LedgerComparison, UUID> {

    List<LedgerComparison> findAllByOrderById();

    boolean existsByIndicatorId(UUID indicatorId);
}
