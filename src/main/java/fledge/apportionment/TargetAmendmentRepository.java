package fledge.apportionment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface TargetAmendmentRepository extends ListCrudRepository<TargetAmendment, UUID> {

    List<TargetAmendment> findBySetIdOrderByNumberDesc(UUID setId);

    List<TargetAmendment> findByStatusInOrderBySince(Collection<TargetAmendmentStatus> statuses);

    @Query(
            "select a from TargetAmendment a where a.status = fledge.apportionment.TargetAmendmentStatus.EFFECTIVE order by a.effectiveAt desc")
    List<TargetAmendment> effective();

    @Query("select a.setId from TargetAmendment a where a.id = :id")
    Optional<UUID> setOf(UUID id);

    @Query("select coalesce(max(a.number), 0) from TargetAmendment a where a.setId = :setId")
    int lastNumber(UUID setId);
}
