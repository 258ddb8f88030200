package fledge.enterprise.web;

import fledge.enterprise.EnterpriseFile;
import fledge.enterprise.EnterpriseFinder;
import fledge.enterprise.EnterpriseStatus;
import fledge.enterprise.EnterpriseView;
import fledge.enterprise.GrowthKind;
import fledge.enterprise.PopulationService;
import fledge.enterprise.PopulationView;
import fledge.enterprise.TagKind;
import fledge.enterprise.rules.Population;
import fledge.kernel.Measure;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the forms of the register begin with. */
@Component
class EnterpriseForms {

    private final EnterpriseFinder finder;
    private final PopulationService populations;
    private final Choices choices;
    private final Formats formats;

    EnterpriseForms(EnterpriseFinder finder, PopulationService populations, Choices choices, Formats formats) {
        this.finder = finder;
        this.populations = populations;
        this.choices = choices;
        this.formats = formats;
    }

    /** {@code known} is null for an enterprise that is not registered yet. */
    record EnterpriseFormPage(
            @Nullable EnterpriseView known,
            @Nullable String foundedOn,
            List<Choices.Option> industries,
            List<Choices.Option> districts,
            List<Choices.Option> marks,
            List<String> marked) {}

    /** A form about an enterprise with a choice in it. */
    record ChoicePage(
            UUID id,
            String name,
            List<Choices.Option> options,
            @Nullable String note) {}

    /** A year's figures to be entered or put right; texts as they are typed. */
    record FigurePage(
            UUID id,
            String name,
            String year,
            @Nullable String employees,
            @Nullable String revenue,
            @Nullable String assets,
            @Nullable String source) {}

    /** Whom the city leaves out. */
    record PopulationPage(List<Choices.Option> options, List<String> leftOut, String document) {}

    EnterpriseFormPage blank() {
        return new EnterpriseFormPage(null, null, choices.industries(), choices.districts(), marks(), List.of());
    }

    EnterpriseFormPage edit(UUID id) {
        EnterpriseView known = finder.one(id);
        var marked = new ArrayList<String>();
        if (known.aboveScale()) {
            marked.add(EnterpriseForm.ABOVE_SCALE);
        }
        if (known.aboveLimit()) {
            marked.add(EnterpriseForm.ABOVE_LIMIT);
        }
        return new EnterpriseFormPage(
                known, known.foundedOn().toString(), choices.industries(), choices.districts(), marks(), marked);
    }

    private List<Choices.Option> marks() {
        return List.of(
                new Choices.Option(EnterpriseForm.ABOVE_SCALE, formats.text("enterprise.mark.ABOVE_SCALE")),
                new Choices.Option(EnterpriseForm.ABOVE_LIMIT, formats.text("enterprise.mark.ABOVE_LIMIT")));
    }

    /** The year asked for with what is known of it; otherwise the last full one. */
    FigurePage figures(UUID id, String typedYear) {
        EnterpriseFile file = finder.file(id);
        String year = typedYear.matches("\\d{4}")
                ? typedYear
                : Integer.toString(finder.today().getYear() - 1);
        EnterpriseFile.Year known = file.years().stream()
                .filter(one -> Integer.toString(one.year()).equals(year))
                .findFirst()
                .orElse(null);
        EnterpriseView enterprise = file.enterprise();
        if (known == null) {
            return new FigurePage(id, enterprise.nameZh(), year, null, null, null, null);
        }
        Long employees = known.figures().employees();
        return new FigurePage(
                id,
                enterprise.nameZh(),
                year,
                employees == null ? null : Long.toString(employees),
                typed(known.figures().revenueFen()),
                typed(known.figures().assetsFen()),
                known.source());
    }

    private @Nullable String typed(@Nullable Long fen) {
        return fen == null ? null : formats.plain(BigDecimal.valueOf(fen, 2), Measure.CNY_WAN);
    }

    ChoicePage tags(UUID id) {
        return new ChoicePage(id, finder.one(id).nameZh(), choices.of(TagKind.values()), null);
    }

    ChoicePage growth(UUID id) {
        return new ChoicePage(id, finder.one(id).nameZh(), choices.of(GrowthKind.values()), null);
    }

    /** Only what may follow on the present state is offered. */
    ChoicePage moves(UUID id) {
        EnterpriseView enterprise = finder.one(id);
        EnterpriseStatus status = enterprise.status();
        return new ChoicePage(id, enterprise.nameZh(), choices.of(status.actions()), formats.text(status));
    }

    /** What is recorded and not withdrawn yet. */
    ChoicePage withdrawals(UUID id) {
        EnterpriseFile file = finder.file(id);
        return new ChoicePage(
                id,
                file.enterprise().nameZh(),
                Stream.concat(
                                file.tags().stream()
                                        .filter(tag -> tag.withdrawnFor() == null)
                                        .map(tag -> new Choices.Option(
                                                TagController.TAG + tag.id(),
                                                formats.text(tag.kind()) + " " + tag.grantedOn())),
                                file.growth().stream()
                                        .filter(step -> step.withdrawnFor() == null)
                                        .map(step -> new Choices.Option(
                                                TagController.GROWTH + step.id(),
                                                formats.text(step.kind()) + " " + step.happenedOn())))
                        .toList(),
                null);
    }

    PopulationPage population() {
        PopulationView view = populations.population();
        return new PopulationPage(
                choices.of(List.of(
                        Population.Exclusion.ABOVE_SCALE,
                        Population.Exclusion.ABOVE_LIMIT,
                        Population.Exclusion.HOUSEHOLD)),
                PopulationWording.leftOut(view.population()).stream()
                        .map(Enum::name)
                        .toList(),
                view.document());
    }
}
