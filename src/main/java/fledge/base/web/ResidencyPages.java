package fledge.base.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.base.BaseService;
import fledge.base.BaseView;
import fledge.base.HeadcountView;
import fledge.base.ResidencyEnding;
import fledge.base.ResidencyLedger;
import fledge.base.ResidencyTerms;
import fledge.base.ResidencyView;
import fledge.enterprise.EnterpriseCard;
import fledge.enterprise.EnterpriseLookup;
import fledge.identity.AccountService;
import fledge.kernel.Measure;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One residency laid out: its days, its headcounts, who wrote them, and the forms to go on with it. */
@Component
class ResidencyPages {

    private final BaseService bases;
    private final ResidencyLedger ledger;
    private final ResidentPages residents;
    private final EnterpriseLookup enterprises;
    private final AccountService accounts;
    private final BaseTexts texts;
    private final PortalClock clock;
    private final Formats formats;

    ResidencyPages(
            BaseService bases,
            ResidencyLedger ledger,
            ResidentPages residents,
            EnterpriseLookup enterprises,
            AccountService accounts,
            BaseTexts texts,
            PortalClock clock,
            Formats formats) {
        this.bases = bases;
        this.ledger = ledger;
        this.residents = residents;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.texts = texts;
        this.clock = clock;
        this.formats = formats;
    }

    record ShowPage(
            UUID id,
            int version,
            UUID baseId,
            String base,
            String name,
            String tone,
            String state,
            List<BasePages.Fact> facts,
            List<Count> counts,
            List<BasePages.Entry> history,
            @Nullable String auditHref,
            boolean mayChange,
            boolean open,
            String today,
            Map<String, String> values,
            List<BaseTexts.Option> endings) {}

    record Count(String asOf, String people, @Nullable String by, String at) {}

    @Transactional(readOnly = true)
    ShowPage show(UUID id) {
        ResidencyView residency = ledger.residency(id);
        BaseView base = bases.base(residency.baseId());
        EnterpriseCard card = Objects.requireNonNull(
                enterprises.cards(List.of(residency.enterpriseId())).get(residency.enterpriseId()));
        List<HeadcountView> counts = ledger.headcounts(residency);
        Map<UUID, String> people = accounts.personNames(Stream.concat(
                        counts.stream().map(HeadcountView::recordedBy),
                        Stream.of(residency.recordedBy(), residency.endedBy(), residency.correctedBy())
                                .filter(Objects::nonNull))
                .collect(Collectors.toSet()));
        return new ShowPage(
                id,
                residency.version(),
                base.id(),
                base.name(formats.locale()),
                card.nameZh(),
                tone(residency),
                state(residency),
                facts(residency.terms(), card, base),
                counts.stream().map(count -> count(count, people)).toList(),
                history(residency, people),
                Actor.current().may(Right.AUDIT_READ) ? "/audit?subject=" + id : null,
                ledger.mayKeep(base) && !residency.struck(),
                residency.terms().endedOn() == null,
                LocalDate.ofInstant(clock.now(), PortalClock.ZONE).toString(),
                values(residency.terms()),
                texts.options(ResidencyEnding.class));
    }

    private static String tone(ResidencyView residency) {
        return residency.struck() ? "refused" : residency.terms().endedOn() == null ? "working" : "done";
    }

    private String state(ResidencyView residency) {
        ResidencyEnding ending = residency.terms().ending();
        return residency.struck()
                ? formats.text("residency.struck")
                : ending == null ? formats.text("residency.state.PRESENT") : formats.text(ending);
    }

    private List<BasePages.Fact> facts(ResidencyTerms terms, EnterpriseCard card, BaseView base) {
        var facts = new ArrayList<BasePages.Fact>();
        facts.add(new BasePages.Fact(
                formats.text("residency.enterprise"),
                card.nameZh(),
                Actor.current().may(Right.ENTERPRISE_READ) ? "/enterprises/" + card.id() : null));
        facts.add(fact("residency.code", card.creditCode()));
        facts.add(fact(
                "residency.registration",
                Objects.requireNonNullElse(residents.closed(card), formats.text(card.status()))));
        facts.add(
                new BasePages.Fact(formats.text("residency.base"), base.name(formats.locale()), "/bases/" + base.id()));
        facts.add(fact("residency.moved-in-on", terms.movedInOn().toString()));
        facts.add(fact(
                "residency.area",
                terms.areaM2() == null
                        ? null
                        : formats.concise(terms.areaM2(), Measure.M2) + " " + formats.text(Measure.M2)));
        if (terms.endedOn() != null && terms.ending() != null) {
            facts.add(new BasePages.Fact(
                    formats.text("residency.ended-on", formats.text(terms.ending())),
                    terms.endedOn().toString(),
                    null));
            facts.add(fact("residency.end-reason", terms.endReason()));
        }
        return facts;
    }

    private BasePages.Fact fact(String key, @Nullable String text) {
        return new BasePages.Fact(formats.text(key), text, null);
    }

    private Count count(HeadcountView count, Map<UUID, String> people) {
        return new Count(
                count.asOf().toString(),
                formats.text("residency.number", count.people()),
                people.get(count.recordedBy()),
                minute(count.recordedAt()));
    }

    private String minute(Instant at) {
        return Objects.requireNonNullElse(formats.minute(at), "");
    }

    private List<BasePages.Entry> history(ResidencyView residency, Map<UUID, String> people) {
        record Happened(
                Instant at, String key, UUID who, @Nullable String note) {}
        var happened = new ArrayList<Happened>();
        happened.add(
                new Happened(residency.recordedAt(), "base.event.EnterpriseMovedIn", residency.recordedBy(), null));
        if (residency.endedAt() != null && residency.endedBy() != null) {
            happened.add(new Happened(
                    residency.endedAt(),
                    "base.event.ResidencyEnded",
                    residency.endedBy(),
                    residency.terms().endReason()));
        }
        if (residency.correctedAt() != null && residency.correctedBy() != null) {
            happened.add(new Happened(
                    residency.correctedAt(),
                    residency.struck() ? "base.event.ResidencyStruck" : "base.event.ResidencyCorrected",
                    residency.correctedBy(),
                    residency.correction()));
        }
        return happened.stream()
                .sorted(Comparator.comparing(Happened::at).reversed())
                .map(one -> new BasePages.Entry(
                        minute(one.at()), formats.text(one.key()), people.get(one.who()), one.note(), false))
                .toList();
    }

    private static Map<String, String> values(ResidencyTerms terms) {
        return Map.of(
                "movedInOn", terms.movedInOn().toString(),
                "area",
                        terms.areaM2() == null
                                ? ""
                                : terms.areaM2().stripTrailingZeros().toPlainString(),
                "endedOn", Objects.toString(terms.endedOn(), ""),
                "ending", Objects.toString(terms.ending(), ""),
                "endReason", terms.endReason());
    }
}
