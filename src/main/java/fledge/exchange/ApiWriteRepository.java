package fledge.exchange;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ApiWriteRepository extends ListCrudRepository<ApiWrite, UUID> {

    Optional<ApiWrite> findByTokenIdAndIdempotencyKey(UUID tokenId, String idempotencyKey);

    @Query("select count(w) from ApiWrite w where w.tokenId = :tokenId and w.at > :since")
    long countSince(UUID tokenId, Instant since);

    @Modifying
    @Query("delete from ApiWrite w where w.at < :before")
    int forget(Instant before);
}
