package fledge.programme;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ProgrammeRepository extends ListCrudRepository<Programme, UUID> {

    Optional<Programme> findByCode(String code);

    /** The latest years first; without years last. */
    @Query("select p from Programme p order by p.startYear desc nulls last, p.code")
    List<Programme> inOrder();

    /** Keeps a programme, and with it the definitions in force, as it is until the transaction ends; many may at once. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    @Query("select p from Programme p where p.id = :id")
    Optional<Programme> held(UUID id);

    /** Counts the version up, so that what is remembered of its indicators is read anew. */
    @Modifying
    @Query("update versioned Programme p set p.code = p.code where p.id = :id")
    void nextEdition(UUID id);
}
