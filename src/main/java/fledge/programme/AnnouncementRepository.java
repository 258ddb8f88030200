package fledge.programme;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface AnnouncementRepository extends ListCrudRepository<Announcement, UUID> {

    @Query(
            "select a from Announcement a where a.withdrawnAt is null order by a.publishedAt desc, a.id desc limit :most")
    List<Announcement> inForce(int most);

    @Query("select a from Announcement a order by a.publishedAt desc, a.id desc limit :most")
    List<Announcement> latest(int most);
}
