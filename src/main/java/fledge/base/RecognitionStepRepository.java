package fledge.base;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface RecognitionStepRepository extends ListCrudRepository<RecognitionStep, UUID> {

    List<RecognitionStep> findByRecognitionIdInOrderByAtDescNumberDesc(Collection<UUID> recognitionIds);
}
