package fledge.mail;

import fledge.identity.AccountService;
import fledge.identity.AccountView;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes each change of a letter's state into the audit trail. */
@Component
class LetterLog {

    private final AccountService accounts;
    private final ApplicationEventPublisher events;

    LetterLog(AccountService accounts, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.events = events;
    }

    void moved(Letter letter, LetterAction way, LetterStatus from) {
        UUID account = letter.accountId();
        AccountView owner = accounts.views(List.of(account)).get(account);
        events.publishEvent(new LetterMoved(
                letter.id(), owner == null ? "" : owner.login(), letter.purpose(), way, from, letter.reason()));
    }
}
