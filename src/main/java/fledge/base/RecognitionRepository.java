package fledge.base;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface RecognitionRepository extends ListCrudRepository<Recognition, UUID> {

    List<Recognition> findByBaseIdOrderById(UUID baseId);

    List<Recognition> findAllByOrderById();

    List<Recognition> findByStatusIn(Collection<RecognitionStatus> statuses);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Recognition r where r.id = :id")
    Optional<Recognition> lock(UUID id);
}
