package fledge.apportionment;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface TargetSetRepository extends ListCrudRepository<TargetSet, UUID> {

    /** For a change of the set or anything in it: whoever comes second waits, and then sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from TargetSet s where s.id = :id")
    Optional<TargetSet> lock(UUID id);

    List<TargetSet> findByProgrammeIdOrderByNumber(UUID programmeId);

    List<TargetSet> findAllByOrderBySinceDesc();

    List<TargetSet> findByStatusIn(Collection<TargetSetStatus> statuses);

    @Query("select coalesce(max(s.number), 0) from TargetSet s where s.programmeId = :programmeId")
    int lastNumber(UUID programmeId);
}
