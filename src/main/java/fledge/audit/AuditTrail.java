package fledge.audit;

import fledge.access.Actor;
import fledge.audit.AuditEntryRepository.Placed;
import fledge.audit.AuditEntryRepository.Tail;
import fledge.audit.rules.Chain;
import fledge.audit.rules.Link;
import fledge.audit.rules.Position;
import fledge.kernel.AuditedEvent;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes the trail. Events are taken down as they are published and written as the last statements before the commit, so that
 * the city's chain is locked for the shortest time and always last; what is not committed leaves no entry, and what leaves no
 * entry is not committed.
 */
@Component
class AuditTrail {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final String REQUEST_ID = "requestId";

    private final AuditEntryRepository entries;
    private final EntityManager entityManager;
    private final PortalClock clock;

    AuditTrail(AuditEntryRepository entries, EntityManager entityManager, PortalClock clock) {
        this.entries = entries;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    @EventListener
    void takeDown(AuditedEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException(
                    event.getClass().getName() + " is audited: publish it inside a transaction that may write");
        }
        City city = CurrentCity.get();
        pendingOf(city).add(AuditEntry.of(event, Actor.current(), city.id(), clock.now(), MDC.get(REQUEST_ID)));
    }

    /** The running transaction's; one that it suspended keeps its own. */
    private Pending pendingOf(City city) {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    var pending = new Pending(city);
                    TransactionSynchronizationManager.registerSynchronization(pending);
                    return pending;
                });
    }

    private void write(City city, List<AuditEntry> pending) {
        Tail tail = entries.lockTail(city.id());
        Position position = tail.position();
        var placed = new ArrayList<Placed>(pending.size() + 1);
        if (position.seq() == 0) {
            var opened = new ChainOpened(chainId(city), city.code(), city.nameZh());
            position = place(AuditEntry.of(opened, Actor.SYSTEM, city.id(), clock.now(), null), position, tail, placed);
        }
        for (AuditEntry entry : pending) {
            position = place(entry, position, tail, placed);
        }
        entries.append(placed);
    }

    private static Position place(AuditEntry entry, Position position, Tail tail, List<Placed> placed) {
        Link link = Chain.next(position, tail.now(), entry.body());
        placed.add(new Placed(entry, link));
        return Position.at(link);
    }

    /** The id under which a city's chain is itself a subject of entries. */
    static UUID chainId(City city) {
        return new UUID(0x7000L, Long.MIN_VALUE | city.id());
    }

    /** What one transaction has to write. */
    private final class Pending implements TransactionSynchronization {

        private final City city;
        private final List<AuditEntry> waiting = new ArrayList<>();

        Pending(City city) {
            this.city = city;
        }

        void add(AuditEntry entry) {
            if (entry.city() != city.id()) {
                throw new IllegalStateException("one transaction is of one city");
            }
            waiting.add(entry);
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            // A flush may make entities publish; every entry is written while the transaction can still be refused.
            entityManager.flush();
            while (!waiting.isEmpty()) {
                List<AuditEntry> now = List.copyOf(waiting);
                waiting.clear();
                write(city, now);
                entityManager.flush();
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED && !waiting.isEmpty()) {
                LOG.error("{} audited events were published too late to be kept: {}", waiting.size(), waiting);
            }
        }
    }
}
