package fledge.programme;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface IndicatorDefinitionRepository extends ListCrudRepository<IndicatorDefinition, UUID> {

    List<IndicatorDefinition> findByIndicatorIdOrderByNumber(UUID indicatorId);

    /** What was tested and waits for a decision. */
    @Query(
            "select new fledge.programme.ProposedDefinition(d, i) from IndicatorDefinition d join Indicator i on i.id = d.indicatorId"
                    + " where d.status = DefinitionStatus.TESTED order by d.madeAt")
    List<ProposedDefinition> awaitingApproval();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from IndicatorDefinition d where d.id = :id")
    Optional<IndicatorDefinition> locked(UUID id);

    /** Every version of an indicator with its bridge, a row for each bridged quarter. */
    @Query(
            "select new fledge.programme.DefinitionWithBridge(d, b) from IndicatorDefinition d left join BridgeRow b on b.definitionId = d.id"
                    + " where d.indicatorId = :indicatorId order by d.number, b.period")
    List<DefinitionWithBridge> ofIndicator(UUID indicatorId);
}
