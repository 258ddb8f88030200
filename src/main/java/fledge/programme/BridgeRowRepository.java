package fledge.programme;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface BridgeRowRepository extends ListCrudRepository<BridgeRow, UUID> {

    List<BridgeRow> findByDefinitionIdOrderByPeriod(UUID definitionId);

    /** Those of that quarter and later; what was changed before is written first. */
    @Modifying(flushAutomatically = true)
    @Query("delete from BridgeRow b where b.definitionId = :definitionId and b.period >= :first")
    void deleteFrom(UUID definitionId, int first);
}
