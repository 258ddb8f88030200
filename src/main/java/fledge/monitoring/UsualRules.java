package fledge.monitoring;

import fledge.kernel.AuditedEvent.Subject;
import fledge.monitoring.rules.RuleTerms;
import fledge.programme.ProgrammePublished;
import fledge.tenancy.PortalClock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives a programme that comes into force the usual plausibility rules, and its city the usual reasons if it has none. */
@Component
class UsualRules {

    private final PlausibilityRuleRepository rules;
    private final ExplanationReasonRepository reasons;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    UsualRules(
            PlausibilityRuleRepository rules,
            ExplanationReasonRepository reasons,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.rules = rules;
        this.reasons = reasons;
        this.clock = clock;
        this.events = events;
    }

    @EventListener
    void found(ProgrammePublished published) {
        int number = rules.lastNumber().orElse(0);
        var usual = new ArrayList<PlausibilityRule>();
        for (RuleTerms terms : RuleTerms.usual()) {
            usual.add(PlausibilityRule.usual(number + usual.size() + 1, terms, published.id(), clock.now()));
        }
        rules.saveAll(usual);
        if (reasons.count() == 0) {
            reasons.saveAll(ExplanationReason.usual());
        }
        events.publishEvent(new UsualRulesFounded(
                new Subject("programme", published.id(), published.label()), kinds(RuleTerms.usual())));
    }

    private static List<String> kinds(List<RuleTerms> usual) {
        return usual.stream().map(terms -> terms.kind().name()).toList();
    }
}
