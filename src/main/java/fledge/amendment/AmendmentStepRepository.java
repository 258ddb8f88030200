package fledge.amendment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface AmendmentStepRepository extends ListCrudRepository<AmendmentStep, UUID> {

    List<AmendmentStep> findByAmendmentIdOrderByNumberDesc(UUID amendmentId);
}
