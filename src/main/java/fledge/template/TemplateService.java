package fledge.template;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Period;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.template.rules.Frequency;
import fledge.tenancy.CityMemory;
import fledge.tenancy.PortalClock;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Report templates (报表表式): written down by the planner, approved by a second person, in force from a period on. A version is
 * never edited; who wants another text writes the next one.
 */
@Service
public class TemplateService {

    /** The longest name, issuer or number. */
    public static final int LONGEST = 100;

    private final ReportTemplateRepository templates;
    private final TemplateItemRepository items;
    private final ProgrammeService programmes;
    private final CollectedPeriods collected;
    private final EntityManager entityManager;
    private final CityMemory<UUID, FormHead> forms = CityMemory.ofSettled(Duration.ofMinutes(10));
    private final CityMemory<UUID, AskingPlan> plans = CityMemory.ofChanging(Duration.ofSeconds(30));
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    TemplateService(
            ReportTemplateRepository templates,
            TemplateItemRepository items,
            ProgrammeService programmes,
            CollectedPeriods collected,
            EntityManager entityManager,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.templates = templates;
        this.items = items;
        this.programmes = programmes;
        this.collected = collected;
        this.entityManager = entityManager;
        this.clock = clock;
        this.events = events;
    }

    /** Of each programme the version in force, the one that follows it and the one being prepared; the newest first. */
    @Transactional(readOnly = true)
    public List<TemplateView> listed() {
        Actor.current().require(Right.TEMPLATE_READ);
        return views(templates.findAllByOrderByProgrammeIdAscEditionDesc().stream()
                .filter(template -> template.status() != TemplateStatus.SUPERSEDED)
                .toList());
    }

    /** A version, with all versions of the same form beside it. */
    @Transactional(readOnly = true)
    public TemplateView template(UUID id) {
        Actor.current().require(Right.TEMPLATE_READ);
        return view(load(id));
    }

    /** Every version of a programme's form, the newest first. */
    @Transactional(readOnly = true)
    public List<TemplateView> versions(UUID programmeId) {
        Actor.current().require(Right.TEMPLATE_READ);
        return views(templates.findByProgrammeIdOrderByEditionDesc(programmeId));
    }

    /** What a programme asks when. */
    @Transactional(readOnly = true)
    public AskingPlan plan(UUID programmeId) {
        return plans.get(
                programmeId,
                () -> new AskingPlan(approved(templates.findByProgrammeIdOrderByEditionDesc(programmeId))));
    }

    /** The same for a round about to be opened: until the transaction ends no other version is approved. */
    @Transactional
    public AskingPlan settledPlan(UUID programmeId) {
        return new AskingPlan(approved(templates.lock(programmeId).reversed()));
    }

    /** What every programme asks when; one without a form is not among them. */
    @Transactional(readOnly = true)
    public Map<UUID, AskingPlan> plans() {
        return approved(templates.findAllByOrderByProgrammeIdAscEditionDesc()).stream()
                .collect(Collectors.groupingBy(
                        TemplateView::programmeId, Collectors.collectingAndThen(Collectors.toList(), AskingPlan::new)));
    }

    /** What some versions say, by id, for the returns that are asked with them; an id that is null has none. */
    @Transactional(readOnly = true)
    public Map<UUID, FormHead> forms(Collection<? extends @Nullable UUID> ids) {
        return ids.stream()
                .filter(Objects::nonNull)
                .distinct()
                .map(this::form)
                .collect(Collectors.toMap(FormHead::templateId, Function.identity()));
    }

    /** What a version says; it never changes. */
    @Transactional(readOnly = true)
    public FormHead form(UUID id) {
        return forms.get(id, () -> {
            TemplateView template = view(load(id));
            return new FormHead(
                    id,
                    template.edition(),
                    template.name(),
                    template.head(),
                    template.frequency(),
                    template.items().stream()
                            .collect(Collectors.toMap(NewTemplate.Item::indicatorId, NewTemplate.Item::frequency)));
        });
    }

    private List<TemplateView> approved(List<ReportTemplate> versions) {
        return views(versions).stream()
                .filter(version -> version.approvedAt() != null)
                .toList();
    }

