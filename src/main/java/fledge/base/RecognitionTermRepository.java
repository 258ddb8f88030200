package fledge.base;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface RecognitionTermRepository extends ListCrudRepository<RecognitionTerm, UUID> {

    List<RecognitionTerm> findByRecognitionIdInOrderByValidFrom(Collection<UUID> recognitionIds);
}
