package fledge.monitoring;

import static fledge.support.SampleFiles.pdf;
import static fledge.support.SampleFiles.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.attachment.AttachmentOwner;
import fledge.attachment.AttachmentService;
import fledge.attachment.AttachmentView;
import fledge.attachment.ScanState;
import fledge.kernel.RuleRefused;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.support.TestVirusScanner;
import fledge.support.Witness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ReturnFilesTest {

    private static final int NONCE_AND_TAG = 28;

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    ReturnFiles files;

    @Autowired
    AttachmentService attachments;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ReviewService reviews;

    @Autowired
    ReturnService returns;

    @Autowired
    LineageService lineages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Witness witness;

    @Autowired
    Pages pages;

    @Value("${fledge.attachments.folder}")
    Path folder;

    private MonitoringStory story;
    private UUID report;

    private void begin() {
        story = teller.tell(1);
        report = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
    }

    private UUID handIn(String name, byte[] bytes) {
        return story.ask(story.preparer, () -> files.handIn(report, name, bytes));
    }

    private List<AttachmentView> standing() {
        return story.ask(
                story.preparer, () -> attachments.standing(files.of(report).owner()));
    }

    private void sign() {
        story.fill(story.preparer, report, "1000", "80", "100", "平稳");
        story.as(story.preparer, () -> {
            signOffs.check(report);
            signOffs.request(report);
        });
        story.as(story.certifier, () -> signOffs.certify(report));
    }

    @Test
    void what_is_handed_in_comes_back_byte_for_byte_and_lies_encrypted() throws IOException {
        begin();
        byte[] picture = picture();
        UUID file = handIn("现场照片.png", picture);
        var opened = story.ask(story.reviewer, () -> files.open(report, file));
        assertThat(opened.bytes()).isEqualTo(picture);
        assertThat(opened.file().fileName()).isEqualTo("现场照片.png");
        assertThat(opened.file().scan()).isEqualTo(ScanState.CLEAN);
        byte[] kept = Files.readAllBytes(onDisk(file));
        assertThat(kept).hasSize(picture.length + NONCE_AND_TAG);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("IHDR");
    }

    private Path onDisk(UUID file) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.endsWith(file.toString()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void files_are_signed_with_the_figures_and_stay_as_they_were_signed() throws IOException {
        begin();
        UUID kept = handIn("台账.png", picture());
        UUID withdrawn = handIn("错的.pdf", pdf("wrong"));
        story.as(story.preparer, () -> files.withdraw(report, withdrawn));
        String sha256 = standing().getFirst().sha256();
        sign();
        String signed =
                story.ask(story.reviewer, () -> returns.version(report, 1)).content();
        assertThat(SignedContent.files(signed))
                .containsExactly(new SignedFile(kept, "台账.png", picture().length, sha256));
        assertThatThrownBy(() -> handIn("更多.pdf", pdf("more"))).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> story.as(story.preparer, () -> files.withdraw(report, kept)))
                .isInstanceOf(RuleRefused.class);

        story.as(story.reviewer, () -> {
            reviews.start(report);
            reviews.accept(report);
        });
        var lineage = story.ask(story.planner, () -> lineages.lineage(story.firms, null, null, 0));
        assertThat(lineage.inputs().getFirst().files())
                .extracting(SignedFile::sha256)
                .containsExactly(sha256);
    }

    @Test
    void the_database_keeps_files_as_they_are_whoever_writes() throws IOException {
        begin();
        UUID file = handIn("台账.png", picture());
        assertRefused(
                "update attachment set file_name = '别的.png' where id = '" + file + "'", "a file stays what it was");
        assertRefused(
                "update attachment set sha256 = repeat('0', 64) where id = '" + file + "'", "a file stays what it was");
        assertRefused(
                "update attachment set scan = 'NOT_SCANNED' where id = '" + file + "'", "a file stays what it was");
        assertRefused("delete from attachment where id = '" + file + "'", "permission denied");
        sign();
        assertRefused(
                "insert into attachment select city_id, gen_random_uuid(), 0, owner_kind, owner_id, '再来.png', kind, size, sha256,"
                        + " wrapped_key, scan, handed_in_by, handed_in_at from attachment where id = '" + file + "'",
                "while it is written");
        assertRefused(
                "update attachment set withdrawn_by = handed_in_by, withdrawn_at = now() where id = '" + file + "'",
                "while it is written");
    }

    private void assertRefused(String sql, String why) {
        assertThatThrownBy(() -> story.in(() -> jdbc.sql(sql).update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining(why);
    }

    @Test
    void nobody_but_the_unit_adds_and_nobody_elsewhere_reads() throws IOException {
        begin();
        UUID file = handIn("台账.png", picture());
        assertThatThrownBy(() -> story.ask(story.westPreparer, () -> files.open(report, file)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> story.ask(story.westPreparer, () -> files.handIn(report, "a.png", picture())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> story.ask(story.reviewer, () -> files.handIn(report, "a.png", picture())))
                .isInstanceOf(RuntimeException.class);
        assertThat(standing()).hasSize(1);
        UUID elsewhere = UUID.randomUUID();
        assertThatThrownBy(() -> story.ask(
                        story.preparer,
                        () -> attachments.open(new AttachmentOwner(AttachmentOwner.Kind.AMENDMENT, report, ""), file)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> story.ask(story.preparer, () -> files.open(report, elsewhere)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_same_file_twice_is_one_too_many() throws IOException {
        begin();
        handIn("台账.png", picture());
        assertThatThrownBy(() -> handIn("改名.png", picture())).hasMessage("attachment.refused.again");
        assertThat(standing()).hasSize(1);
    }

    @Test
    void a_virus_is_not_kept_and_the_trail_says_so() throws IOException {
        begin();
        assertThatThrownBy(() -> handIn("台账.pdf", pdf(TestVirusScanner.VIRUS))).hasMessage("attachment.refused.virus");
        assertThat(standing()).isEmpty();
        assertThat(witness.rows(story.city, "attachment")).isEmpty();
        assertThat(witness.rows(story.city, "audit_entry"))
                .anyMatch(entry -> entry.contains("VirusFound") && entry.contains("台账.pdf"));
    }

    @Test
    void while_the_scanner_is_away_files_wait_and_nobody_opens_them() throws IOException {
        begin();
        UUID[] waiting = new UUID[2];
        byte[] bad = pdf(TestVirusScanner.VIRUS);
        TestVirusScanner.away(() -> {
            waiting[0] = handIn("台账.png", picture());
            waiting[1] = handIn("病毒.pdf", bad);
            scanAgain();
        });
        assertThatThrownBy(() -> story.ask(story.preparer, () -> files.open(report, waiting[0])))
                .isInstanceOf(NotFound.class);
        Path infected = onDisk(waiting[1]);
        scanAgain();
        assertThat(story.ask(story.preparer, () -> files.open(report, waiting[0]))
                        .bytes())
                .isEqualTo(picture());
        assertThatThrownBy(() -> story.ask(story.preparer, () -> files.open(report, waiting[1])))
                .isInstanceOf(NotFound.class);
        assertThat(infected).doesNotExist();
        assertThat(standing()).extracting(AttachmentView::fileName).containsExactly("台账.png");
    }

    @Test
    void a_store_that_keeps_nothing_is_told_at_the_field_and_nothing_is_recorded() throws IOException {
        begin();
        Path ofTheCity = folder.resolve(Short.toString(story.city.id()));
        Files.createDirectories(folder);
        Files.writeString(ofTheCity, "a file where the folder of the city belongs");
        assertThatThrownBy(() -> handIn("台账.png", picture())).hasMessage("attachment.refused.not-kept");
        assertThat(witness.rows(story.city, "attachment")).isEmpty();
        Files.delete(ofTheCity);
        handIn("台账.png", picture());
        assertThat(standing()).hasSize(1);
    }

    @Test
    void a_file_that_the_store_does_not_hand_out_is_refused_in_words() throws IOException {
        begin();
        UUID file = handIn("台账.png", picture());
        Files.delete(onDisk(file));
        assertThatThrownBy(() -> story.ask(story.preparer, () -> files.open(report, file)))
                .hasMessage("attachment.refused.not-there-now");
        assertThat(pages.send(story.city, story.preparer, HttpMethod.GET, "/returns/" + report + "/attachments/" + file)
                        .getStatus())
                .isEqualTo(303);
    }

    @Test
    void the_page_of_the_files_names_the_period_in_the_readers_words() throws IOException {
        begin();
        assertThat(pages.open(story.city, story.preparer, "/returns/" + report + "/attachments")
                        .select("main")
                        .text())
                .contains("季度")
                .doesNotContain(MonitoringStory.OPEN.code());
    }

    private void scanAgain() {
        story.as(Actor.SYSTEM, attachments::scanWaiting);
    }
}
