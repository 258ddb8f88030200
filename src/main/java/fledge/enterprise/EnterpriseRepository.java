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

    /** Those who have one of the codes; {@code locked} if they are to be changed. */
    @NativeQuery("select * from enterprises_by_code(cast(:codes as text[]), :locked)")
    List<Enterprise> byCode(String[] codes, boolean locked);

    /** The company that the household business of that code became. */
    @Query("""
            select e from Enterprise e join GrowthEvent g on g.enterpriseId = e.id
            where g.formerCode = :formerCode and g.withdrawnAt is null""")
    Optional<Enterprise> grownFrom(String formerCode);
}
