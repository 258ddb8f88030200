package fledge.programme;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface TargetRepository extends ListCrudRepository<Target, UUID> {

    @Query("select t from Target t where t.programmeId = :programmeId order by t.finalTarget, t.year nulls last")
    List<Target> ofProgramme(UUID programmeId);

    @Query("select t from Target t where t.indicatorId = :indicatorId order by t.finalTarget, t.year nulls last")
    List<Target> ofIndicator(UUID indicatorId);
}