    private List<TemplateView> views(List<ReportTemplate> versions) {
        if (versions.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<TemplateItem>> byTemplate =
                items
                        .findByTemplateIdInOrderByPosition(
                                versions.stream().map(ReportTemplate::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(TemplateItem::templateId));
        return versions.stream()
                .map(version -> version.view(byTemplate.getOrDefault(version.id(), List.of())))
                .toList();
    }

    private TemplateView view(ReportTemplate template) {
        return views(List.of(template)).getFirst();
    }

    private ReportTemplate load(UUID id) {
        return templates.findById(id).orElseThrow(() -> new NotFound("template " + id));
    }

    /** Writes down the next version of a programme's form; a draft that was there is replaced, what is in force stays so. */
    @Transactional
    public UUID draft(NewTemplate made) {
        Actor.current().require(Right.TEMPLATE_MAKE);
        List<ReportTemplate> before = templates.lock(made.programmeId());
        check(made, before);
        before.stream()
                .filter(version -> version.status() == TemplateStatus.DRAFT)
                .forEach(this::supersede);
        entityManager.flush();
        int edition = before.isEmpty() ? 1 : before.getLast().edition() + 1;
        var template =
                templates.save(new ReportTemplate(edition, made, Actor.current().person(), clock.now()));
        var asked = new ArrayList<TemplateItem>();
        made.items().forEach(item -> asked.add(new TemplateItem(template.id(), asked.size() + 1, item)));
        items.saveAll(asked);
        events.publishEvent(new TemplateDrafted(subject(template), terms(made)));
        return template.id();
    }

    private void check(NewTemplate made, List<ReportTemplate> before) {
        if (!programmes.programme(made.programmeId()).running()) {
            throw new RuleRefused(Reason.on("programme", "template.refused.programme-not-running"));
        }
        var reasons = new ArrayList<Reason>();
        if (made.name().isEmpty()) {
            reasons.add(Reason.on("name", "template.refused.name"));
        }
        notTooLong(reasons, "name", made.name());
        notTooLong(reasons, "formCode", made.head().formCode());
        notTooLong(reasons, "issuer", made.head().issuer());
        notTooLong(reasons, "approvalNo", made.head().approvalNo());
        if (!made.frequency().isOfForms()) {
            reasons.add(Reason.on("frequency", "template.refused.frequency"));
        } else {
            refuseOtherFrequency(made, before, reasons);
        }
        if (made.items().isEmpty()) {
            reasons.add(Reason.on("items", "template.refused.no-items"));
        }
        RuleRefused.ifAny(reasons);
        refuseForeignItems(made);
    }

    private static void notTooLong(List<Reason> reasons, String field, String text) {
        if (text.length() > LONGEST) {
            reasons.add(Reason.on(field, "template.refused.too-long", LONGEST));
        }
    }

    /** Months and quarters of one programme would count twice, so a form keeps the frequency that was asked with first. */
    private void refuseOtherFrequency(NewTemplate made, List<ReportTemplate> before, List<Reason> reasons) {
        Optional<Frequency> asked = collected.newest(made.programmeId()).map(Frequency::of);
        Frequency settled = before.stream()
                .filter(ReportTemplate::isLast)
                .map(ReportTemplate::frequency)
                .findFirst()
                .or(() -> asked)
                .orElse(made.frequency());
        if (settled != made.frequency()) {
            reasons.add(Reason.on("frequency", "template.refused.other-frequency", settled));
        } else if (!made.frequency().covers(made.effectiveFrom())) {
            reasons.add(Reason.on("effectiveFrom", "template.refused.other-period", made.frequency()));
        }
        for (NewTemplate.Item item : made.items()) {
            if (!item.frequency().fitsInto(made.frequency())) {
                reasons.add(Reason.on("items", "template.refused.too-often", item.frequency(), made.frequency()));
                return;
            }
        }
    }

    private void refuseForeignItems(NewTemplate made) {
        Set<UUID> known = programmes.indicators(made.programmeId()).stream()
                .map(IndicatorView::id)
                .collect(Collectors.toSet());
        Set<UUID> seen = new HashSet<>();
        for (NewTemplate.Item item : made.items()) {
            if (!known.contains(item.indicatorId())) {
                throw new NotFound("indicator " + item.indicatorId());
            }
            if (!seen.add(item.indicatorId())) {
                throw new RuleRefused(Reason.on("items", "template.refused.twice"));
            }
        }
    }

    /** Approves a draft; from its first period on it asks instead of the version before, which stays what it was until then. */
    @Transactional
    public void approve(UUID id, int version) {
        Actor.current().require(Right.TEMPLATE_APPROVE);
        List<ReportTemplate> versions = templates.lock(load(id).programmeId());
        ReportTemplate approved = versions.stream()
                .filter(template -> template.id().equals(id))
                .findFirst()
                .orElseThrow();
        if (approved.version() != version) {
            throw new RuleRefused(Reason.of("template.refused.changed-meanwhile"));
        }
        Period from = approved.effectiveFrom();
        RuleRefused.ifAny(approved.head().refusals(approved.respondents(), from));
        refuseReachingBack(approved);
        TemplateStatus before = approved.status();
        approved.approve(Actor.current().person(), clock.now());
        versions.stream().filter(other -> !other.id().equals(id)).forEach(other -> makeRoom(other, from));
        moved(approved, TemplateAction.APPROVE, before);
    }

    private void refuseReachingBack(ReportTemplate approved) {
        Period from = approved.effectiveFrom();
        collected
                .newest(approved.programmeId())
                .filter(newest -> newest.index() >= from.index())
                .ifPresent(newest -> {
                    throw new RuleRefused(Reason.on("effectiveFrom", "template.refused.reaches-back", newest));
                });
    }

    /** What was approved before holds until the new version's first period; what has not begun by then never will. */
    private void makeRoom(ReportTemplate other, Period from) {
        if (other.asksFromOn(from)) {
            other.holdUntil(from);
            if (other.status() == TemplateStatus.APPROVED
                    && other.effectiveFrom().index() >= from.index()) {
                supersede(other);
            }
        }
    }

    private void supersede(ReportTemplate version) {
        TemplateStatus from = version.status();
        version.supersede(clock.now());
        moved(version, TemplateAction.SUPERSEDE, from);
    }

    /** Puts in force what begins by today, and takes the version before out of force; run by a job. */
    @Transactional
    public void takeEffect() {
        LocalDate today = LocalDate.ofInstant(clock.now(), PortalClock.ZONE);
        for (ReportTemplate begun : templates.findByStatus(TemplateStatus.APPROVED)) {
            if (!begun.effectiveFrom().start().isAfter(today)) {
                templates.lock(begun.programmeId()).stream()
                        .filter(version -> version.status() == TemplateStatus.EFFECTIVE && !version.isLast())
                        .forEach(this::supersede);
                begun.takeEffect(clock.now());
                moved(begun, TemplateAction.TAKE_EFFECT, TemplateStatus.APPROVED);
            }
        }
    }

    private void moved(ReportTemplate template, TemplateAction way, TemplateStatus from) {
        plans.forget();
        events.publishEvent(new TemplateMoved(subject(template), way, from, template.status()));
    }

    private static Subject subject(ReportTemplate template) {
        return new Subject("template", template.id(), template.name() + " v" + template.edition());
    }

    private static Map<String, String> terms(NewTemplate made) {
        var terms = new TreeMap<String, String>();
        terms.put("name", made.name());
        terms.put("formCode", made.head().formCode());
        terms.put("issuer", made.head().issuer());
        terms.put("approvalNo", made.head().approvalNo());
        LocalDate validUntil = made.head().validUntil();
        terms.put("validUntil", validUntil == null ? "" : validUntil.toString());
        terms.put("respondents", made.respondents().name());
        terms.put("frequency", made.frequency().name());
        terms.put("effectiveFrom", made.effectiveFrom().code());
        terms.put(
                "items",
                made.items().stream()
                        .collect(
                                Collectors.groupingBy(NewTemplate.Item::frequency, TreeMap::new, Collectors.counting()))
                        .toString());
        return terms;
    }
}
