package fledge.apportionment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface TargetEditionRepository extends ListCrudRepository<TargetEdition, UUID> {

    List<TargetEdition> findBySetIdOrderByNumberDesc(UUID setId);

    Optional<TargetEdition> findBySetIdAndNumber(UUID setId, int number);

    /** The present edition of each issued set of the programme that has a part for the indicator. */
    @Query("""
            select new fledge.apportionment.IssuedEdition(s.id, s.name, e.number, e.documentNo, e.issuedAt, e.hash)
            from TargetEdition e join TargetSet s on s.id = e.setId and s.edition = e.number
            where s.programmeId = :programmeId and s.status in (fledge.apportionment.TargetSetStatus.ISSUED,
              fledge.apportionment.TargetSetStatus.CLOSED)
              and exists (select 1 from TargetLine l
                where l.setId = s.id and l.indicatorId = :indicatorId and l.untilEdition is null)
            order by s.number""")
    List<IssuedEdition> inForce(UUID programmeId, UUID indicatorId);
}
