package fledge.enterprise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of an enterprise when it enters the register: checked and made into rows, and written kind by kind, in batches. */
@Component
class FirstFacts {

    private final EntryChecks checks;
    private final Sizing sizing;
    private final EnterpriseRepository enterprises;
    private final EnterpriseYearRepository years;
    private final EnterpriseTagRepository tags;
    private final GrowthEventRepository growth;

    FirstFacts(
            EntryChecks checks,
            Sizing sizing,
            EnterpriseRepository enterprises,
            EnterpriseYearRepository years,
            EnterpriseTagRepository tags,
            GrowthEventRepository growth) {
        this.checks = checks;
        this.sizing = sizing;
        this.enterprises = enterprises;
        this.years = years;
        this.tags = tags;
        this.growth = growth;
    }

    /** An enterprise with its rows, none of them written yet. */
    record Entered(
            Enterprise enterprise, List<EnterpriseYear> years, List<EnterpriseTag> tags, List<GrowthEvent> growth) {}

    Entered of(Enterprise enterprise, NewEnterprise entered, @Nullable UUID by, Instant now, LocalDate today) {
        EnterpriseView view = enterprise.view();
        var words = new Words();
        List<EnterpriseYear> itsYears = entered.years().stream()
                .map(year -> year(enterprise, checks.figures(words, year, view.foundedOn(), today), by, now))
                .toList();
        List<EnterpriseTag> itsTags = entered.tags().stream()
                .map(tag -> new EnterpriseTag(view.id(), checks.tag(words, tag, view.foundedOn(), today), by, now))
                .toList();
        List<GrowthEvent> itsGrowth = entered.growth().stream()
                .map(step -> new GrowthEvent(
                        view.id(), checks.growth(words, step, view.kind(), view.foundedOn(), today), by, now))
                .toList();
        words.refuse();
        return new Entered(enterprise, itsYears, itsTags, itsGrowth);
    }

    /** Rows of one kind together, so that they go to the database in batches. */
    void save(List<Entered> entered) {
        enterprises.saveAll(entered.stream().map(Entered::enterprise).toList());
        years.saveAll(entered.stream().flatMap(one -> one.years().stream()).toList());
        tags.saveAll(entered.stream().flatMap(one -> one.tags().stream()).toList());
        growth.saveAll(entered.stream().flatMap(one -> one.growth().stream()).toList());
    }

    private EnterpriseYear year(Enterprise enterprise, YearFigures figures, @Nullable UUID by, Instant now) {
        var year = new EnterpriseYear(enterprise.id(), figures.year());
        year.enter(figures, by, now);
        year.classify(
                enterprise.industryCode(), sizing.of(enterprise.industryCode(), figures.year(), figures.figures()));
        enterprise.take(year.year(), year.size());
        return year;
    }
}
