package fledge.enterprise;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface EnterpriseRepository extends ListCrudRepository<Enterprise, UUID> {

    /** For every change: whoever comes second waits, and then sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Enterprise e where e.id = :id")
    Optional<Enterprise> lock(UUID id);

    Optional<Enterprise> findByCreditCode(String creditCode);

    List<Enterprise> findByCreditCodeIn(Collection<String> codes);

    /** Several to be changed together, always in this order, so that nobody waits for each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Enterprise e where e.creditCode in :codes order by e.id")
    List<Enterprise> lockAll(Collection<String> codes);

    /** The company that the household business of that code became. */
    @Query("""
            select e from Enterprise e join GrowthEvent g on g.enterpriseId = e.id
            where g.formerCode = :formerCode and g.withdrawnAt is null""")
    Optional<Enterprise> grownFrom(String formerCode);

    @Query("select e.creditCode from Enterprise e where e.creditCode in :codes")
    Set<String> known(Collection<String> codes);
}
