package fledge.representative;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.enterprise.EnterpriseFinder;
import fledge.enterprise.EnterpriseView;
import fledge.enterprise.rules.CreditCode;
import fledge.identity.AccountService;
import fledge.identity.SignUp;
import fledge.identity.SignUpService;
import fledge.identity.SignedUp;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes claims to act for an enterprise, and the decisions about them. */
@Service
public class RepresentativeService {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_WORDS = 500;
    static final int SHORTEST_WORDS = 6;

    private static final Set<RepresentativeStatus> LIVE =
            EnumSet.of(RepresentativeStatus.CLAIMED, RepresentativeStatus.CONFIRMED);

    private final RepresentativeRepository representatives;
    private final RepresentativeStepRepository steps;
    private final EnterpriseFinder enterprises;
    private final AccountService accounts;
    private final SignUpService signUps;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    RepresentativeService(
            RepresentativeRepository representatives,
            RepresentativeStepRepository steps,
            EnterpriseFinder enterprises,
            AccountService accounts,
            SignUpService signUps,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.representatives = representatives;
        this.steps = steps;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.signUps = signUps;
        this.clock = clock;
        this.events = events;
    }

    /** Opens an account for somebody who comes for the first time, with the claim it is opened for; both or neither. */
    @Transactional
    public UUID signUp(SignUp person, Claim typed, String address) {
        Claim claim = tidy(typed);
        List<Reason> reasons = new ArrayList<>(refusals(claim));
        reasons.addAll(signUps.refusals(person));
        RuleRefused.ifAny(reasons);
        SignedUp opened = signUps.open(person, address);
        return save(opened.accountId(), opened.personId(), claim);
    }

    /** Claims one more enterprise for one's own account. */
    @Transactional
    public UUID claim(Claim typed) {
        Actor actor = Actor.current();
        UUID account = actor.accountId();
        if (account == null) {
            throw new AccessDeniedException("nobody is signed in");
        }
        Claim claim = tidy(typed);
        List<Reason> reasons = new ArrayList<>(refusals(claim));
        if (representatives.existsByAccountIdAndCreditCodeAndStatusIn(account, claim.creditCode(), LIVE)) {
            reasons.add(Reason.on("creditCode", "representative.refused.claimed-already"));
        }
        RuleRefused.ifAny(reasons);
        return save(account, actor.person(), claim);
    }

    private UUID save(UUID account, UUID person, Claim claim) {
        UUID enterprise =
                enterprises.known(claim.creditCode()).map(EnterpriseView::id).orElse(null);
        Representative made = representatives.save(new Representative(account, person, claim, enterprise, clock.now()));
        flushed(Reason.on("creditCode", "representative.refused.claimed-already"));
        events.publishEvent(new EnterpriseClaimed(made.id(), label(made.view()), account, person, claim));
        return made.id();
    }

    private static Claim tidy(Claim typed) {
        return new Claim(
                CreditCode.normalise(typed.creditCode()),
                typed.enterpriseName().strip(),
                typed.capacity(),
                typed.grounds().strip());
    }

    /** A code whose check character is wrong can only be one that the register has accepted. */
    private List<Reason> refusals(Claim claim) {
        var reasons = new ArrayList<Reason>();
        String code = claim.creditCode();
        CreditCode.malformed(code)
                .or(() -> enterprises.known(code).isPresent() ? Optional.empty() : CreditCode.mischecked(code))
                .ifPresent(reason -> reasons.add(reason.at("creditCode")));
        int name = claim.enterpriseName().length();
        if (name < 2 || name > LONGEST_NAME) {
            reasons.add(Reason.on("enterpriseName", "representative.refused.name", LONGEST_NAME));
        }
        if (claim.capacity() == null) {
            reasons.add(Reason.on("capacity", "representative.refused.choose-capacity"));
        }
        wordsRefusal("grounds", claim.grounds()).ifPresent(reasons::add);
        return reasons;
    }

    /** The claim is right: its account acts for the enterprise from now on; {@code words} says what was looked at. */
    @Transactional
    public void confirm(UUID id, String words) {
        Representative claim = forMove(id, RepresentativeAction.CONFIRM);
        String why = words(words);
        UUID enterprise = enterprises
                .known(claim.view().creditCode())
                .orElseThrow(() -> new RuleRefused(Reason.of("representative.refused.not-registered")))
                .id();
        if (claim.view().capacity() == Capacity.SIGNATORY
                && representatives.existsByEnterpriseIdAndCapacityAndStatus(
                        enterprise, Capacity.SIGNATORY, RepresentativeStatus.CONFIRMED)) {
            throw new RuleRefused(Reason.of("representative.refused.signatory-there"));
        }
        claim.confirm(enterprise, Actor.current().person(), clock.now());
        flushed(Reason.of("representative.refused.signatory-there"));
        moved(claim, RepresentativeAction.CONFIRM, why);
    }

    /** Of two who do it at the same moment the database lets one through. */
    private void flushed(Reason otherwise) {
        try {
            representatives.flush();
        } catch (DataIntegrityViolationException e) {
            throw new RuleRefused(otherwise);
        }
    }

    @Transactional
    public void refuse(UUID id, String words) {
        Representative claim = forMove(id, RepresentativeAction.REFUSE);
        String why = words(words);
        claim.refuse(Actor.current().person(), clock.now());
        moved(claim, RepresentativeAction.REFUSE, why);
    }

    /** The claimant thinks better of it; nobody asks why. */
    @Transactional
    public void withdraw(UUID id) {
        Representative claim = forMove(id, RepresentativeAction.WITHDRAW);
        claim.withdraw(clock.now());
        moved(claim, RepresentativeAction.WITHDRAW, "");
    }

    /** The account acts for the enterprise no longer; what it did stays. */
    @Transactional
    public void end(UUID id, String words) {
        Representative claim = forMove(id, RepresentativeAction.END);
        String why = words(words);
        claim.end(clock.now());
        moved(claim, RepresentativeAction.END, why);
    }

    private Representative forMove(UUID id, RepresentativeAction action) {
        Actor actor = Actor.current();
        Representative claim = representatives
                .lock(id)
                .filter(found -> found.view().isVisibleTo(actor))
                .orElseThrow(() -> new NotFound("representative " + id));
        RepresentativeView view = claim.view();
        if (view.status() != action.from()) {
            throw new RuleRefused(Reason.of("representative.refused.state", view.status(), action));
        }
        if (!view.actions(actor).contains(action)) {
            throw new AccessDeniedException(action + " of " + id + " is not theirs");
        }
        return claim;
    }

    private void moved(Representative claim, RepresentativeAction action, String why) {
        RepresentativeView view = claim.view();
        var moved = new RepresentativeMoved(new Subject("representative", view.id(), label(view)), action, why);
        steps.save(new RepresentativeStep(moved, claim.moves(), Actor.current().personId(), clock.now()));
        accounts.rolesChanged(view.accountId());
        events.publishEvent(moved);
    }

    private static String label(RepresentativeView view) {
        return view.enterpriseName() + " " + view.capacity().name();
    }

    private static String words(@Nullable String typed) {
        String words = typed == null ? "" : typed.strip();
        wordsRefusal("words", words).ifPresent(reason -> {
            throw new RuleRefused(reason);
        });
        return words;
    }

    private static Optional<Reason> wordsRefusal(String field, String words) {
        return words.length() >= SHORTEST_WORDS && words.length() <= LONGEST_WORDS
                ? Optional.empty()
                : Optional.of(Reason.on(field, "representative.refused." + field, SHORTEST_WORDS, LONGEST_WORDS));
    }
}
