package fledge.base;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface AssessmentRepository extends ListCrudRepository<Assessment, UUID> {

    List<Assessment> findByRecognitionIdInOrderByYear(Collection<UUID> recognitionIds);
}
