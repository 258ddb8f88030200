package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.rules.RuleTerms;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.rules.Item;
import fledge.tenancy.PortalClock;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plausibility rules (校验规则): written down and tried by the planner, put in force by a second person, watched by their hits, and
 * retired with a reason. What a version says never changes; a change is a new version.
 */
@Service
public class PlausibilityService {

    /** How many of the last rounds the statistics cover. */
    public static final int ROUNDS = 8;

    private static final int HITS_SHOWN = 50;
    private static final int MOST_PAGES = 1000;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_MESSAGE = 200;

    private final PlausibilityRuleRepository rules;
    private final RuleTrialRepository trials;
    private final ReturnFindingRepository findings;
    private final RuleTrials trying;
    private final ProgrammeService programmes;
    private final UnitService units;
    private final EntityManager entityManager;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    PlausibilityService(
            PlausibilityRuleRepository rules,
            RuleTrialRepository trials,
            ReturnFindingRepository findings,
            RuleTrials trying,
            ProgrammeService programmes,
            UnitService units,
            EntityManager entityManager,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.rules = rules;
        this.trials = trials;
        this.findings = findings;
        this.trying = trying;
        this.programmes = programmes;
        this.units = units;
        this.entityManager = entityManager;
        this.clock = clock;
        this.events = events;
    }

    /** Every rule with what became of its hits in the last rounds, the worst first. */
    @Transactional(readOnly = true)
    public List<RuleStatistic> statistics() {
        Actor.current().require(Right.RULE_READ);
        Map<Integer, List<RuleTally>> byNumber = tallies();
        return rules.listed().stream()
                .map(rule -> new RuleStatistic(rule.view(), byNumber.getOrDefault(rule.number(), List.of())))
                .sorted(RuleStatistic.WORST_FIRST)
                .toList();
    }

    private Map<Integer, List<RuleTally>> tallies() {
        Quarter now = Quarter.of(clock.now().atZone(PortalClock.ZONE).toLocalDate());
        Instant since = now.plus(-ROUNDS).end().atStartOfDay(PortalClock.ZONE).toInstant();
        return findings.tallies(since).stream().collect(Collectors.groupingBy(RuleTally::number));
    }

    /** A version of a rule with everything known about it; the hits are those of all its versions, page by page. */
    @Transactional(readOnly = true)
    public RuleDossier rule(UUID id, int page) {
        Actor.current().require(Right.RULE_READ);
        PlausibilityRule rule = load(id);
        Slice<HitRow> hits = findings.hits(rule.number(), PageRequest.of(Math.clamp(page, 0, MOST_PAGES), HITS_SHOWN));
        return new RuleDossier(
                new RuleStatistic(rule.view(), tallies().getOrDefault(rule.number(), List.of())),
                rules.findByNumberOrderByEditionDesc(rule.number()).stream()
                        .map(PlausibilityRule::view)
                        .toList(),
                trials.findByRuleIdOrderByPeriodDesc(id).stream()
                        .map(RuleTrial::view)
                        .toList(),
                hits.stream().map(HitRow::view).toList(),
                hits.getNumber() * HITS_SHOWN,
                hits.hasNext());
    }

    /**
     * A version of a rule laid out.
     *
     * @param before how many newer hits there are than those shown
     */
    public record RuleDossier(
            RuleStatistic statistic,
            List<RuleView> versions,
            List<Trial> trials,
            List<RuleHit> hits,
            int before,
            boolean more) {}

    private PlausibilityRule load(UUID id) {
        return rules.findById(id).orElseThrow(() -> new NotFound("rule " + id));
    }

    /** Writes down a rule that was not there before. */
    @Transactional
    public UUID draft(NewRule made) {
        Actor.current().require(Right.RULE_MAKE);
        return write(rules.lastNumber().orElse(0) + 1, 1, made);
    }

    /** Writes down a new version of a rule; one that was still being prepared is replaced at once, one in force stays so. */
    @Transactional
    public UUID revise(UUID id, NewRule made) {
        Actor.current().require(Right.RULE_MAKE);
        List<PlausibilityRule> versions = rules.lock(load(id).number());
        PlausibilityRule last = versions.getLast();
        if (last.status() == RuleStatus.DRAFT || last.status() == RuleStatus.TESTED) {
            RuleStatus from = last.status();
            last.supersede(null, clock.now());
            moved(last, RuleAction.SUPERSEDE, from, "");
            entityManager.flush();
        }
        return write(last.number(), last.edition() + 1, made);
    }

    private UUID write(int number, int edition, NewRule made) {
        check(made);
        var rule = rules.save(
                new PlausibilityRule(number, edition, made, Actor.current().person(), clock.now()));
        events.publishEvent(new RuleDrafted(subject(rule), fields(made)));
        return rule.id();
    }

