package fledge.monitoring;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ReturnLineRepository extends ListCrudRepository<ReturnLine, UUID> {

    /** What the return asks for. */
    @Query("select l.indicatorId from ReturnLine l where l.returnId = :returnId")
    Set<UUID> indicatorsOf(UUID returnId);

    List<ReturnLine> findByReturnIdOrderByPosition(UUID returnId);
}
