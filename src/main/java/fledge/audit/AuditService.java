package fledge.audit;

import static java.util.Objects.requireNonNull;

import fledge.access.NotFound;
import fledge.audit.AuditEntryRepository.Placed;
import fledge.audit.Verification.Break;
import fledge.audit.rules.Chain;
import fledge.audit.rules.Fault;
import fledge.audit.rules.Link;
import fledge.audit.rules.Position;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the trail of the bound city, checks it, and hands it out. */
@Service
public class AuditService {

    private static final Logger LOG = LoggerFactory.getLogger(AuditService.class);
    private static final int PAGE_SIZE = 50;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final AuditEntryRepository entries;
    private final EntryReader reader;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;

    AuditService(
            AuditEntryRepository entries,
            EntryReader reader,
            PortalClock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.entries = entries;
        this.reader = reader;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** A page of entries, newest first; {@code before} is the {@link AuditPage#next()} of the page before. */
    @Transactional(readOnly = true)
    public AuditPage page(AuditFilter filter, @Nullable Long before) {
        List<AuditEntryView> found = entries.newest(CurrentCity.get().id(), filter, before, PAGE_SIZE + 1).stream()
                .map(reader::view)
                .toList();
        return found.size() <= PAGE_SIZE
                ? new AuditPage(found, null)
                : new AuditPage(
                        found.subList(0, PAGE_SIZE), found.get(PAGE_SIZE - 1).seq());
    }

    @Transactional(readOnly = true)
    public AuditEntryView entry(long seq) {
        return entries.bySeq(CurrentCity.get().id(), seq)
                .map(reader::view)
                .orElseThrow(() -> new NotFound("audit entry " + seq));
    }

    /** Everything that happened to an object, oldest first. */
    @Transactional(readOnly = true)
    public List<AuditEntryView> about(UUID subjectId) {
        return entries.about(CurrentCity.get().id(), subjectId).stream()
                .map(reader::view)
                .toList();
    }

    /** The actions that occur in the trail. */
    @Transactional(readOnly = true)
    public List<AuditAction> actions() {
        return entries.actions(CurrentCity.get().id());
    }

    /** The end of the chain; empty until something happened in the city. */
    @Transactional(readOnly = true)
    public Optional<AuditHead> head() {
        return entries.head(CurrentCity.get().id());
    }

    /** The entry that tells of the last verification. */
    @Transactional(readOnly = true)
    public Optional<AuditEntryView> lastVerification() {
        var filter = new AuditFilter(
                null,
                ChainVerified.class.getSimpleName(),
                null,
                null,
                AuditTrail.chainId(CurrentCity.get()),
                null,
                null);
        return entries.newest(CurrentCity.get().id(), filter, null, 1).stream()
                .findFirst()
                .map(reader::view);
    }

    /** Walks the whole chain, and leaves an entry about it. */
    public Verification verify() {
        return verify(null);
    }

    /** The same, and asks whether a hash that somebody noted elsewhere is still in the chain. */
    public Verification verify(@Nullable String noted) {
        String anchor = noted == null ? null : noted.strip().toLowerCase(Locale.ROOT);
        if (anchor != null && !HASH.matcher(anchor).matches()) {
            throw new RuleRefused(Reason.on("anchor", "audit.verification.no-hash"));
        }
        City city = CurrentCity.get();
        Verification result = requireNonNull(snapshot.execute(status -> {
            Optional<AuditHead> head = entries.head(city.id());
            var walk = new Walk(city.id(), anchor);
            entries.walk(city.id(), walk::step);
            return walk.result(
                    head.map(AuditHead::seq).orElse(0L),
                    head.map(AuditHead::hash).orElse(Chain.NOTHING));
        }));
        try {
            transaction.executeWithoutResult(
                    status -> events.publishEvent(new ChainVerified(AuditTrail.chainId(city), city.nameZh(), result)));
        } catch (DataAccessException e) {
            if (result.intact()) {
                throw e;
            }
            // A chain whose end was tampered with takes no more entries; whoever asked must learn it all the same.
            LOG.error(
                    "The audit trail of {} is broken at {} and does not go on: {}",
                    city.code(),
                    result.firstBad(),
                    e.getMostSpecificCause().getClass().getName());
        }
        return result;
    }

    /** Writes the entries recorded in these days as a bundle that the command line checks; what leaves is recorded first. */
    public void export(@Nullable LocalDate from, @Nullable LocalDate to, OutputStream target) throws IOException {
        City city = CurrentCity.get();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new TrailExported(AuditTrail.chainId(city), city.nameZh(), from, to)));
        var bundle = new BundleWriter(city, target);
        snapshot.executeWithoutResult(status -> {
            AuditHead head = entries.head(city.id()).orElseThrow();
            bundle.open();
            entries.walk(city.id(), from, to, head.seq(), bundle::add);
            bundle.close(head, from, to, clock.now());
        });
    }

    /** One walk; it stops judging at the first bad entry. */
    private final class Walk {

        private final @Nullable String anchor;
        private Position position;
        private @Nullable Break firstBad;
        private boolean anchored;

        Walk(short city, @Nullable String anchor) {
            this.position = Position.origin(city);
            this.anchor = anchor;
        }

        void step(Placed placed) {
            if (firstBad != null) {
                return;
            }
            Link link = placed.link();
            Fault fault = Chain.fault(position, link);
            if (fault == null && !reader.columnsRepeatBody(placed.entry())) {
                fault = Fault.COLUMNS;
            }
            if (fault != null) {
                firstBad = new Break(link.seq(), fault);
                return;
            }
            anchored |= link.hash().equals(anchor);
            position = Position.at(link);
        }

        Verification result(long headSeq, String headHash) {
            if (firstBad == null
                    && (position.seq() != headSeq || !position.hash().equals(headHash))) {
                firstBad = new Break(Math.min(position.seq(), headSeq) + 1, Fault.TAIL);
            }
            if (firstBad == null && anchor != null && !anchored) {
                firstBad = new Break(position.seq(), Fault.ANCHOR);
            }
            return new Verification(clock.now(), position.seq(), position.hash(), firstBad);
        }
    }
}
