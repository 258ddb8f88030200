package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The city's list of reasons for explanations: closed to who explains, open to the planner who keeps it. */
@Service
public class ExplanationReasonService {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,29}");
    private static final int LONGEST_NAME = 40;

    private final ExplanationReasonRepository reasons;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    ExplanationReasonService(ExplanationReasonRepository reasons, PortalClock clock, ApplicationEventPublisher events) {
        this.reasons = reasons;
        this.clock = clock;
        this.events = events;
    }

    /** Every reason in its order, those no longer offered among them. */
    @Transactional(readOnly = true)
    public List<ExplanationReasonView> reasons() {
        return reasons.findAllByOrderByPosition().stream()
                .map(ExplanationReason::view)
                .toList();
    }

    Set<String> offered() {
        return reasons().stream()
                .filter(reason -> !reason.retired())
                .map(ExplanationReasonView::code)
                .collect(Collectors.toSet());
    }

    @Transactional
    public void add(String code, String nameZh, String nameEn) {
        Actor.current().require(Right.RULE_MAKE);
        List<ExplanationReasonView> known = reasons();
        String name = nameZh.strip();
        String english = nameEn.strip();
        var refusals = new ArrayList<Reason>();
        if (!CODE.matcher(code.strip()).matches()) {
            refusals.add(Reason.on("code", "monitoring.reason.refused.code"));
        } else if (known.stream().anyMatch(other -> other.code().equals(code.strip()))) {
            refusals.add(Reason.on("code", "monitoring.reason.refused.taken"));
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            refusals.add(Reason.on("nameZh", "monitoring.reason.refused.name", LONGEST_NAME));
        }
        if (english.isEmpty() || english.length() > LONGEST_NAME) {
            refusals.add(Reason.on("nameEn", "monitoring.reason.refused.name", LONGEST_NAME));
        }
        RuleRefused.ifAny(refusals);
        int position =
                known.stream().mapToInt(ExplanationReasonView::position).max().orElse(0) + 1;
        var reason = reasons.save(new ExplanationReason(code.strip(), position, name, english));
        events.publishEvent(new ReasonAdded(new Subject("explanation-reason", reason.id(), name), code.strip()));
    }

    /** Takes a reason off the list; findings that name it keep it. */
    @Transactional
    public void retire(UUID id) {
        Actor.current().require(Right.RULE_MAKE);
        ExplanationReason reason = reasons.findById(id).orElseThrow(() -> new NotFound("reason " + id));
        if (reason.view().retired()) {
            throw new RuleRefused(Reason.of("monitoring.reason.refused.retired"));
        }
        if (offered().size() == 1) {
            throw new RuleRefused(Reason.of("monitoring.reason.refused.last"));
        }
        reason.retire(clock.now());
        events.publishEvent(new ReasonRetired(
                new Subject("explanation-reason", id, reason.view().nameZh())));
    }
}
