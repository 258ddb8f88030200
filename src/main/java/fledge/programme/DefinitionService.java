package fledge.programme;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of what an indicator counts (口径变更): proposed as a new version, tested on past quarters, approved by somebody else.
 * A version in force is never rewritten, so that every value keeps the one it was made under.
 */
@Service
public class DefinitionService {

    /** A change, or why a bridge cannot be built, is not explained in two words. */
    static final int SHORTEST_REASON = 6;

    private final IndicatorDefinitionRepository definitions;
    private final BridgeRowRepository bridges;
    private final ProgrammeRepository programmes;
    private final IndicatorCatalogue catalogue;
    private final ReportedQuarters reported;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    DefinitionService(
            IndicatorDefinitionRepository definitions,
            BridgeRowRepository bridges,
            ProgrammeRepository programmes,
            IndicatorCatalogue catalogue,
            ReportedQuarters reported,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.definitions = definitions;
        this.bridges = bridges;
        this.programmes = programmes;
        this.catalogue = catalogue;
        this.reported = reported;
        this.clock = clock;
        this.events = events;
    }

    /** Every version of an indicator's definition, the oldest first, with its bridge. */
    @Transactional(readOnly = true)
    public List<DefinitionView> versions(UUID indicatorId) {
        return views(definitions.ofIndicator(indicatorId));
    }

    @Transactional(readOnly = true)
    public DefinitionView definition(UUID id) {
        var found = definitions.findById(id).orElseThrow(() -> new NotFound("definition " + id));
        return found.view(bridges.findByDefinitionIdOrderByPeriod(id).stream()
                .map(BridgeRow::view)
                .toList());
    }

    /** The first quarter that a new version can hold for. */
    @Transactional(readOnly = true)
    public Quarter earliest(IndicatorView indicator) {
        Integer start = indicator.startYear();
        Quarter first = start == null
                ? Quarter.of(clock.now().atZone(PortalClock.ZONE).toLocalDate())
                : new Quarter(start, 1).next();
        Quarter open =
                reported.lastSettled(indicator.programmeId()).map(Quarter::next).orElse(first);
        Quarter last = indicator.definitions().isEmpty()
                ? null
                : indicator.definitions().getLast().validFrom();
        Quarter earliest = open.compareTo(first) < 0 ? first : open;
        return last == null || last.compareTo(earliest) < 0 ? earliest : last.next();
    }

    /**
     * Keeps the definitions of a programme as they are until the transaction ends, so that what is signed in it is signed under
     * those that count: a change that is being approved is either in force already or finds the signature.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(UUID programmeId) {
        if (programmes.held(programmeId).isEmpty()) {
            throw new NotFound("programme " + programmeId);
        }
    }

    /** Proposes a new version; one at a time. */
    @Transactional
    public UUID propose(UUID indicatorId, NewDefinition made) {
        Actor.current().require(Right.PROGRAMME_EDIT);
        var indicator = catalogue.load(indicatorId);
        if (indicator.programme().isDraft()) {
            throw new RuleRefused(Reason.of("programme.definition.stillDraft"));
        }
        List<IndicatorDefinition> known = definitions.findByIndicatorIdOrderByNumber(indicatorId);
        if (known.stream().anyMatch(one -> one.view(List.of()).status().isProposal())) {
            throw new RuleRefused(Reason.of("programme.definition.oneAtATime"));
        }
        check(made, catalogue.one(indicatorId));
        var definition = definitions.save(new IndicatorDefinition(
                indicator,
                known.getLast().view(List.of()).number() + 1,
                made,
                Actor.current().person(),
                clock.now()));
        DefinitionView view = definition.view(List.of());
        events.publishEvent(
                new DefinitionMoved(definition.id(), label(view), "PROPOSE", Map.of(), view.fields(), made.reason()));
        return definition.id();
    }

