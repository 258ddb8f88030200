package fledge.monitoring;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ExplanationReasonRepository extends ListCrudRepository<ExplanationReason, UUID> {

    List<ExplanationReason> findAllByOrderByPosition();
}
