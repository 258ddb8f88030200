package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.rules.Entry;
import fledge.monitoring.rules.Finding;
import fledge.monitoring.rules.NumberEntry;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.rules.Item;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes figures into returns, cell by cell; only the unit's own preparer does, whatever the way in. */
@Service
public class EntryService {

    /** Longer sentences belong into an attachment. */
    static final int LONGEST_TEXT = 2000;

    private static final Map<String, BigDecimal> YES_OR_NO = Map.of(
            "1", BigDecimal.ONE,
            "yes", BigDecimal.ONE,
            "是", BigDecimal.ONE,
            "已完成", BigDecimal.ONE,
            "0", BigDecimal.ZERO,
            "no", BigDecimal.ZERO,
            "否", BigDecimal.ZERO,
            "未完成", BigDecimal.ZERO);

    private final Returns returns;
    private final ReturnLineRepository lines;
    private final ReturnChecking checking;
    private final ReturnLog log;
    private final ProgrammeService programmes;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    EntryService(
            Returns returns,
            ReturnLineRepository lines,
            ReturnChecking checking,
            ReturnLog log,
            ProgrammeService programmes,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.returns = returns;
        this.lines = lines;
        this.checking = checking;
        this.log = log;
        this.programmes = programmes;
        this.clock = clock;
        this.events = events;
    }

    /** What was typed into a cell of the form: its figure or the note beside it, and the edition its writer saw. */
    public record Typed(UUID lineId, boolean note, String text, int seen) {}

    /** Saves one figure; the first one makes an open or returned return a draft. {@code seen} is the edition its writer saw. */
    @Transactional
    public CellResult enterValue(UUID returnId, UUID lineId, String typed, int seen) {
        return enterAll(returnId, List.of(new Typed(lineId, false, typed, seen)))
                .getFirst();
    }

    /** What typing would mean in a cell, before anything is kept: the content, or the reason why it means nothing. */
    @Transactional(readOnly = true)
    public Reading read(UUID returnId, UUID lineId, String typed) {
        ReturnWithRound writing = returns.read(returnId);
        ReturnLine line = lines.findById(lineId)
                .filter(found -> found.returnId().equals(writing.report().id()))
                .orElseThrow(() -> new NotFound("line " + lineId));
        IndicatorView indicator = programmes.indicators(writing.round().programmeId()).stream()
                .filter(candidate -> candidate.id().equals(line.indicatorId()))
                .findFirst()
                .orElseThrow();
        Object understood =
                understand(typed.strip(), line.item(), line.content().note(), indicator);
        return understood instanceof Reason reason
                ? new Reading(indicator, line.item(), null, reason)
                : new Reading(indicator, line.item(), (LineContent) understood, null);
    }

    /** How a cell reads what was typed: one of content and reason is there. */
    public record Reading(
            IndicatorView indicator,
            Item item,
            @Nullable LineContent content,
            @Nullable Reason reason) {}

    /** The return, if this person fills it in, whether or not that is possible now. */
    @Transactional(readOnly = true)
    public ReturnView filling(UUID returnId) {
        ReturnWithRound of = returns.read(returnId);
        Actor.current().require(Right.RETURN_FILL, of.report().unitId());
        return of.view();
    }

    /** What writing these cells would bring about, and what the checks would then say; nothing is kept. */
    @Transactional(readOnly = true)
    public Preview preview(UUID returnId, List<Typed> form) {
        ReturnWithRound of = returns.read(returnId);
        Actor.current().require(Right.RETURN_FILL, of.report().unitId());
        List<ReturnSheet.Line> now = checking.cells(of);
        var then = new LinkedHashMap<UUID, ReturnSheet.Line>();
        now.forEach(line -> then.put(line.id(), line));
        var refused = new HashMap<Typed, Reason>();
        for (Typed typed : form) {
            ReturnSheet.Line line = then.get(typed.lineId());
            if (line == null) {
                throw new NotFound("line " + typed.lineId());
            }
            String text = typed.text().strip();
            Object understood = typed.note()
                    ? noted(text, line.content())
                    : understand(text, line.item(), line.content().note(), line.indicator());
            if (understood instanceof Reason reason) {
                refused.put(typed, reason);
            } else {
                then.put(line.id(), line.with((LineContent) understood));
            }
        }
        List<Finding> findings = checking.findingsIf(of, then.values());
        return new Preview(
                of.view(),
                whyClosed(of),
                now.stream()
                        .map(line -> new Foreseen(
                                line,
                                Objects.requireNonNull(then.get(line.id())).content(),
                                form.stream()
                                        .filter(typed -> typed.lineId().equals(line.id()))
                                        .map(refused::get)
                                        .filter(Objects::nonNull)
                                        .findFirst()
                                        .orElse(null),
                                findings.stream().filter(line::isMeantBy).toList()))
                        .toList());
    }

