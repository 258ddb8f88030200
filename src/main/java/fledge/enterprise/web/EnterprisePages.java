package fledge.enterprise.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.attachment.web.AttachmentPages;
import fledge.enterprise.EnterpriseAttachments;
import fledge.enterprise.EnterpriseFile;
import fledge.enterprise.EnterpriseFinder;
import fledge.enterprise.EnterpriseKind;
import fledge.enterprise.EnterpriseView;
import fledge.enterprise.Industries;
import fledge.enterprise.IndustryView;
import fledge.enterprise.rules.SizeClass;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.ui.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The file of one enterprise (一企一档). */
@Component
class EnterprisePages {

    private final EnterpriseFinder finder;
    private final SizeWording sizes;
    private final PopulationWording population;
    private final Industries industries;
    private final UnitService units;
    private final AccountService accounts;
    private final Choices choices;
    private final EnterpriseAttachments files;
    private final EnterpriseAttachmentPages attachments;
    private final Formats formats;

    EnterprisePages(
            EnterpriseFinder finder,
            SizeWording sizes,
            PopulationWording population,
            Industries industries,
            UnitService units,
            AccountService accounts,
            Choices choices,
            EnterpriseAttachments files,
            EnterpriseAttachmentPages attachments,
            Formats formats) {
        this.finder = finder;
        this.sizes = sizes;
        this.population = population;
        this.industries = industries;
        this.units = units;
        this.accounts = accounts;
        this.choices = choices;
        this.files = files;
        this.attachments = attachments;
        this.formats = formats;
    }

    /** {@code size} is null without figures; {@code decidedFor} is the year an officer may decide about, or null. */
    record EnterprisePage(
            UUID id,
            String name,
            String code,
            boolean sample,
            String status,
            String statusTone,
            String size,
            String sizeTone,
            @Nullable String codeReason,
            List<Line> about,
            SizeWording.@Nullable Explained explained,
            @Nullable Decided decided,
            @Nullable String decidedFor,
            List<Choices.Option> decidable,
            boolean counted,
            List<String> exclusions,
            String population,
            List<Year> years,
            List<Tag> tags,
            List<Event> growth,
            @Nullable Kin was,
            @Nullable Kin became,
            List<Event> history,
            List<AttachmentPages.Row> attachments,
            boolean mayAttach,
            boolean mayManage,
            boolean household,
            boolean mayAudit) {}

    /** A label with its value. */
    record Line(
            String label, @Nullable String text, @Nullable String href) {}

    /** What an officer decided where the standard is silent. */
    record Decided(String size, String reason, @Nullable String who) {}

    /** A year's figures in words. */
    record Year(
            String year,
            @Nullable String employees,
            @Nullable String revenue,
            @Nullable String assets,
            String size,
            String sizeTone,
            String industry,
            String standard,
            String source,
            @Nullable String who,
            @Nullable String at) {}

    /** A recognition in words. */
    record Tag(String name, String granted, @Nullable String expires, String state, String tone, String document) {}

    /** The household business it was, or the company it became. */
    record Kin(String name, @Nullable String href) {}

    /** An entry of a timeline. */
    record Event(
            String at,
            String title,
            @Nullable String who,
            @Nullable String note,
            boolean expected) {}

    EnterprisePage show(UUID id) {
        EnterpriseFile file = finder.file(id);
        EnterpriseView enterprise = file.enterprise();
        Map<UUID, String> names = names(file);
        EnterpriseFile.Year newest =
                file.years().isEmpty() ? null : file.years().getFirst();
        boolean mayManage = Actor.current().may(Right.ENTERPRISE_MANAGE);
        LocalDate today = finder.today();
        return new EnterprisePage(
                id,
                enterprise.nameZh(),
                enterprise.creditCode(),
                enterprise.sample(),
                formats.text(enterprise.status()),
                Tones.of(enterprise.status()),
                formats.text(enterprise.size()),
                Tones.of(enterprise.size()),
                enterprise.codeReason(),
                about(enterprise),
                newest == null || file.explained() == null ? null : sizes.explain(newest, file.explained()),
                newest == null ? null : decided(newest, names),
                mayManage && newest != null && newest.size() == SizeClass.NOT_CLASSIFIED
                        ? Integer.toString(newest.year())
                        : null,
                choices.of(
                        Stream.of(SizeClass.values()).filter(SizeClass::isSize).toList()),
                file.exclusions().isEmpty(),
                file.exclusions().stream().map(formats::text).toList(),
                population.sentence(),
                file.years().stream().map(year -> year(year, names)).toList(),
                file.tags().stream().map(tag -> tag(tag, today)).toList(),
                file.growth().stream().map(step -> growth(step, names)).toList(),
                kin(file.was()),
                kin(file.became()),
                history(file, names),
                attachments.rows(enterprise),
                files.mayHandIn(id),
                mayManage,
                enterprise.kind() == EnterpriseKind.HOUSEHOLD,
                Actor.current().may(Right.AUDIT_READ));
    }

