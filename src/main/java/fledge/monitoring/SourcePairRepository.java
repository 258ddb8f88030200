package fledge.monitoring;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface SourcePairRepository extends ListCrudRepository<SourcePair, UUID> {

    List<SourcePair> findAllByOrderByName();

    boolean existsByIndicatorIdAndKindAndName(UUID indicatorId, SourceKind kind, String name);

    /** The pairs of some indicators in which the other source says something of a quarter. */
    @Query("""
            select p from SourcePair p where p.indicatorId in :indicators
              and exists (select 1 from SourceValue v where v.pairId = p.id and v.period = :period)
            order by p.indicatorId, p.name, p.id""")
    List<SourcePair> thatSpeakOf(Collection<UUID> indicators, int period);
}