    /**
     * A return as it would be.
     *
     * @param closed why nothing can be written at all; null while it is open
     */
    public record Preview(ReturnView report, @Nullable Reason closed, List<Foreseen> cells) {}

    /** A cell as it is and as it would be; what is refused leaves it as it is. */
    public record Foreseen(
            ReturnSheet.Line line,
            LineContent then,
            @Nullable Reason refused,
            List<Finding> findings) {}

    /** Saves the note beside a figure. */
    @Transactional
    public CellResult enterNote(UUID returnId, UUID lineId, String typed, int seen) {
        return enterAll(returnId, List.of(new Typed(lineId, true, typed, seen))).getFirst();
    }

    /** Writes what is offered into those cells of a return that are still empty, as its preparer would; returns how many. */
    @Transactional
    public int fillEmpty(ReturnSheet sheet, List<Offer> offers) {
        List<Typed> typed = offers.stream()
                .filter(Offer::isFillable)
                .map(offer -> new Typed(
                        offer.line().id(),
                        false,
                        Objects.requireNonNull(offer.number()).toPlainString(),
                        offer.line().valueEdition()))
                .toList();
        return typed.isEmpty()
                ? 0
                : (int) enterAll(sheet.report().id(), typed).stream()
                        .filter(CellResult.Saved.class::isInstance)
                        .count();
    }

    /** Saves the cells of a form: what is understood is kept, the rest answered with its reason, each in its place. */
    @Transactional
    public List<CellResult> enterAll(UUID returnId, List<Typed> form) {
        ReturnWithRound writing = writing(returnId);
        Map<UUID, ReturnLine> all = lines.findByReturnIdOrderByPosition(returnId).stream()
                .collect(Collectors.toMap(ReturnLine::id, Function.identity()));
        Map<UUID, IndicatorView> indicators = programmes
                .indicators(writing.round().programmeId())
                .stream()
                .collect(Collectors.toMap(IndicatorView::id, Function.identity()));
        var notKept = new HashMap<Typed, CellResult>();
        for (Typed typed : form) {
            ReturnLine line = writable(writing, all, typed.lineId());
            enter(writing, line, Objects.requireNonNull(indicators.get(line.indicatorId())), typed)
                    .ifPresent(result -> notKept.put(typed, result));
        }
        Map<UUID, ReturnChecking.Written> written = checking
                .written(
                        writing,
                        all.values(),
                        form.stream()
                                .filter(typed -> !notKept.containsKey(typed))
                                .map(typed -> Objects.requireNonNull(all.get(typed.lineId())))
                                .distinct()
                                .toList())
                .stream()
                .collect(Collectors.toMap(cell -> cell.line().id(), Function.identity()));
        long filled =
                all.values().stream().filter(line -> line.content().isFilled()).count();
        return form.stream()
                .map(typed -> notKept.containsKey(typed)
                        ? Objects.requireNonNull(notKept.get(typed))
                        : saved(Objects.requireNonNull(written.get(typed.lineId())), typed.note(), filled, all.size()))
                .toList();
    }

    /** Writes what was typed; empty where it is kept. */
    private Optional<CellResult> enter(ReturnWithRound writing, ReturnLine line, IndicatorView indicator, Typed typed) {
        String text = typed.text().strip();
        Object understood = typed.note()
                ? noted(text, line.content())
                : understand(text, line.item(), line.content().note(), indicator);
        if (understood instanceof Reason reason) {
            return Optional.of(new CellResult.Refused(indicator, reason));
        }
        LineContent before = line.content();
        var content = (LineContent) understood;
        if (content.hasSameFigureAs(before) && content.note().equals(before.note())) {
            return Optional.empty();
        }
        int edition = typed.note() ? line.noteEdition() : line.valueEdition();
        if (typed.seen() != edition) {
            return Optional.of(conflict(line, indicator, edition));
        }
        write(writing, line, indicator, content);
        return Optional.empty();
    }

    private static Object noted(String note, LineContent before) {
        return note.length() > LONGEST_TEXT
                ? Reason.of("monitoring.refused.too-long", LONGEST_TEXT)
                : new LineContent(before.value(), before.wording(), note);
    }

    private ReturnWithRound writing(UUID returnId) {
        ReturnWithRound writing = returns.change(returnId, Right.RETURN_FILL);
        refuseUnlessWritable(writing);
        return writing;
    }

    /** Of a reopened return only the lines of the amendment are open; of one that was sent back the named indicators, if any were. */
    private static ReturnLine writable(ReturnWithRound writing, Map<UUID, ReturnLine> all, UUID lineId) {
        ReturnLine line = all.get(lineId);
        if (line == null) {
            throw new NotFound("line " + lineId);
        }
        Reopening reopening = writing.report().reopening();
        if (reopening != null && !reopening.lines().contains(lineId)) {
            throw new RuleRefused(Reason.of("monitoring.refused.not-reopened"));
        }
        if (writing.report().correctUntil() != null
                && !line.toCorrect()
                && all.values().stream().anyMatch(ReturnLine::toCorrect)) {
            throw new RuleRefused(Reason.of("monitoring.refused.not-returned"));
        }
        return line;
    }

