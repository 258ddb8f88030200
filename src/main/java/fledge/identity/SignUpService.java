package fledge.identity;

import fledge.identity.rules.AddressPrefix;
import fledge.identity.rules.SignUpLimit;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets people from outside the administration open an account for themselves; it can do nothing before somebody confirms what for. */
@Service
public class SignUpService {

    private final AccountService accounts;
    private final AccountRepository rows;
    private final PersonRecordRepository people;
    private final Passwords passwords;
    private final SelfOpenedAccountRepository signUps;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    SignUpService(
            AccountService accounts,
            AccountRepository rows,
            PersonRecordRepository people,
            Passwords passwords,
            SelfOpenedAccountRepository signUps,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.rows = rows;
        this.people = people;
        this.passwords = passwords;
        this.signUps = signUps;
        this.clock = clock;
        this.events = events;
    }

    /** Everything that is wrong with it, for a form that says all of it at once. */
    @Transactional(readOnly = true)
    public List<Reason> refusals(SignUp typed) {
        String login = login(typed);
        var reasons = new ArrayList<>(accounts.against(login, typed.personName().strip(), true));
        reasons.addAll(passwords.refusals(login, typed.password()));
        if (!typed.password().equals(typed.passwordAgain())) {
            reasons.add(Reason.on("passwordAgain", "identity.password.differs"));
        }
        return reasons;
    }

    /** Opens the account, unless too many were opened from there, or in the city, within the hour. */
    @Transactional
    public SignedUp open(SignUp typed, String address) {
        String network = AddressPrefix.of(address);
        Instant since = clock.now().minus(SignUpLimit.WITHIN);
        if (CurrentCity.get().isPlatform()
                || !SignUpLimit.allows(
                        signUps.countByNetworkAndAtAfter(network, since), signUps.countByAtAfter(since))) {
            throw new RuleRefused(Reason.of("identity.sign-up.too-many"));
        }
        RuleRefused.ifAny(refusals(typed));
        String login = login(typed);
        String hash = passwords.hashIfAllowed(login, typed.password());
        PersonRecord person = people.save(new PersonRecord(typed.personName().strip()));
        Account account = rows.saveAndFlush(new Account(
                NewAccount.of(login, person.name(), typed.password()), login, person.id(), hash, clock.now()));
        signUps.save(new SelfOpenedAccount(account.id(), network, clock.now()));
        events.publishEvent(new AccountOpened(account.id(), login, person.id(), person.name()));
        return new SignedUp(account.id(), person.id(), login);
    }

    private static String login(SignUp typed) {
        return typed.login().strip().toLowerCase(Locale.ROOT);
    }
}
