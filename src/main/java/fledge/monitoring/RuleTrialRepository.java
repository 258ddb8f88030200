package fledge.monitoring;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface RuleTrialRepository extends ListCrudRepository<RuleTrial, UUID> {

    List<RuleTrial> findByRuleIdOrderByPeriodDesc(UUID ruleId);
}
