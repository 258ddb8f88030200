package fledge.exchange;

import fledge.access.NotFound;
import fledge.identity.UnitService;
import fledge.kernel.AuditedEvent;
import fledge.kernel.Reason;
import fledge.monitoring.CellResult;
import fledge.monitoring.EntryService;
import fledge.monitoring.EntryService.Foreseen;
import fledge.monitoring.EntryService.Preview;
import fledge.monitoring.EntryService.Typed;
import fledge.monitoring.LineContent;
import fledge.monitoring.ReturnService;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnView;
import fledge.programme.rules.Item;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes sets of values from other systems into returns: all or none of a set, and the same set once. */
@Service
public class ValueService {

    /** Sets that one token may have written within a minute. */
    static final int MOST_A_MINUTE = 60;

    static final Duration REMEMBERED = Duration.ofDays(7);

    private static final int CONFLICT = 409;
    private static final int NOT_UNDERSTOOD = 422;
    private static final int TOO_MANY = 429;

    private final ApiWriteRepository writes;
    private final ReturnService returns;
    private final EntryService entries;
    private final UnitService units;
    private final Formats formats;
    private final PortalClock clock;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    ValueService(
            ApiWriteRepository writes,
            ReturnService returns,
            EntryService entries,
            UnitService units,
            Formats formats,
            PortalClock clock,
            JsonMapper json,
            ApplicationEventPublisher events) {
        this.writes = writes;
        this.returns = returns;
        this.entries = entries;
        this.units = units;
        this.formats = formats;
        this.clock = clock;
        this.json = json;
        this.events = events;
    }

    /**
     * Writes the set and answers what became of each value.
     *
     * @param which the return's id, or the code of its quarter or month
     * @param key names this set; sent again with the same content it is answered as before and not written again
     */
    @Transactional
    public String put(ApiTokenView token, String which, String key, String content, List<SentValue> values) {
        String hash = TokenSecret.sha256(which + "\n" + content);
        Optional<ApiWrite> before = writes.findByTokenIdAndIdempotencyKey(token.id(), key);
        if (before.isPresent()) {
            if (!before.get().isFor(hash)) {
                throw new ValuesRefused(CONFLICT, Reason.on("Idempotency-Key", "exchange.api.key-reused"));
            }
            return before.get().answer();
        }
        Instant now = clock.now();
        if (writes.countSince(token.id(), now.minus(Duration.ofMinutes(1))) >= MOST_A_MINUTE) {
            throw new ValuesRefused(TOO_MANY, Reason.of("exchange.api.too-many", MOST_A_MINUTE));
        }
        ReturnView report = find(token, which);
        Preview was = entries.preview(report.id(), List.of());
        if (was.closed() != null) {
            throw new ValuesRefused(CONFLICT, was.closed());
        }
        List<ReturnSheet.Line> lines = lines(values, was);
        refuseUnlessWritten(report.id(), values, lines);
        String answer = json.writeValueAsString(answer(entries.preview(report.id(), List.of()), lines));
        writes.save(new ApiWrite(token.id(), key, hash, 200, answer, now));
        events.publishEvent(new ValuesReceived(
                new AuditedEvent.Subject(
                        "return",
                        report.id(),
                        units.label(report.unitId()) + " "
                                + report.round().period().code()),
                token.label(),
                key,
                values.size()));
        return answer;
    }

    /** Only what the token is for; everything else is not there. */
    private ReturnView find(ApiTokenView token, String which) {
        return returns.own().stream()
                .filter(report -> report.unitId().equals(token.unitId())
                        && report.round().programmeId().equals(token.programmeId()))
                .filter(report -> report.id().toString().equals(which)
                        || report.round().period().code().equals(which))
                .findFirst()
                .orElseThrow(() -> new NotFound("return " + which));
    }

