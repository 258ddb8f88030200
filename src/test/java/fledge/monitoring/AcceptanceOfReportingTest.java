package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.access.Actor;
import fledge.amendment.AmendmentFinder;
import fledge.amendment.AmendmentKind;
import fledge.amendment.AmendmentService;
import fledge.audit.AuditEntryView;
import fledge.audit.AuditService;
import fledge.support.Pages;
import fledge.support.PortalTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;

/** The acceptance examples D07 to D10: who may see and report what, and how a figure changes; read from the pages. */
@PortalTest
class AcceptanceOfReportingTest {

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    Pages pages;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ReviewService reviews;

    @Autowired
    RoundService rounds;

    @Autowired
    RoundDates dates;

    @Autowired
    AmendmentService amendments;

    @Autowired
    AmendmentFinder finder;

    @Autowired
    AuditService audit;

    @Test
    void D07_another_citys_indicator_is_not_found_and_the_trail_tells_of_it() {
        MonitoringStory here = teller.tell(1);
        MonitoringStory elsewhere = teller.tell(1);
        String path = "/progress/indicators/" + elsewhere.firms;
        assertThat(pages.open(elsewhere.city, elsewhere.planner, path)
                        .select("h1")
                        .text())
                .isEqualTo("指标firms");
        MockHttpServletResponse foreign = pages.send(here.city, here.planner, HttpMethod.GET, path);
        MockHttpServletResponse nonsense =
                pages.send(here.city, here.planner, HttpMethod.GET, "/progress/indicators/" + UUID.randomUUID());

        assertThat(foreign.getStatus()).isEqualTo(404);
        assertThat(Pages.text(foreign)).doesNotContain("指标firms").contains("没有找到");
        assertThat(nonsense.getStatus()).isEqualTo(404);
        List<AuditEntryView> told = here.ask(
                Actor.SYSTEM,
                () -> audit.about(Objects.requireNonNull(here.planner.accountId())).stream()
                        .filter(entry -> entry.action().equals("NothingFound"))
                        .toList());
        assertThat(told).hasSize(2).allMatch(entry -> entry.login().equals(here.planner.login()));
        assertThat(told.getFirst().after()).containsEntry("path", path);
        assertThat(elsewhere.ask(Actor.SYSTEM, () -> audit.about(Objects.requireNonNull(here.planner.accountId()))))
                .as("the other city is told nothing")
                .isEmpty();
    }

    @Test
    void D08_only_the_unit_that_reports_an_indicator_submits_it_and_the_first_unit_leads() {
        MonitoringStory story = teller.tell(1);
        UUID round = story.round(MonitoringStory.OPEN);
        UUID own = story.returnOf(round, story.east);
        ReturnSheet.Line line = story.sheet(story.preparer, own).lines().getFirst();
        String cell = "/returns/%s/cells/%s/value".formatted(own, line.id());
        UUID sister = story.returnOf(round, story.west);

        assertThat(pages.send(story.city, story.westPreparer, HttpMethod.PUT, cell, "value", "7", "version", "0")
                        .getStatus())
                .as("another unit's return")
                .isEqualTo(404);
        assertThat(pages.send(
                                story.city,
                                story.westPreparer,
                                HttpMethod.PUT,
                                cell.replace(own.toString(), sister.toString()),
                                "value",
                                "7",
                                "version",
                                "0")
                        .getStatus())
                .as("another unit's line through one's own return")
                .isEqualTo(404);
        assertThat(story.sheet(story.preparer, own).lines().getFirst().content().isFilled())
                .isFalse();
        assertThat(pages.open(story.city, story.planner, "/progress/indicators/" + story.firms)
                        .select("dl.summary")
                        .text())
                .contains("牵头单位 单位east");
    }