    /** Writes a proposal anew; what was tested is a draft again. A quarter that it then counts itself needs no bridge. */
    @Transactional
    public void revise(UUID id, int version, NewDefinition made) {
        change(id, version, Right.PROGRAMME_EDIT, DefinitionAction.REVISE, null, definition -> {
            definition.revise(Actor.current().person());
            check(made, catalogue.one(definition.indicatorId()));
            // The database lets a bridge change under a draft only, and only over quarters before it: one step after
            // the other.
            if (made.validFrom() != null) {
                bridges.deleteFrom(id, made.validFrom().index());
            }
            definition.describe(made);
        });
    }

    /** Keeps past quarters on both bases; what is not among them any more goes. */
    @Transactional
    public void bridge(UUID id, int version, List<BridgedQuarter> rows) {
        UUID person = Actor.current().person();
        change(id, version, Right.PROGRAMME_EDIT, DefinitionAction.BRIDGE, null, definition -> {
            IndicatorView indicator = catalogue.one(definition.indicatorId());
            Quarter from = definition.view(List.of()).validFrom();
            refuseUnfit(rows, indicator, from);
            definition.bridge();
            Map<Quarter, BridgeRow> known = new HashMap<>();
            bridges.findByDefinitionIdOrderByPeriod(id).forEach(row -> known.put(row.quarter(), row));
            for (BridgedQuarter row : rows) {
                BridgeRow kept = known.remove(row.quarter());
                if (kept == null) {
                    bridges.save(new BridgeRow(id, row, person));
                } else {
                    kept.enter(row, person);
                }
            }
            bridges.deleteAll(known.values());
        });
    }

    private static void refuseUnfit(List<BridgedQuarter> rows, IndicatorView indicator, @Nullable Quarter from) {
        Measure measure = indicator.bridgeMeasure();
        var reasons = new ArrayList<Reason>();
        if (!indicator.isBridgeable()) {
            reasons.add(Reason.of("programme.definition.noNumbers"));
        }
        for (BridgedQuarter row : rows) {
            String field = "new-" + row.quarter().code();
            if (from == null || row.quarter().compareTo(from) >= 0) {
                reasons.add(Reason.on(field, "programme.definition.bridgeBefore"));
            } else if (measure.isWhole()
                    && (row.newValue().stripTrailingZeros().scale() > 0
                            || row.oldValue().stripTrailingZeros().scale() > 0)) {
                reasons.add(Reason.on(field, "programme.target.whole", "", measure));
            }
        }
        RuleRefused.ifAny(reasons);
    }

    /** Declares a draft tried on the past (试算通过): with a bridge, or with the reason why there can be none. */
    @Transactional
    public void test(UUID id, int version) {
        change(id, version, Right.PROGRAMME_EDIT, DefinitionAction.TEST, null, definition -> {
            DefinitionView view = definition.view(bridges.findByDefinitionIdOrderByPeriod(id).stream()
                    .map(BridgeRow::view)
                    .toList());
            IndicatorView indicator = catalogue.one(definition.indicatorId());
            if (indicator.isBridgeable() && view.bridge().isEmpty() && view.incomparable() == null) {
                throw new RuleRefused(Reason.of("programme.definition.untested"));
            }
            refuseTooEarly(view.validFrom(), indicator);
            definition.test();
        });
    }

    @Transactional
    public void sendBack(UUID id, int version, String why) {
        String reason = written("reason", why);
        change(
                id,
                version,
                Right.DEFINITION_APPROVE,
                DefinitionAction.SEND_BACK,
                reason,
                definition -> definition.sendBack(reason));
    }

    @Transactional
    public void withdraw(UUID id, int version, String why) {
        String reason = written("reason", why);
        change(
                id,
                version,
                Right.PROGRAMME_EDIT,
                DefinitionAction.WITHDRAW,
                reason,
                definition -> definition.withdraw(reason));
    }

    /** Puts a tested version in force from its quarter on; by somebody who neither wrote nor bridged it. */
    @Transactional
    public void approve(UUID id, int version, String documentNo) {
        new Checks("programme.definition")
                .required("documentNo", documentNo, Checks.NAME)
                .refuse();
        UUID person = Actor.current().person();
        change(id, version, Right.DEFINITION_APPROVE, DefinitionAction.APPROVE, null, definition -> {
            if (bridges.findByDefinitionIdOrderByPeriod(id).stream()
                    .anyMatch(row -> row.enteredBy().equals(person))) {
                throw new RuleRefused(Reason.of("programme.definition.samePerson"));
            }
            // First: whoever is signing holds the programme, and what they sign has to be seen here.
            programmes.nextEdition(definition.programmeId());
            refuseTooEarly(definition.view(List.of()).validFrom(), catalogue.one(definition.indicatorId()));
            definition.approve(documentNo, person, clock.now());
        });
    }