    private static List<ReturnSheet.Line> lines(List<SentValue> values, Preview was) {
        var lines = new ArrayList<ReturnSheet.Line>();
        var reasons = new ArrayList<Reason>();
        for (int i = 0; i < values.size(); i++) {
            SentValue sent = values.get(i);
            List<ReturnSheet.Line> meant = was.cells().stream()
                    .map(Foreseen::line)
                    .filter(line -> line.indicator().code().equals(sent.indicator())
                            && (sent.item() == null || line.item().name().equals(sent.item())))
                    .toList();
            if (meant.isEmpty()) {
                reasons.add(Reason.on(field(i, "indicator"), "exchange.api.unknown-figure"));
            } else if (meant.size() > 1) {
                reasons.add(Reason.on(field(i, "item"), "exchange.api.which-item"));
            } else if (lines.stream()
                    .anyMatch(other -> other.id().equals(meant.getFirst().id()))) {
                reasons.add(Reason.on(field(i, "indicator"), "exchange.api.twice"));
            } else {
                lines.add(meant.getFirst());
            }
        }
        if (!reasons.isEmpty()) {
            throw new ValuesRefused(NOT_UNDERSTOOD, reasons);
        }
        return lines;
    }

    private static String field(int index, String name) {
        return "values[" + index + "]." + name;
    }

    private void refuseUnlessWritten(UUID returnId, List<SentValue> values, List<ReturnSheet.Line> lines) {
        var cells = new LinkedHashMap<Typed, String>();
        for (int i = 0; i < values.size(); i++) {
            SentValue sent = values.get(i);
            ReturnSheet.Line line = lines.get(i);
            if (sent.value() != null) {
                Integer seen = sent.version();
                cells.put(
                        new Typed(line.id(), false, sent.value(), seen == null ? line.valueEdition() : seen),
                        field(i, "value"));
            }
            if (sent.note() != null) {
                cells.put(new Typed(line.id(), true, sent.note(), line.noteEdition()), field(i, "note"));
            }
        }
        List<CellResult> results = entries.enterAll(returnId, List.copyOf(cells.keySet()));
        List<String> fields = List.copyOf(cells.values());
        var reasons = new ArrayList<Reason>();
        boolean conflict = false;
        for (int i = 0; i < fields.size(); i++) {
            switch (results.get(i)) {
                case CellResult.Saved saved -> {}
                case CellResult.Refused refused -> reasons.add(refused.reason().at(fields.get(i)));
                case CellResult.Conflict other -> {
                    conflict = true;
                    reasons.add(Reason.on(fields.get(i), "exchange.api.written-meanwhile", other.edition()));
                }
            }
        }
        if (!reasons.isEmpty()) {
            throw new ValuesRefused(conflict ? CONFLICT : NOT_UNDERSTOOD, reasons);
        }
    }

    private Map<String, Object> answer(Preview is, List<ReturnSheet.Line> sent) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("return", is.report().id());
        answer.put("quarter", is.report().round().period().code());
        answer.put("status", is.report().status().name());
        answer.put(
                "values",
                is.cells().stream()
                        .filter(cell -> sent.stream()
                                .anyMatch(line -> line.id().equals(cell.line().id())))
                        .map(this::answer)
                        .toList());
        return answer;
    }

    private Map<String, Object> answer(Foreseen cell) {
        ReturnSheet.Line line = cell.line();
        var value = new LinkedHashMap<String, Object>();
        value.put("indicator", line.indicator().code());
        value.put("item", line.item().name());
        value.put("value", plain(line));
        value.put("measure", LineTexts.measure(line).name());
        value.put("note", line.content().note());
        value.put("version", line.valueEdition());
        value.put(
                "findings",
                cell.findings().stream()
                        .map(finding -> Map.of(
                                "class", finding.findingClass().name(),
                                "rule", finding.rule().name(),
                                "message", formats.text(finding.message())))
                        .toList());
        return value;
    }

    /** A text, so that no digit is lost on the way. */
    private @Nullable String plain(ReturnSheet.Line line) {
        LineContent content = line.content();
        return line.item() == Item.TEXT
                ? content.wording()
                : formats.plain(content.value(), line.indicator().valueMeasure());
    }

    /** A set sent again after this long is written again. */
    @Transactional
    public void forget() {
        writes.forget(clock.now().minus(REMEMBERED));
    }
}
