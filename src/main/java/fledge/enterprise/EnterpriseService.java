package fledge.enterprise;

import fledge.enterprise.rules.CreditCode;
import fledge.kernel.Reason;
import fledge.tenancy.PortalClock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the register: who enters it, what it says of them, and how they stand with the registration authority. */
@Service
public class EnterpriseService {

    private final Enterprises enterprises;
    private final EnterpriseRepository rows;
    private final EnterpriseStepRepository steps;
    private final FirstFacts facts;
    private final EntryChecks checks;
    private final AnnualFigureService figures;
    private final PinyinInitials pinyin;
    private final EnterpriseLog log;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    EnterpriseService(
            Enterprises enterprises,
            EnterpriseRepository rows,
            EnterpriseStepRepository steps,
            FirstFacts facts,
            EntryChecks checks,
            AnnualFigureService figures,
            PinyinInitials pinyin,
            EnterpriseLog log,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.enterprises = enterprises;
        this.rows = rows;
        this.steps = steps;
        this.facts = facts;
        this.checks = checks;
        this.figures = figures;
        this.pinyin = pinyin;
        this.log = log;
        this.clock = clock;
        this.events = events;
    }

    /** Takes an enterprise into the register. */
    @Transactional
    public UUID register(NewEnterprise entered) {
        return registerAll(List.of(entered)).getFirst();
    }

    /** Takes them all in, or none; in the order given. */
    @Transactional
    public List<UUID> registerAll(List<NewEnterprise> entered) {
        String[] codes = entered.stream()
                .map(one -> CreditCode.normalise(one.creditCode()))
                .toArray(String[]::new);
        return registerAll(
                entered,
                rows.byCode(codes, false).stream().map(Enterprise::creditCode).collect(Collectors.toSet()));
    }

    /** The same where it is known which of the codes are registered. */
    List<UUID> registerAll(List<NewEnterprise> entered, Set<String> registered) {
        Enterprises.requireMayManage();
        EntryChecks.Day day = checks.on(enterprises.today());
        var taken = new HashSet<>(registered);
        List<FirstFacts.Entered> made =
                entered.stream().map(one -> made(one, taken, day)).toList();
        facts.save(made);
        made.forEach(one -> events.publishEvent(new EnterpriseRegistered(
                one.enterprise().view(),
                one.years().size(),
                one.tags().size(),
                one.growth().size())));
        return made.stream().map(one -> one.enterprise().id()).toList();
    }

    private FirstFacts.Entered made(NewEnterprise entered, Set<String> taken, EntryChecks.Day day) {
        String code = CreditCode.normalise(entered.creditCode());
        var words = new Words();
        String codeReason = checks.code(words, code, entered.codeReason());
        words.require("creditCode", taken.add(code), "enterprise.refused.code-taken", code);
        EnterpriseTerms terms = checks.terms(words, entered.terms(), day);
        words.refuse();
        var enterprise = new Enterprise(code, codeReason, terms, pinyin.of(terms.nameZh()), entered.sample());
        return facts.of(enterprise, entered, Enterprises.person(), clock.now(), day.date());
    }

    /** Puts right what the register says; the newest year's size follows a change of industry. */
    @Transactional
    public void revise(UUID id, int version, EnterpriseTerms typed) {
        Enterprise enterprise = enterprises.lock(id);
        if (enterprise.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Enterprise.class, id);
        }
        var words = new Words();
        EnterpriseTerms terms = checks.terms(words, typed, checks.on(enterprises.today()));
        words.refuse();
        revise(enterprise, terms);
    }

    /** The same with terms that were checked, on an enterprise that is locked. */
    void revise(Enterprise enterprise, EnterpriseTerms terms) {
        EnterpriseView was = enterprise.view();
        enterprise.revise(terms, pinyin.of(terms.nameZh()));
        events.publishEvent(new EnterpriseRevised(was, enterprise.view()));
        if (!was.industryCode().equals(terms.industryCode())) {
            figures.resize(enterprise);
        }
    }

    /** Records what the registration authority did, by its date; refused before its founding and before the last move. */
    @Transactional
    public void move(UUID id, EnterpriseAction action, LocalDate since, @Nullable String reason) {
        Enterprise enterprise = enterprises.lock(id);
        LocalDate last = steps.findByEnterpriseIdOrderByNumberDesc(id).stream()
                .map(EnterpriseStep::since)
                .findFirst()
                .orElse(enterprise.foundedOn());
        var words = new Words();
        String why = words.reason("reason", reason);
        words.past("since", since, enterprise.foundedOn(), enterprises.today());
        words.require("since", !since.isBefore(last), "enterprise.refused.before-last-move", last.toString());
        if (!action.leavesFrom(enterprise.status())) {
            words.add(Reason.on("action", "enterprise.refused.action", enterprise.status()));
        }
        words.refuse();
        EnterpriseStatus from = enterprise.status();
        enterprise.move(action);
        log.moved(enterprise, action, from, since, why);
    }
}
