package fledge.programme;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ProgrammeRepository extends ListCrudRepository<Programme, UUID> {

    Optional<Programme> findByCode(String code);

    /** The latest years first; without years last. */
    @Query("select p from Programme p order by p.startYear desc nulls last, p.code")
    List<Programme> inOrder();

    /** Counts the version up, so that what is remembered of its indicators is read anew. */
    @Modifying
    @Query("update versioned Programme p set p.code = p.code where p.id = :id")
    void nextEdition(UUID id);
}