    private void check(NewRule made) {
        var reasons = new ArrayList<Reason>();
        if (made.name().isBlank() || made.name().length() > LONGEST_NAME) {
            reasons.add(Reason.on("name", "monitoring.rule.refused.name", LONGEST_NAME));
        }
        if (made.message().length() > LONGEST_MESSAGE) {
            reasons.add(Reason.on("message", "monitoring.refused.too-long", LONGEST_MESSAGE));
        }
        if (made.ownerUnitId() == null) {
            reasons.add(Reason.on("owner", "monitoring.rule.refused.owner"));
        } else if (!units.byId().containsKey(made.ownerUnitId())) {
            throw new NotFound("unit " + made.ownerUnitId());
        }
        reasons.addAll(terms(made).refusals());
        UUID programmeId = made.programmeId();
        if (programmeId != null) {
            List<IndicatorView> indicators = programmes.indicators(programmeId);
            Stream.of(made.subject(), made.other(), made.third())
                    .filter(Objects::nonNull)
                    .forEach(cell -> refuseForeign(cell, indicators));
        }
        RuleRefused.ifAny(reasons);
    }

    private static RuleTerms terms(NewRule made) {
        return new RuleTerms(
                "",
                made.kind(),
                made.findingClass(),
                made.subject() != null
                        ? RuleTerms.Scope.INDICATOR
                        : made.programmeId() != null ? RuleTerms.Scope.PROGRAMME : RuleTerms.Scope.CITY,
                operand(made.subject()),
                operand(made.other()),
                operand(made.third()),
                made.threshold(),
                made.lower(),
                made.upper(),
                made.least());
    }

    private static RuleTerms.@Nullable Operand operand(NewRule.@Nullable Cell cell) {
        return cell == null ? null : new RuleTerms.Operand(cell.indicatorId().toString(), cell.item());
    }

    private static void refuseForeign(NewRule.Cell cell, List<IndicatorView> indicators) {
        Item item = cell.item();
        boolean known = indicators.stream()
                .filter(indicator -> indicator.id().equals(cell.indicatorId()))
                .anyMatch(indicator -> item == null
                        || (CheckedLines.isNumber(item)
                                && indicator.comparison().items().contains(item)));
        if (!known) {
            throw new NotFound("no " + item + " of indicator " + cell.indicatorId());
        }
    }

    /** Tries the rule on past quarters and keeps what it would have found. */
    @Transactional
    public List<Trial> tryOut(UUID id) {
        PlausibilityRule rule = change(id, Right.RULE_MAKE);
        RuleStatus from = rule.status();
        rule.tried(Actor.current().person(), clock.now());
        List<Trial> tried = trying.of(rule);
        trials.deleteAll(trials.findByRuleIdOrderByPeriodDesc(id));
        entityManager.flush();
        trials.saveAll(tried.stream().map(trial -> new RuleTrial(id, trial)).toList());
        moved(rule, RuleAction.TRY, from, "");
        return tried;
    }

    /** Puts a tried rule in force; the version before it judges only the quarters before this one's first. */
    @Transactional
    public void enforce(UUID id) {
        PlausibilityRule rule = change(id, Right.RULE_ENFORCE);
        for (PlausibilityRule other : rules.lock(rule.number())) {
            if (!other.id().equals(id) && other.status() == RuleStatus.IN_FORCE) {
                other.supersede(rule.view().validFrom(), clock.now());
                moved(other, RuleAction.SUPERSEDE, RuleStatus.IN_FORCE, "");
            }
        }
        entityManager.flush();
        RuleStatus from = rule.status();
        rule.enforce(Actor.current().person(), clock.now());
        moved(rule, RuleAction.ENFORCE, from, "");
    }

    @Transactional
    public void retire(UUID id, String why) {
        PlausibilityRule rule = change(id, Right.RULE_MAKE);
        String reason = ReasonText.required("reason", why);
        RuleStatus from = rule.status();
        rule.retire(Actor.current().person(), reason, clock.now());
        moved(rule, RuleAction.RETIRE, from, reason);
    }

    private PlausibilityRule change(UUID id, Right right) {
        Actor.current().require(right);
        return rules.lock(load(id).number()).stream()
                .filter(version -> version.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void moved(PlausibilityRule rule, RuleAction way, RuleStatus from, String why) {
        events.publishEvent(new RuleMoved(subject(rule), way, from, rule.status(), why));
    }

    private static Subject subject(PlausibilityRule rule) {
        RuleView view = rule.view();
        String name = view.name().isEmpty() ? view.terms().kind().name() : view.name();
        return new Subject("plausibility-rule", rule.id(), "%s %d.%d".formatted(name, rule.number(), rule.edition()));
    }

    private static Map<String, String> fields(NewRule made) {
        var fields = new TreeMap<String, String>();
        put(fields, "name", made.name());
        put(fields, "kind", made.kind());
        put(fields, "findingClass", made.findingClass());
        put(fields, "programme", made.programmeId());
        put(fields, "subject", made.subject());
        put(fields, "other", made.other());
        put(fields, "third", made.third());
        put(fields, "threshold", made.threshold());
        put(fields, "lower", made.lower());
        put(fields, "upper", made.upper());
        put(fields, "least", made.least());
        put(fields, "message", made.message());
        put(fields, "owner", made.ownerUnitId());
        put(fields, "validFrom", made.validFrom());
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(
                    name,
                    switch (value) {
                        case NewRule.Cell cell -> cell.indicatorId() + (cell.item() == null ? "" : ":" + cell.item());
                        case BigDecimal number -> number.toPlainString();
                        default -> value.toString();
                    });
        }
    }
}