    private void change(
            UUID id,
            int version,
            Right right,
            DefinitionAction action,
            @Nullable String reason,
            Consumer<IndicatorDefinition> work) {
        Actor.current().require(right);
        var definition = definitions.locked(id).orElseThrow(() -> new NotFound("definition " + id));
        if (definition.version() != version) {
            throw new ObjectOptimisticLockingFailureException(IndicatorDefinition.class, id);
        }
        DefinitionView before = definition.view(List.of());
        work.accept(definition);
        DefinitionView after = definition.view(List.of());
        events.publishEvent(
                new DefinitionMoved(id, label(after), action.name(), told(before, after), told(after, before), reason));
    }

    private static Map<String, Object> told(DefinitionView one, DefinitionView other) {
        Map<String, Object> told = new LinkedHashMap<>(Fields.differing(one.fields(), other.fields()));
        told.put("status", one.status().name());
        if (one.documentNo() != null) {
            told.put("documentNo", one.documentNo());
        }
        return told;
    }

    private String label(DefinitionView view) {
        return catalogue.load(view.indicatorId()).nameZh() + " #" + view.number();
    }

    private void check(NewDefinition made, IndicatorView indicator) {
        Definition content = made.content();
        new Checks("programme.definition")
                .require("validFrom", made.validFrom() != null, "programme.check.required")
                .require(
                        "definitionZh",
                        content.text() != null && !content.text().zh().isBlank(),
                        "programme.check.required")
                .optional("definition", content.text(), Checks.TEXT)
                .optional("formulaText", content.formula(), Checks.TEXT)
                .optional("numerator", content.numerator(), Checks.NAME)
                .optional("denominator", content.denominator(), Checks.NAME)
                .optional("population", made.population(), Checks.TEXT)
                .optional("dataSource", made.dataSource(), Checks.TEXT)
                .optional("legalBasis", made.legalBasis(), Checks.TEXT)
                .required("reason", made.reason(), Checks.TEXT)
                .optional("incomparable", made.incomparable(), Checks.TEXT)
                .refuse();
        refuseTooEarly(made.validFrom(), indicator);
        Integer end = indicator.endYear();
        if (made.validFrom() != null && end != null && made.validFrom().year() > end) {
            throw new RuleRefused(Reason.on("validFrom", "programme.definition.afterTheEnd", Integer.toString(end)));
        }
    }

    private void refuseTooEarly(@Nullable Quarter from, IndicatorView indicator) {
        Quarter earliest = earliest(indicator);
        if (from == null || from.compareTo(earliest) < 0) {
            throw new RuleRefused(Reason.on("validFrom", "programme.definition.tooEarly", earliest));
        }
    }

    private static String written(String field, String why) {
        String reason = why.strip();
        new Checks("programme.definition")
                .required(field, reason, Checks.TEXT)
                .require(
                        field,
                        reason.length() >= SHORTEST_REASON,
                        "programme.definition.reasonTooShort",
                        SHORTEST_REASON)
                .refuse();
        return reason;
    }

    static List<DefinitionView> views(List<DefinitionWithBridge> rows) {
        Map<UUID, IndicatorDefinition> found = new LinkedHashMap<>();
        Map<UUID, List<BridgedQuarter>> bridged = new HashMap<>();
        for (DefinitionWithBridge row : rows) {
            UUID id = row.definition().id();
            found.putIfAbsent(id, row.definition());
            BridgeRow bridge = row.bridge();
            if (bridge != null) {
                bridged.computeIfAbsent(id, key -> new ArrayList<>()).add(bridge.view());
            }
        }
        return found.values().stream()
                .map(definition -> definition.view(bridged.getOrDefault(definition.id(), List.of())))
                .toList();
    }
}
