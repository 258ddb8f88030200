package fledge.base;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.enterprise.EnterpriseCard;
import fledge.enterprise.EnterpriseLookup;
import fledge.kernel.AuditedEvent.Subject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the ledger of residents as of a day: how many, who, and who ought not to be there. */
@Service
public class ResidencyLedger {

    private final ResidencyQueries queries;
    private final ResidencyRepository residencies;
    private final HeadcountRepository headcounts;
    private final BaseService bases;
    private final EnterpriseLookup enterprises;
    private final ApplicationEventPublisher events;

    ResidencyLedger(
            ResidencyQueries queries,
            ResidencyRepository residencies,
            HeadcountRepository headcounts,
            BaseService bases,
            EnterpriseLookup enterprises,
            ApplicationEventPublisher events) {
        this.queries = queries;
        this.residencies = residencies;
        this.headcounts = headcounts;
        this.bases = bases;
        this.enterprises = enterprises;
        this.events = events;
    }

    /**
     * Residents of the bases that were seen, who are doubtful on a day.
     *
     * @param doubled stays of enterprises that are in several bases, those of one enterprise side by side
     * @param closed stays of enterprises that are revoked or cancelled by now
     */
    public record Doubtful(List<Resident> doubled, List<Resident> closed) {

        public Doubtful {
            doubled = List.copyOf(doubled);
            closed = List.copyOf(closed);
        }
    }

    /** The counts of a base that was seen before; what happened is counted from {@code since} to {@code on}. */
    @Transactional(readOnly = true)
    public LedgerCount count(BaseView seen, LocalDate since, LocalDate on) {
        Actor.current().require(Right.BASE_LIST);
        return queries.count(seen.id(), since, on);
    }

    /** Lines of a base that was seen before, who came last first. */
    @Transactional(readOnly = true)
    public List<Resident> lines(BaseView seen, ResidentFilter filter, int offset, int limit) {
        Actor.current().require(Right.BASE_LIST);
        return queries.lines(seen.id(), filter, offset, limit);
    }

    /** The doubtful residents of the bases that were seen before. */
    @Transactional(readOnly = true)
    public Doubtful doubtful(Collection<BaseView> seen, LocalDate on) {
        Actor.current().require(Right.BASE_LIST);
        List<UUID> ids = ids(seen);
        List<UUID> closed = enterprises.closedAmong(queries.present(ids, on)).stream()
                .map(EnterpriseCard::id)
                .toList();
        return new Doubtful(queries.doubled(ids, on), closed.isEmpty() ? List.of() : queries.of(closed, ids, on));
    }

    /** Those of the enterprises counted that are revoked or cancelled by now. */
    @Transactional(readOnly = true)
    public List<EnterpriseCard> closed(LedgerCount of) {
        return enterprises.closedAmong(of.present());
    }

    /** What the ledgers of bases that were seen before say of some days; of days before anybody came nothing is said. */
    @Transactional(readOnly = true)
    public Map<LedgerSpan, PeriodCount> ofSpans(List<LedgerSpan> spans) {
        Actor.current().require(Right.BASE_LIST);
        return spans.isEmpty()
                ? Map.of()
                : queries.ofSpans(spans).stream()
                        .collect(Collectors.toMap(
                                count -> new LedgerSpan(count.baseId(), count.from(), count.to()),
                                Function.identity()));
    }

    private static List<UUID> ids(Collection<BaseView> seen) {
        return seen.stream().map(BaseView::id).toList();
    }

    /** A residency of a base that this person may see; a struck one too. */
    @Transactional(readOnly = true)
    public ResidencyView residency(UUID id) {
        Residency found = residencies.findById(id).orElseThrow(() -> new NotFound("residency " + id));
        bases.seen(found.baseId());
        return found.view();
    }

    /** The headcounts of a residency that was seen before, the newest first. */
    @Transactional(readOnly = true)
    public List<HeadcountView> headcounts(ResidencyView seen) {
        return headcounts.findByResidencyIdOrderByAsOfDesc(seen.id()).stream()
                .map(Headcount::view)
                .toList();
    }

    /** Whether this person keeps the ledger of that base. */
    public boolean mayKeep(BaseView base) {
        return ResidencyService.mayKeep(base.entry().operatorUnitId());
    }

    /** Leaves the lines of a base to whoever takes them out as a file, once that is on record. */
    @Transactional
    public List<Resident> export(UUID baseId, ResidentFilter filter) {
        Base base = bases.seen(baseId);
        List<Resident> exported = queries.lines(baseId, filter, 0, Integer.MAX_VALUE);
        events.publishEvent(new ResidentsExported(
                new Subject("base", baseId, base.nameZh()),
                Map.of(
                        "rows", Integer.toString(exported.size()),
                        "on", filter.on().toString(),
                        "state", filter.state().name())));
        return exported;
    }
}
