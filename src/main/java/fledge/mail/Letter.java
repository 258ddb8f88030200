package fledge.mail;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.mail.rules.Delivery;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person, from its making to its arrival at the mail server. What it says is written anew at each attempt, of
 * what waits at that moment, and is kept nowhere.
 */
@Entity
@Table(name = "mail_letter")
class Letter extends CityOwned {

    /** A sender who has not come back by then was killed; longer than all time limits of a connection together. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final int LONGEST_REPLY = 300;

    private UUID accountId;

    @Enumerated(EnumType.STRING)
    @Column // read by queries
    private LetterPurpose purpose;

    @Enumerated(EnumType.STRING)
    private LetterStatus status;

    @Column // read by queries
    private Instant madeAt;

    private int attempts;
    private @Nullable Instant nextTryAt;

    @Enumerated(EnumType.STRING)
    private @Nullable LetterReason reason;

    private String reply = "";
    private @Nullable Instant sentAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Letter() {}

    Letter(UUID accountId, LetterPurpose purpose, Instant now) {
        this.accountId = accountId;
        this.purpose = purpose;
        this.status = LetterStatus.WAITING;
        this.madeAt = now;
        this.nextTryAt = now;
    }

    /** Whether somebody should try it now; while it is being tried nobody else does. */
    boolean isDue(Instant now) {
        return status == LetterStatus.WAITING && nextTryAt != null && !now.isBefore(nextTryAt);
    }

    /** Begins an attempt. */
    void take(Instant now) {
        attempts++;
        nextTryAt = now.plus(LEASE);
    }

    void send(Instant now) {
        move(LetterAction.SEND);
        reason = null;
        reply = "";
        sentAt = now;
    }

    /** The attempt failed; it is tried again later, or given up. An address that does not exist will not exist tomorrow. */
    void fail(LetterReason why, String said, Instant now) {
        reason = why;
        reply = said.substring(0, Math.min(said.length(), LONGEST_REPLY));
        Optional<Duration> delay =
                why == LetterReason.ADDRESS_REFUSED ? Optional.empty() : Delivery.delayAfter(attempts);
        if (delay.isPresent()) {
            nextTryAt = now.plus(delay.get());
        } else {
            move(LetterAction.GIVE_UP);
        }
    }

    /** There is no mail server to give it to. */
    void setAside() {
        move(LetterAction.SET_ASIDE);
        reason = null;
        reply = "";
    }

    /** Nobody wants it any more. */
    void drop(LetterReason why) {
        move(LetterAction.DROP);
        reason = why;
        reply = "";
    }

    void sendAgain(Instant now) {
        move(LetterAction.SEND_AGAIN);
        attempts = 0;
        nextTryAt = now;
    }

    private void move(LetterAction action) {
        if (!action.leavesFrom(status)) {
            throw new RuleRefused(Reason.of("mail.refused.state", action, status));
        }
        status = action.to();
        nextTryAt = null;
    }

    UUID accountId() {
        return accountId;
    }

    LetterPurpose purpose() {
        return purpose;
    }

    LetterStatus status() {
        return status;
    }

    int attempts() {
        return attempts;
    }

    @Nullable
    LetterReason reason() {
        return reason;
    }

    LetterView view() {
        return new LetterView(id(), accountId, purpose, status, madeAt, attempts, nextTryAt, reason, reply, sentAt);
    }
}
