package fledge.programme;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface PolicyDocumentRepository extends ListCrudRepository<PolicyDocument, UUID> {

    List<PolicyDocument> findByProgrammeIdOrderByPosition(UUID programmeId);
}