    private static @Nullable Kin kin(EnterpriseFile.@Nullable Relative relative) {
        if (relative == null) {
            return null;
        }
        return relative.id() == null
                ? new Kin(relative.creditCode(), null)
                : new Kin(
                        relative.nameZh() + " " + relative.creditCode(),
                        Actor.current().may(Right.ENTERPRISE_READ) ? "/enterprises/" + relative.id() : null);
    }

    private List<Line> about(EnterpriseView enterprise) {
        IndustryView industry = industries.one(enterprise.industryCode());
        return List.of(
                line("creditCode", enterprise.creditCode()),
                line("kind", formats.text(enterprise.kind())),
                line("industryCode", industry.code() + " " + industry.name(formats.locale())),
                line("districtId", units.unit(enterprise.districtId()).name(formats.locale())),
                line("foundedOn", enterprise.foundedOn().toString()),
                line("aboveScale", yes(enterprise.aboveScale())),
                line("aboveLimit", yes(enterprise.aboveLimit())));
    }

    private Line line(String field, String text) {
        return new Line(formats.text("enterprise.field." + field), text, null);
    }

    private String yes(boolean holds) {
        return formats.text(holds ? "enterprise.yes" : "enterprise.no");
    }

    private @Nullable Decided decided(EnterpriseFile.Year year, Map<UUID, String> names) {
        SizeClass size = year.officerSize();
        String reason = year.officerReason();
        return size == null || reason == null
                ? null
                : new Decided(formats.text(size), reason, name(year.officerId(), names));
    }

    private Year year(EnterpriseFile.Year year, Map<UUID, String> names) {
        SizeClass decided = year.officerSize();
        SizeClass size = decided == null ? year.size() : decided;
        return new Year(
                Integer.toString(year.year()),
                sizes.persons(year.figures().employees()),
                sizes.money(year.figures().revenueFen()),
                sizes.money(year.figures().assetsFen()),
                formats.text(size),
                Tones.of(size),
                industries.one(year.industryCode()).name(formats.locale()),
                year.standard(),
                year.source(),
                name(year.recordedBy(), names),
                formats.day(year.recordedAt()));
    }

    private Tag tag(EnterpriseFile.Tag tag, LocalDate today) {
        LocalDate expires = tag.expiresOn();
        boolean withdrawn = tag.withdrawnFor() != null;
        String state = withdrawn ? "withdrawn" : tag.isHeldOn(today) ? "held" : "expired";
        return new Tag(
                formats.text(tag.kind()),
                tag.grantedOn().toString(),
                expires == null ? formats.text("enterprise.tag.endless") : expires.toString(),
                formats.text("enterprise.tag." + state),
                withdrawn ? "refused" : state.equals("held") ? "done" : "neutral",
                withdrawn ? tag.document() + " · " + tag.withdrawnFor() : tag.document());
    }

    private Event growth(EnterpriseFile.Growth step, Map<UUID, String> names) {
        String withdrawn = step.withdrawnFor();
        return new Event(
                step.happenedOn().toString(),
                formats.text(step.kind()),
                name(step.recordedBy(), names),
                withdrawn == null
                        ? step.evidence()
                        : formats.text("enterprise.growth.withdrawn", step.evidence(), withdrawn),
                withdrawn != null);
    }

    private List<Event> history(EnterpriseFile file, Map<UUID, String> names) {
        return Stream.concat(
                        file.steps().stream()
                                .map(step -> new Event(
                                        step.since().toString(),
                                        formats.text(step.action()),
                                        name(step.personId(), names),
                                        step.reason(),
                                        false)),
                        Stream.of(new Event(
                                file.enterprise().foundedOn().toString(),
                                formats.text("enterprise.history.founded"),
                                null,
                                null,
                                false)))
                .toList();
    }

    private static @Nullable String name(@Nullable UUID person, Map<UUID, String> names) {
        return person == null ? null : names.get(person);
    }

    private Map<UUID, String> names(EnterpriseFile file) {
        return accounts.personNames(Stream.of(
                        file.years().stream().flatMap(year -> Stream.of(year.recordedBy(), year.officerId())),
                        file.growth().stream().map(EnterpriseFile.Growth::recordedBy),
                        file.steps().stream().map(EnterpriseFile.Step::personId))
                .flatMap(people -> people)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }
}
