package fledge.amendment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface AmendmentImpactRepository extends ListCrudRepository<AmendmentImpact, UUID> {

    List<AmendmentImpact> findByAmendmentIdAndEditionOrderByPosition(UUID amendmentId, int edition);
}
