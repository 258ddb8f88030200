package fledge.monitoring;

import static fledge.support.SampleFiles.pdf;
import static fledge.support.SampleFiles.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.amendment.AmendmentCause;
import fledge.amendment.AmendmentFiles;
import fledge.amendment.AmendmentKind;
import fledge.amendment.AmendmentRequest;
import fledge.amendment.AmendmentService;
import fledge.attachment.AttachmentService;
import fledge.attachment.AttachmentView;
import fledge.kernel.Quarter;
import fledge.kernel.RuleRefused;
import fledge.support.Pages;
import fledge.support.PortalTest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What proves that a locked figure was wrong is handed in with the request for its amendment. */
@PortalTest
class AmendmentFilesTest {

    private static final Quarter PAST = MonitoringStory.OPEN.previous();

    @Autowired
    MonitoringStory.Teller teller;

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
    AmendmentFiles files;

    @Autowired
    AttachmentService attachments;

    @Autowired
    Pages pages;

    private MonitoringStory story;
    private UUID amendment;

    private void begin() {
        story = teller.tell(1);
        var amended =
                new AmendedReturn(story, PAST, signOffs, reviews, amendments, dates, rounds, "1000", "80", "100", "平稳");
        amendment = amended.ask(
                story.certifier,
                () -> amendments.draft(
                        amended.id,
                        new AmendmentRequest(
                                AmendmentKind.ERROR,
                                AmendmentCause.TRANSCRIPTION,
                                "台账核对时发现少计",
                                "区统〔2026〕3号",
                                Set.of(amended.line(0))),
                        false));
    }

    private UUID handIn(Actor actor, String name, byte[] bytes) {
        return story.ask(actor, () -> files.handIn(amendment, name, bytes));
    }

    private List<String> standing() {
        return story
                .ask(
                        story.decider,
                        () -> attachments.standing(files.of(amendment).owner()))
                .stream()
                .map(AttachmentView::fileName)
                .toList();
    }

    @Test
    void the_proof_is_read_by_who_decides_and_stays_as_it_was_when_asked() throws IOException {
        begin();
        UUID kept = handIn(story.certifier, "台账.png", picture());
        UUID withdrawn = handIn(story.certifier, "错的.pdf", pdf("wrong"));
        story.as(story.certifier, () -> files.withdraw(amendment, withdrawn));
        story.as(story.certifier, () -> amendments.request(amendment));
        assertThat(story.ask(story.decider, () -> files.open(amendment, kept)).bytes())
                .isEqualTo(picture());
        assertThat(standing()).containsExactly("台账.png");
        assertThatThrownBy(() -> handIn(story.certifier, "更多.pdf", pdf("more")))
                .isInstanceOf(RuleRefused.class)
                .hasMessage("amendment.refused.files-closed");
        assertThatThrownBy(() -> story.as(story.certifier, () -> files.withdraw(amendment, kept)))
                .isInstanceOf(RuleRefused.class)
                .hasMessage("amendment.refused.files-closed");
        assertThat(standing()).containsExactly("台账.png");
    }

    @Test
    void only_who_asks_hands_in_and_other_units_see_nothing() throws IOException {
        begin();
        UUID file = handIn(story.certifier, "台账.png", picture());
        assertThatThrownBy(() -> handIn(story.preparer, "别人的.pdf", pdf("other")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> handIn(story.decider, "别人的.pdf", pdf("other"))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> story.ask(story.westCertifier, () -> files.open(amendment, file)))
                .isInstanceOf(NotFound.class);
        assertThat(standing()).containsExactly("台账.png");
    }

    @Test
    void the_page_of_the_files_is_titled_in_the_readers_words() throws IOException {
        begin();
        handIn(story.certifier, "台账.png", picture());
        assertThat(pages.open(story.city, story.certifier, "/amendments/" + amendment + "/attachments")
                        .select("main")
                        .text())
                .contains("年第", "季度", "台账.png")
                .doesNotContain(PAST.code());
    }
}
