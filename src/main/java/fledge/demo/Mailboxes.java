package fledge.demo;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.mail.MailWish;
import fledge.mail.MailboxService;
import java.time.Instant;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Gives everybody of a city's units a mail address, of a domain that exists nowhere; reviewers are told at once, an auditor never. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class Mailboxes {

    private final Stage stage;
    private final MailboxService mailboxes;

    Mailboxes(Stage stage, MailboxService mailboxes) {
        this.stage = stage;
        this.mailboxes = mailboxes;
    }

    /** Once the past has been told: nobody is mailed what was done long ago. */
    void open(Town town, Instant at) {
        stage.act(
                town.city(),
                at,
                Actor.SYSTEM,
                () -> town.players().stream()
                        .filter(player -> player.unit() != null)
                        .forEach(player -> mailboxes.enterAtFounding(
                                Objects.requireNonNull(player.actor().accountId()),
                                player.actor().login() + "@" + town.city().code() + ".example",
                                wish(player.role()))));
    }

    private static MailWish wish(Role role) {
        return switch (role) {
            case REVIEWER -> MailWish.AT_ONCE;
            case AUDITOR -> MailWish.OFF;
            default -> MailWish.DAILY;
        };
    }
}
