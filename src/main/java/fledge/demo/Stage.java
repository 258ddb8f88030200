package fledge.demo;

import fledge.access.Actor;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets somebody act in a city at a time; acts within an act are of its transaction. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class Stage {

    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;
    private final PortalClock clock;

    Stage(TransactionTemplate transaction, PlatformTransactionManager transactions, PortalClock clock) {
        this.transaction = transaction;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    void act(City city, Instant at, Actor actor, Runnable work) {
        as(city, at, actor, status -> work.run());
    }

    /** The same, and nothing of it stays. */
    void rehearse(City city, Instant at, Actor actor, Runnable work) {
        as(city, at, actor, status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    private void as(City city, Instant at, Actor actor, Consumer<TransactionStatus> work) {
        clock.rehearse(
                at, () -> CurrentCity.run(city, () -> Actor.run(actor, () -> transaction.executeWithoutResult(work))));
    }

    /** Reads as the system, at the time it is. */
    <T> T ask(City city, Supplier<T> question) {
        T answer = CurrentCity.supply(
                city, () -> Actor.supply(Actor.SYSTEM, () -> reading.execute(status -> question.get())));
        return Objects.requireNonNull(answer);
    }

    /** The time it is. */
    Instant now(City city) {
        return ask(city, clock::now);
    }
}