    @Test
    void D09_a_published_value_changes_with_a_reason_and_the_old_one_stays_readable() {
        MonitoringStory story = teller.tell(1);
        var amended = new AmendedReturn(
                story,
                MonitoringStory.OPEN.previous(),
                signOffs,
                reviews,
                amendments,
                dates,
                rounds,
                "1000",
                "80",
                "100",
                "平稳");
        String form = "/returns/" + amended.id + "/amendments";
        String[] asked = {
            "kind", AmendmentKind.ERROR.name(), "cause", "TRANSCRIPTION", "evidence", "区统〔2026〕3号",
            "lines", amended.line(0).toString(), "act", "request", "reason", ""
        };
        Document refused = pages.press(story.city, story.certifier, form + "/new", form, asked);
        assertThat(Pages.refusals(refused)).contains("填写理由");
        assertThat(refused.select("[name=evidence]").val()).as("as typed").isEqualTo("区统〔2026〕3号");

        asked[asked.length - 1] = "台账核对时发现少计";
        Document made = pages.press(story.city, story.certifier, form + "/new", form, asked);
        assertThat(Pages.refusals(made)).isEmpty();
        UUID amendment = amended.ask(story.planner, () -> finder.ofReturn(amended.id))
                .getFirst()
                .id();
        String page = "/amendments/" + amendment;
        assertThat(Pages.refusals(
                        pages.press(story.city, story.decider, page, page + "/approval", "acknowledged", "1")))
                .isEmpty();
        ReturnSheet.Line line = story.sheet(story.preparer, amended.id).lines().getFirst();
        assertThat(pages.send(
                                story.city,
                                story.preparer,
                                HttpMethod.PUT,
                                "/returns/%s/cells/%s/value".formatted(amended.id, line.id()),
                                "value",
                                "1,250",
                                "version",
                                Integer.toString(line.valueEdition()))
                        .getStatus())
                .isEqualTo(200);
        amended.certify();
        amended.accept();

        Document shown = pages.open(story.city, story.planner, "/progress/indicators/" + story.firms);
        assertThat(shown.select("section[aria-labelledby=restatements] tbody tr")
                        .text())
                .contains("单位east", "1,000", "1,250", "台账核对时发现少计");
        assertThat(shown.select("section[aria-labelledby=behind] tbody tr").text())
                .contains("1,250");
        assertThat(pages.open(story.city, story.planner, "/returns/" + amended.id)
                        .select("main")
                        .text())
                .contains("某preparer", "某certifier", "台账核对时发现少计");
        for (String[] kept : new String[][] {{"1", "1000"}, {"2", "1250"}}) {
            assertThat(pages.open(story.city, story.planner, "/returns/" + amended.id + "/versions/" + kept[0])
                            .select("main")
                            .text())
                    .contains("firms\tVALUE\t" + kept[1]);
        }
    }

    @Test
    void D10_january_shows_the_provisional_value_july_the_final_one_and_both_are_kept() {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        story.fill(story.preparer, id, "450", "80", "100", "平稳");
        LocalDate july = MonitoringStory.OPEN.end().plusMonths(10);
        declare(story, id, Standing.PROVISIONAL, july.toString());
        accept(story, id);
        String indicator = "/progress/indicators/" + story.firms;
        Document january = pages.open(story.city, story.planner, indicator);
        assertThat(january.select("section[aria-labelledby=behind] tbody tr").text())
                .contains("450", "初步数");

        String page = "/returns/" + id;
        assertThat(Pages.refusals(
                        pages.press(story.city, story.decider, page, page + "/withdrawal", "reason", "年报数据已经定案")))
                .isEmpty();
        assertThat(Pages.refusals(pages.press(
                        story.city,
                        story.secondReviewer,
                        page,
                        page + "/sending-back",
                        "code",
                        SendBackReason.WRONG_FIGURE.name(),
                        "reason",
                        "请报送最终数",
                        "indicators",
                        story.firms.toString())))
                .isEmpty();
        story.fill(story.preparer, id, "462");
        declare(story, id, Standing.FINAL, "");
        accept(story, id);
        Document later = pages.open(story.city, story.planner, indicator);
        assertThat(later.select("section[aria-labelledby=behind] tbody tr").text())
                .contains("462", "最终数")
                .doesNotContain("450");
        for (String[] kept : new String[][] {{"1", "450", "PROVISIONAL"}, {"2", "462", "FINAL"}}) {
            assertThat(pages.open(story.city, story.planner, page + "/versions/" + kept[0])
                            .select("main")
                            .text())
                    .as("version " + kept[0])
                    .contains(kept[1], kept[2]);
        }
    }

    private void declare(MonitoringStory story, UUID id, Standing standing, String until) {
        UUID line = story.sheet(story.preparer, id).lines().getFirst().id();
        String page = "/returns/" + id + "/standings";
        assertThat(Pages.refusals(pages.press(
                        story.city,
                        story.preparer,
                        page,
                        page,
                        "standing-" + line,
                        standing.name(),
                        "final-" + line,
                        until)))
                .isEmpty();
    }

    private void accept(MonitoringStory story, UUID id) {
        story.as(story.preparer, () -> signOffs.check(id));
        story.as(story.preparer, () -> signOffs.request(id));
        story.as(story.certifier, () -> signOffs.certify(id));
        story.as(story.reviewer, () -> {
            reviews.start(id);
            reviews.accept(id);
        });
    }
}
