package fledge.apportionment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface TargetStepRepository extends ListCrudRepository<TargetStep, UUID> {

    /** The set's own steps, the newest first. */
    @Query(
            "select s from TargetStep s where s.setId = :setId and s.lineId is null and s.amendmentId is null order by s.id desc")
    List<TargetStep> ofSet(UUID setId);

    List<TargetStep> findByLineIdOrderByIdDesc(UUID lineId);

    List<TargetStep> findByAmendmentIdOrderByIdDesc(UUID amendmentId);
}
