package fledge.monitoring;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface PlausibilityRuleRepository extends ListCrudRepository<PlausibilityRule, UUID> {

    /** Every version of a rule for a change of one, so that two of them never come into force at once. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from PlausibilityRule r where r.number = :number order by r.edition")
    List<PlausibilityRule> lock(int number);

    /** What judges a programme's returns of a quarter; what a newer version replaced goes on judging the quarters before it. */
    @Query("""
            select r from PlausibilityRule r
            where (r.programmeId = :programmeId or r.programmeId is null)
              and (r.validFrom is null or r.validFrom <= :period)
              and (r.status = fledge.monitoring.RuleStatus.IN_FORCE
                or (r.status = fledge.monitoring.RuleStatus.RETIRED and r.validUntil > :period))
            order by r.number, r.edition""")
    List<PlausibilityRule> judging(UUID programmeId, int period);

    /** All but the versions that others have replaced. */
    @Query("""
            select r from PlausibilityRule r
            where r.edition = (select max(s.edition) from PlausibilityRule s where s.number = r.number)
               or r.status = fledge.monitoring.RuleStatus.IN_FORCE
            order by r.number, r.edition""")
    List<PlausibilityRule> listed();

    List<PlausibilityRule> findByNumberOrderByEditionDesc(int number);

    List<PlausibilityRule> findByIdIn(Collection<UUID> ids);

    @Query("select max(r.number) from PlausibilityRule r")
    Optional<Integer> lastNumber();
}
