package fledge.attachment;

import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what lies in the store without a row: its transaction was rolled back, and the portal could not or was not there to take it
 * away again. Nobody can read such a file, because its key went with the row.
 */
@Component
class OrphanSweep {

    /** A younger file may still get its row. */
    static final Duration YOUNG = Duration.ofDays(1);

    /** More in one night are no accident: the store and the database do not belong together, and nothing is deleted. */
    static final int MOST = 100;

    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);

    private final AttachmentRepository attachments;
    private final BlobStore store;
    private final TransactionTemplate transaction;
    private final PortalClock clock;

    OrphanSweep(AttachmentRepository attachments, BlobStore store, TransactionTemplate transaction, PortalClock clock) {
        this.attachments = attachments;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sweeps the store of the current city; nothing is deleted before all of it was looked through. */
    void sweep() throws IOException {
        short city = CurrentCity.get().id();
        Instant before = Objects.requireNonNull(transaction.execute(status -> clock.now()))
                .minus(YOUNG);
        var orphans = new ArrayList<UUID>();
        store.list(
                city,
                page -> orphans.addAll(withoutRow(page.stream()
                        .filter(blob -> blob.since().isBefore(before))
                        .map(StoredBlob::id)
                        .toList())));
        if (orphans.size() > MOST) {
            throw new IllegalStateException(orphans.size() + " files have no row, more than an accident leaves");
        }
        for (UUID orphan : orphans) {
            store.delete(city, orphan);
        }
        if (!orphans.isEmpty()) {
            LOG.info("{} files of city {} without a row are deleted: {}", orphans.size(), city, orphans);
        }
    }

    private List<UUID> withoutRow(List<UUID> ids) {
        Set<UUID> known = Objects.requireNonNull(transaction.execute(status -> attachments.known(ids)));
        return ids.stream().filter(id -> !known.contains(id)).toList();
    }
}
