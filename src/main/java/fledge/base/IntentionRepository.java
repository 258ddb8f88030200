package fledge.base;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface IntentionRepository extends JpaRepository<Intention, UUID> {

    List<Intention> findAllByOrderById();

    List<Intention> findByWithdrawnFalseOrderById();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from Intention i where i.id = :id")
    Optional<Intention> lock(UUID id);

    Optional<Intention> findByNameZhAndWithdrawnFalse(String nameZh);
}
