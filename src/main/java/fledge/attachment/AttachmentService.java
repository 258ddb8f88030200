package fledge.attachment;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files in, hands them back, withdraws them. Who may do which is for the module to say whose files they are: it asks before
 * it calls.
 */
@Service
public class AttachmentService {

    /** Megabytes a file may have. */
    public static final int MEGABYTES = FileGate.MEGABYTES;

    /** Files one thing may have. */
    public static final int MOST_FILES = 30;

    /** Megabytes all files of one thing may have together. */
    public static final int MOST_MEGABYTES = 100;

    private static final long MEGABYTE = 1024 * 1024;
    private static final long MOST_OF_A_DAY = 2048 * MEGABYTE;

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentService.class);

    private final AttachmentRepository attachments;
    private final CityKeys keys;
    private final BlobStore store;
    private final VirusScanner scanner;
    private final TransactionTemplate transaction;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    AttachmentService(
            AttachmentRepository attachments,
            CityKeys keys,
            BlobStore store,
            VirusScanner scanner,
            TransactionTemplate transaction,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.attachments = attachments;
        this.keys = keys;
        this.store = store;
        this.scanner = scanner;
        this.transaction = transaction;
        this.clock = clock;
        this.events = events;
    }

    /** A file with its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, to whoever sends it out
    public record Opened(AttachmentView file, byte[] bytes) {}

    /** Every file of a thing in the order they came, withdrawn ones too. */
    @Transactional(readOnly = true)
    public List<AttachmentView> of(AttachmentOwner owner) {
        return attachments.findByOwnerKindAndOwnerIdOrderByHandedInAtAscIdAsc(owner.kind(), owner.id()).stream()
                .map(Attachment::view)
                .toList();
    }

    /** The files that stand: neither withdrawn nor taken away because of a virus. */
    @Transactional(readOnly = true)
    public List<AttachmentView> standing(AttachmentOwner owner) {
        return of(owner).stream()
                .filter(file -> !file.withdrawn() && file.scan() != ScanState.INFECTED)
                .toList();
    }

    /**
     * Keeps a file, encrypted. It is looked at before anything is locked for it, so that nobody waits for a large one.
     *
     * @param writing what it is handed in for, locked and open to this person, or a refusal; asked before and after the look
     */
    public UUID handIn(Supplier<AttachmentOwner> writing, @Nullable String name, byte[] bytes) {
        AttachmentOwner owner = Objects.requireNonNull(transaction.execute(status -> writing.get()));
        ExaminedFile file = examine(owner, name, bytes);
        return Objects.requireNonNull(transaction.execute(status -> keep(writing.get(), file)));
    }

    private ExaminedFile examine(AttachmentOwner owner, @Nullable String name, byte[] bytes) {
        ExaminedFile file = FileGate.check(name, bytes);
        ScanState scan = scan(file.name(), bytes);
        if (scan == ScanState.INFECTED) {
            transaction.executeWithoutResult(
                    status -> events.publishEvent(new VirusFound(owner.subject(), file.name(), file.sha256())));
            throw FileGate.refused("virus");
        }
        return file.scanned(scan);
    }

    private UUID keep(AttachmentOwner owner, ExaminedFile file) {
        refuseTooMuch(owner, file);
        var attachment = new Attachment(owner, file, Actor.current().person(), clock.now());
        store(attachment, file.bytes());
        attachments.save(attachment);
        events.publishEvent(new FileHandedIn(
                owner.subject(), attachment.id(), file.name(), file.bytes().length, file.sha256(), file.scan()));
        return attachment.id();
    }

    private void refuseTooMuch(AttachmentOwner owner, ExaminedFile file) {
        List<AttachmentView> known = of(owner);
        if (known.stream()
                .anyMatch(other -> !other.withdrawn() && other.sha256().equals(file.sha256()))) {
            throw FileGate.refused("again");
        }
        if (known.size() >= MOST_FILES) {
            throw FileGate.refused("too-many", MOST_FILES);
        }
        long size = known.stream().mapToLong(AttachmentView::size).sum();
        if (size + file.bytes().length > MOST_MEGABYTES * MEGABYTE) {
            throw FileGate.refused("too-much", MOST_MEGABYTES);
        }
        Instant today = LocalDate.ofInstant(clock.now(), PortalClock.ZONE)
                .atStartOfDay(PortalClock.ZONE)
                .toInstant();
        if (attachments.sizeSince(today) + file.bytes().length > MOST_OF_A_DAY) {
            throw FileGate.refused("too-much-today");
        }
    }

    private ScanState scan(String name, byte[] bytes) {
        if (!scanner.isThere()) {
            return ScanState.NOT_SCANNED;
        }
        try {
            return scanner.findsNothingIn(bytes) ? ScanState.CLEAN : ScanState.INFECTED;
        } catch (IOException e) {
            LOG.warn("The virus scanner does not answer; {} waits: {}", name, e.getMessage());
            return ScanState.WAITING;
        }
    }

    private void store(Attachment attachment, byte[] bytes) {
        short city = CurrentCity.get().id();
        UUID id = attachment.id();
        byte[] key = Sealing.newKey();
        attachment.keepKey(Sealing.seal(keys.ofCity(), key, name(id)));
        try {
            store.put(city, id, Sealing.seal(key, bytes, name(id)));
        } catch (IOException e) {
            LOG.error("The store does not keep the file {}", id, e);
            throw FileGate.refused("not-kept");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                    delete(city, id);
                }
            }
        });
    }

    /** The file as it was handed in; what waits for the scanner, or is gone, is not there; refused while the store does not answer. */
    @Transactional(readOnly = true)
    public Opened open(AttachmentOwner owner, UUID id) {
        Attachment attachment = attachments
                .findById(id)
                .filter(found -> found.belongsTo(owner) && found.view().scan().mayBeOpened())
                .orElseThrow(() -> new NotFound("file " + id));
        try {
            return new Opened(attachment.view(), bytes(attachment));
        } catch (UncheckedIOException e) {
            LOG.error("The store does not hand out the file {}", id, e);
            throw new RuleRefused(Reason.of("attachment.refused.not-there-now"));
        }
    }

    private byte[] bytes(Attachment attachment) {
        UUID id = attachment.id();
        byte[] key = Sealing.open(keys.ofCity(), attachment.wrappedKey(), name(id));
        try {
            return Sealing.open(key, store.get(CurrentCity.get().id(), id), name(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] name(UUID id) {
        return ("file " + id).getBytes(StandardCharsets.UTF_8);
    }

    /** Takes a file out of what will be signed; what was signed with it keeps it. */
    @Transactional
    public void withdraw(AttachmentOwner owner, UUID id) {
        Attachment attachment = attachments
                .lock(id)
                .filter(found -> found.belongsTo(owner) && !found.isWithdrawn())
                .orElseThrow(() -> new NotFound("file " + id));
        attachment.withdraw(Actor.current().person(), clock.now());
        AttachmentView file = attachment.view();
        events.publishEvent(new FileWithdrawn(owner.subject(), id, file.fileName(), file.sha256()));
    }

    /** Asks the scanner again for what it had no answer for, some at a time; run for each city by a recurring job. */
    @Transactional
    public void scanWaiting() {
        if (!scanner.isThere()) {
            return;
        }
        for (Attachment waiting : attachments.findTop20ByScanOrderByHandedInAt(ScanState.WAITING)) {
            AttachmentView file = waiting.view();
            ScanState found = scan(file.fileName(), bytes(waiting));
            if (found == ScanState.WAITING) {
                return;
            }
            waiting.scanned(found);
            if (found == ScanState.INFECTED) {
                events.publishEvent(new VirusFound(waiting.owner().subject(), file.fileName(), file.sha256()));
                deleteAfterCommit(CurrentCity.get().id(), waiting.id());
            }
        }
    }

    private void deleteAfterCommit(short city, UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                delete(city, id);
            }
        });
    }

    /** What stays behind is without its key, or nobody opens it. */
    private void delete(short city, UUID id) {
        try {
            store.delete(city, id);
        } catch (IOException e) {
            LOG.warn("The file {} is not deleted: {}", id, e.getMessage());
        }
    }
}
