package fledge.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface NoticeRepository extends ListCrudRepository<Notice, UUID> {

    @Query("select distinct n.accountId from Notice n"
            + " where n.letterId is null and n.leftOutAt is null and n.ripeAt <= :now order by n.accountId")
    List<UUID> accountsWithRipe(Instant now);

    @Query("select n from Notice n where n.accountId = :accountId"
            + " and n.letterId is null and n.leftOutAt is null and n.ripeAt <= :now order by n.id")
    List<Notice> ripe(UUID accountId, Instant now);

    List<Notice> findByLetterIdOrderById(UUID letterId);

    long countByLetterIdIsNullAndLeftOutAtIsNull();
}
