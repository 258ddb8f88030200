package fledge.enterprise;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface EnterpriseRepository extends ListCrudRepository<Enterprise, UUID> {

    /** For every change: whoever comes second waits, and then sees what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Enterprise e where e.id = :id")
    Optional<Enterprise> lock(UUID id);

    Optional<Enterprise> findByCreditCode(String creditCode);

    /**
     * Those of the codes that are registered. Each is looked up by itself: of a register that is just being filled the planner knows
     * little, and would rather read the whole of it for every batch.
     */
    @NativeQuery("""
            select e.* from unnest(cast(:codes as text[])) as asked (code)
            cross join lateral (select * from enterprise where credit_code = asked.code limit 1) e""")
    List<Enterprise> registered(String[] codes);

    /** The same ones to be changed together, always in the order of their codes, so that nobody waits for each other. */
    @NativeQuery("""
            select e.* from (select code from unnest(cast(:codes as text[])) as code order by code) as asked
            cross join lateral (select * from enterprise where credit_code = asked.code limit 1 for update) e""")
    List<Enterprise> lockAll(String[] codes);

    /** The company that the household business of that code became. */
    @Query("""
            select e from Enterprise e join GrowthEvent g on g.enterpriseId = e.id
            where g.formerCode = :formerCode and g.withdrawnAt is null""")
    Optional<Enterprise> grownFrom(String formerCode);
}
