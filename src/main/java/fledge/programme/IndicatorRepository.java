package fledge.programme;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface IndicatorRepository extends ListCrudRepository<Indicator, UUID> {

    @Query("select i from Indicator i join fetch i.programme p where p.id = :programmeId order by i.position")
    List<Indicator> ofProgramme(UUID programmeId);

    @Query("select i from Indicator i join fetch i.programme where i.id = :id")
    Optional<Indicator> withProgramme(UUID id);

    @Query("select coalesce(max(i.position), 0) from Indicator i where i.programme.id = :programmeId")
    int lastPosition(UUID programmeId);

    @Query("select i from Indicator i where i.programme.id = :programmeId and i.code = :code")
    Optional<Indicator> byCode(UUID programmeId, String code);
}
