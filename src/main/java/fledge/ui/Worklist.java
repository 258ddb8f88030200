package fledge.ui;

import fledge.access.Actor;
import fledge.tenancy.CityMemory;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Everything that waits for a person (待办), the most urgent first. A request reads the list once. The number beside it stands on
 * every page, so a node remembers it for some seconds, and forgets it whenever that person has done something.
 */
@Service
public class Worklist {

    private static final String KEPT = Worklist.class.getName();

    private static final Duration COUNT_KEPT = Duration.ofSeconds(15);

    private final List<WorklistSource> sources;
    private final CityMemory<UUID, Integer> counts = CityMemory.ofChanging(COUNT_KEPT);
    private final TransactionTemplate reading;

    Worklist(List<WorklistSource> sources, PlatformTransactionManager transactions) {
        this.sources = sources;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    private record Kept(Actor actor, List<WorklistItem> items) {}

    /** What waits for somebody now. */
    public List<WorklistItem> of(Actor actor) {
        List<WorklistItem> read = readBefore(actor);
        if (read != null) {
            return read;
        }
        List<WorklistItem> items = read(actor);
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.setAttribute(KEPT, new Kept(actor, items), RequestAttributes.SCOPE_REQUEST);
        }
        return items;
    }

    /** How many things wait for somebody: of the list if this request has read it, else as of a few seconds ago. */
    int count(Actor actor) {
        UUID account = actor.accountId();
        if (account == null) {
            return 0;
        }
        List<WorklistItem> read = readBefore(actor);
        return read == null ? counts.get(account, () -> read(actor).size()) : read.size();
    }

    /** After what somebody has done, other things wait for them. */
    void forget(Actor actor) {
        UUID account = actor.accountId();
        if (account != null) {
            counts.forget(account);
        }
    }

    private static @Nullable List<WorklistItem> readBefore(Actor actor) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof Kept kept
                        && kept.actor().equals(actor)
                ? kept.items()
                : null;
    }

    private List<WorklistItem> read(Actor actor) {
        return Objects.requireNonNull(reading.execute(status -> sources.stream()
                .flatMap(source -> source.worklist(actor).stream())
                .sorted(Comparator.comparing(WorklistItem::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(WorklistItem::since))
                .toList()));
    }
}
