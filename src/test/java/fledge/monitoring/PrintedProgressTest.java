package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.kernel.Measure;
import fledge.programme.Bilingual;
import fledge.programme.CollectionTerms;
import fledge.programme.FigureStatus;
import fledge.programme.NewPrintedActual;
import fledge.programme.NewProgramme;
import fledge.programme.NewTarget;
import fledge.programme.PeriodKind;
import fledge.programme.PrintedActualService;
import fledge.programme.ProgrammeKind;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeStory;
import fledge.programme.Source;
import fledge.programme.TargetService;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Evaluation;
import fledge.programme.rules.Goal;
import fledge.programme.rules.Operator;
import fledge.programme.rules.Verdict;
import fledge.support.Cities;
import fledge.support.Pages;
import fledge.support.PortalTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A document that prints no years still prints a target and what came of it (A26). */
@PortalTest
class PrintedProgressTest {

    @Autowired
    Cities cities;

    @Autowired
    UnitService units;

    @Autowired
    AccountService accounts;

    @Autowired
    ProgrammeService programmes;

    @Autowired
    TargetService targets;

    @Autowired
    PrintedActualService actuals;

    @Autowired
    ProgressService progress;

    @Autowired
    Pages pages;

    @Test
    void A26_a_task_of_206_and_339_done_is_164_56_percent_and_133_more() {
        var story = new ProgrammeStory(cities, units, accounts, programmes, targets);
        UUID programme = cities.in(
                story.city,
                () -> programmes.found(new NewProgramme(
                        "cd",
                        ProgrammeKind.PRINTED,
                        new Bilingual("两创示范", "Demonstration"),
                        null,
                        null,
                        null,
                        null,
                        CollectionTerms.USUAL,
                        1,
                        List.of(),
                        List.of())));
        UUID firms = story.add(
                programme, story.indicator("firms", Comparison.PER_YEAR_COUNT, Measure.COUNT, Measure.COUNT, null));
        story.set(
                firms,
                NewTarget.finalOf(
                        new Goal(Operator.AT_LEAST, new BigDecimal("206"), 2016), FigureStatus.PRINTED, null));
        UUID silent = story.add(
                programme, story.indicator("silent", Comparison.PER_YEAR_COUNT, Measure.COUNT, Measure.COUNT, null));
        story.publish(programme);
        cities.in(
                story.city,
                () -> actuals.record(
                        programme,
                        new NewPrintedActual(
                                firms,
                                new Bilingual("成长", ""),
                                new Bilingual("新增规上企业", ""),
                                Operator.EXACTLY,
                                new BigDecimal("339"),
                                Measure.COUNT,
                                null,
                                "2023年",
                                2016,
                                PeriodKind.YEAR,
                                null,
                                null,
                                Source.NONE)));
        Evaluation evaluation = cities.in(story.city, () -> progress.one(firms)).evaluation();
        assertThat(evaluation).isNotNull();
        assertThat(evaluation.shownCompletion()).isEqualByComparingTo("164.56");
        assertThat(evaluation.difference()).isEqualByComparingTo("133");
        assertThat(evaluation.verdict()).isEqualTo(Verdict.MET);
        Document page = pages.open(story.city, story.planner, "/progress/indicators/" + firms);
        assertThat(page.select("dl.summary > div").eachText())
                .contains("目标 不低于 206个", "累计值 339个", "完成率 164.56%", "与目标相差 +133个", "结论 达标");
        assertThat(pages.open(story.city, story.planner, "/progress/programmes/" + programme)
                        .select("tbody tr:has(a[href$=" + firms + "])")
                        .text())
                .contains("339个", "164.56%", "达标");
        assertThat(cities.in(story.city, () -> progress.one(silent)).evaluation())
                .as("nothing printed, nothing computed")
                .isNull();
    }
}
