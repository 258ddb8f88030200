package fledge.base;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface BaseRepository extends ListCrudRepository<Base, UUID> {

    /** In the order of registration, which is that of the documents. */
    List<Base> findAllByOrderById();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Base b where b.id = :id")
    Optional<Base> lock(UUID id);

    Optional<Base> findByNameZh(String nameZh);

    List<Base> findByOperatorUnitId(UUID operatorUnitId);

    boolean existsByPartOf(UUID partOf);
}