    private CellResult saved(ReturnChecking.Written cell, boolean note, long filled, int cells) {
        ReturnLine line = cell.line();
        return new CellResult.Saved(
                cell.indicator(),
                line.item(),
                line.content(),
                note ? line.noteEdition() : line.valueEdition(),
                clock.now(),
                cell.findings(),
                cell.previous(),
                cell.lastYear(),
                filled,
                cells);
    }

    private static CellResult conflict(ReturnLine line, IndicatorView indicator, int edition) {
        return new CellResult.Conflict(
                indicator, line.item(), line.content(), edition, line.enteredBy(), line.enteredAt());
    }

    /** Copies last quarter's stocks into cells that are still empty; flows are never copied. Returns how many. */
    @Transactional
    public int copyStocks(UUID returnId) {
        ReturnWithRound writing = writing(returnId);
        int copied = 0;
        for (ReturnSheet.Line cell : checking.cells(writing)) {
            BigDecimal previous = cell.previous();
            if (cell.editable()
                    && !cell.content().isFilled()
                    && previous != null
                    && !cell.indicator().accumulation().isFlow()) {
                ReturnLine line = lines.findById(cell.id()).orElseThrow();
                write(
                        writing,
                        line,
                        cell.indicator(),
                        new LineContent(previous, null, cell.content().note()));
                copied++;
            }
        }
        return copied;
    }

    private void write(ReturnWithRound writing, ReturnLine line, IndicatorView indicator, LineContent content) {
        UUID person = Actor.current().person();
        LineContent before = line.content();
        ReturnStatus from = writing.report().status();
        line.enter(content, person, writing.report().unitId(), clock.now());
        writing.report()
                .save(Actor.current().hand(Right.RETURN_FILL, writing.report().unitId()), clock.now());
        if (from != writing.report().status()) {
            log.moved(writing.report(), writing.round(), ReturnAction.SAVE, from);
        }
        events.publishEvent(new FigureEntered(
                log.subject(writing.report(), writing.round()),
                audited(indicator, line.item(), before),
                audited(indicator, line.item(), content)));
    }

    /** The indicator's name stands beside its code, for who reads the trail without the catalogue. */
    private static Map<String, String> audited(IndicatorView indicator, Item item, LineContent content) {
        BigDecimal value = content.value();
        String wording = content.wording();
        return Map.of(
                "indicator",
                indicator.nameZh(),
                indicator.code() + "." + item.name().toLowerCase(Locale.ROOT),
                value != null ? value.toPlainString() : wording != null ? wording : "",
                "note",
                content.note());
    }

    private void refuseUnlessWritable(ReturnWithRound writing) {
        Reason closed = whyClosed(writing);
        if (closed != null) {
            throw new RuleRefused(closed);
        }
    }

    private @Nullable Reason whyClosed(ReturnWithRound of) {
        if (!of.report().status().isWritable()) {
            return Reason.of(
                    "monitoring.refused.state", ReturnAction.SAVE, of.report().status());
        }
        return of.acceptsEntry(clock.now()) ? null : Reason.of("monitoring.refused.entry-closed");
    }

    /** The content that typing means in a cell, or the reason why it means nothing. */
    private static Object understand(String typed, Item item, String note, IndicatorView indicator) {
        if (typed.length() > LONGEST_TEXT) {
            return Reason.of("monitoring.refused.too-long", LONGEST_TEXT);
        }
        return switch (item) {
            case TEXT -> new LineContent(null, typed.isEmpty() ? null : typed, note);
            case MILESTONE -> milestone(typed, note);
            case VALUE, NUMERATOR, DENOMINATOR ->
                switch (NumberEntry.read(typed, indicator.valueMeasure(), mayBeNegative(indicator))) {
                    case Entry.Blank blank -> new LineContent(null, null, note);
                    case Entry.Understood understood -> new LineContent(understood.inBase(), null, note);
                    case Entry.Refused refused -> refused.reason();
                };
        };
    }

    private static Object milestone(String typed, String note) {
        if (typed.isEmpty()) {
            return new LineContent(null, null, note);
        }
        @Nullable BigDecimal answer = YES_OR_NO.get(typed.toLowerCase(Locale.ROOT));
        return answer == null ? Reason.of("monitoring.entry.yes-or-no") : new LineContent(answer, null, note);
    }

    private static boolean mayBeNegative(IndicatorView indicator) {
        BigDecimal lower = indicator.bounds().lower();
        return lower != null && lower.signum() < 0;
    }
}
