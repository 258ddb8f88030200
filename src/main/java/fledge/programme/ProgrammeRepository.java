package fledge.programme;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ProgrammeRepository extends ListCrudRepository<Programme, UUID> {

    Optional<Programme> findByCode(String code);

    /** The latest years first; without years last. */
    @Query("select p from Programme p order by p.startYear desc nulls last, p.code")
    List<Programme> inOrder();
}
