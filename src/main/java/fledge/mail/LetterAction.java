package fledge.mail;

import fledge.access.Right;
import fledge.kernel.Labelled;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be done to a letter: whence, whither, and by which right; null is the portal itself. */
public enum LetterAction implements Labelled {
    SEND(null, LetterStatus.SENT, LetterStatus.WAITING),
    GIVE_UP(null, LetterStatus.FAILED, LetterStatus.WAITING),
    SET_ASIDE(null, LetterStatus.NO_SERVER, LetterStatus.WAITING),
    DROP(null, LetterStatus.DROPPED, LetterStatus.WAITING),
    SEND_AGAIN(Right.MAIL_QUEUE, LetterStatus.WAITING, LetterStatus.FAILED, LetterStatus.NO_SERVER);

    private final @Nullable Right right;
    private final LetterStatus to;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
    private final Set<LetterStatus> from;

    LetterAction(@Nullable Right right, LetterStatus to, LetterStatus... from) {
        this.right = right;
        this.to = to;
        this.from = Set.of(from);
    }

    public @Nullable Right right() {
        return right;
    }

    public LetterStatus to() {
        return to;
    }

    public boolean leavesFrom(LetterStatus status) {
        return from.contains(status);
    }

    @Override
    public String labelKey() {
        return "mail.action." + name();
    }
}
