package fledge.programme;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface IndicatorRepository extends ListCrudRepository<Indicator, UUID> {

    @Query("select i from Indicator i join fetch i.programme p where p.id = :programmeId order by i.position")
    List<Indicator> ofProgramme(UUID programmeId);

    /** The same with its approved definitions and their bridges: a row for each bridged quarter, at least one for an indicator. */
    @Query("""
            select new fledge.programme.DefinedIndicator(i, d, b) from Indicator i
            left join IndicatorDefinition d on d.indicatorId = i.id and d.status = DefinitionStatus.APPROVED
            left join BridgeRow b on b.definitionId = d.id
            where i.programme.id = :programmeId order by i.position, d.number, b.period""")
    List<DefinedIndicator> withDefinitions(UUID programmeId);

    @Query("select i from Indicator i join fetch i.programme where i.id = :id")
    Optional<Indicator> withProgramme(UUID id);

    @Query("select coalesce(max(i.position), 0) from Indicator i where i.programme.id = :programmeId")
    int lastPosition(UUID programmeId);

    @Query("select i from Indicator i where i.programme.id = :programmeId and i.code = :code")
    Optional<Indicator> byCode(UUID programmeId, String code);
}
