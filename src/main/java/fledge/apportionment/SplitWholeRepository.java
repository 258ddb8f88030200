package fledge.apportionment;

import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface SplitWholeRepository extends ListCrudRepository<SplitWhole, UUID> {

    /** At once, so that the wholes of the next circulation can be written. */
    @Modifying
    @Query("delete from SplitWhole w where w.setId = :setId")
    void deleteBySetId(UUID setId);
}
