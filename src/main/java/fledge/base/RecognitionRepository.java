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

    @Query("""
            select new fledge.base.RecognitionWithTerm(r, t) from Recognition r
            left join RecognitionTerm t on t.recognitionId = r.id
            where r.baseId in :bases order by r.id, t.validFrom""")
    List<RecognitionWithTerm> withTerms(Collection<UUID> bases);

    @Query("""
            select new fledge.base.RecognitionWithBase(r, b) from Recognition r join Base b on b.id = r.baseId
            where r.status in :statuses order by r.since, r.id""")
    List<RecognitionWithBase> withBases(Collection<RecognitionStatus> statuses);

    List<Recognition> findByStatusIn(Collection<RecognitionStatus> statuses);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Recognition r where r.id = :id")
    Optional<Recognition> lock(UUID id);
}
