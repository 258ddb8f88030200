package fledge.apportionment;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface AmendmentChangeRepository extends ListCrudRepository<AmendmentChange, UUID> {

    /** Each change with the line it concerns. */
    @Query("""
            select new fledge.apportionment.ChangedLine(c, l) from AmendmentChange c join TargetLine l on l.id = c.lineId
            where c.amendmentId in :amendments order by l.indicatorId, l.position, l.year, l.quarter nulls first""")
    List<ChangedLine> of(Collection<UUID> amendments);
}
