package fledge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.audit.rules.Chain;
import fledge.audit.rules.Fault;
import fledge.audit.rules.Link;
import fledge.audit.rules.Position;
import fledge.identity.rules.PasswordRule;
import fledge.support.Cities;
import fledge.support.HttpVisitor;
import fledge.support.PortalTest;
import fledge.support.Superuser;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;

/** Every way to tamper with a chain is found, by the portal in its database and by the command line in a bundle. */
@PortalTest
class TamperTest {

    private static final int ENTRIES = 12;
    private static final int[] POSITIONS = {2, 3, 7, 11};

    @Autowired
    Cities cities;

    @Autowired
    AuditService audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Superuser superuser;

    @LocalServerPort
    int port;

    @TempDir
    Path folder;

    /** What somebody with every right on the database might do to entry {@code $n} of city {@code $c}. */
    enum InTheDatabase {
        EDIT("update audit_entry set body = replace(body, '\"reason\"', '\"Reason\"') where seq = $n", 0),
        EDIT_A_COLUMN("update audit_entry set name = 'somebody else' where seq = $n", 0),
        EDIT_THE_TIME("update audit_entry set recorded_at = recorded_at + interval '1 microsecond' where seq = $n", 0),
        EDIT_THE_ACTION("update audit_entry set action = 'Nothing' where seq = $n", 0),
        EDIT_THE_OBJECT("update audit_entry set subject_id = gen_random_uuid() where seq = $n", 0),
        DELETE("delete from audit_entry where seq = $n", 1),
        DELETE_AND_RENUMBER(
                "delete from audit_entry where seq = $n;"
                        + " update audit_entry set seq = seq + 1000 where seq > $n; update audit_entry set seq = seq - 1001 where seq > 1000",
                0),
        INSERT(
                "update audit_entry set seq = seq + 1000 where seq >= $n; update audit_entry set seq = seq - 999 where seq > 1000;"
                        + " insert into audit_entry select city_id, gen_random_uuid(), $n, recorded_at, at, account_id, person_id,"
                        + " login, name, roles, units, module, action, subject_kind, subject_id, subject_label, request_id, body,"
                        + " prev, hash from audit_entry where city_id = $c and seq = $n - 1",
                0),
        REORDER(
                "update audit_entry set seq = 1000 where seq = $n; update audit_entry set seq = $n where seq = $n + 1;"
                        + " update audit_entry set seq = $n + 1 where seq = 1000",
                0),
        TRUNCATE_THE_TAIL("delete from audit_entry where seq > $n", 1),
        HEAD_MOVED_BACK(
                "update audit_head set last_seq = $n, last_hash = (select hash from audit_entry where seq = $n)", 1),
        HEAD_OF_ANOTHER_HASH("update audit_head set last_hash = sha256('x')", -1);

        private final String sql;
        private final int after;

        InTheDatabase(String sql, int after) {
            this.sql = sql;
            this.after = after;
        }

        /** The entry the finding must name: the tampered one, the one after it, or the one after the last. */
        long found(int position) {
            return after < 0 ? ENTRIES + 1 : position + after;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_verification_finds_what_was_done_in_the_database(InTheDatabase kind) {
        for (int position : POSITIONS) {
            City city = chain();
            tamper(city, kind, position);
            Verification result = CurrentCity.supply(city, () -> audit.verify());
            assertThat(result.firstBad()).as("%s at %d", kind, position).isNotNull();
            assertThat(result.firstBad().seq()).as("%s at %d", kind, position).isEqualTo(kind.found(position));
        }
    }

    /** Columns do not leave the database, and a chain whose end was moved refuses to record that it is exported. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EDIT_A_COLUMN", "EDIT_THE_ACTION", "EDIT_THE_OBJECT", "INSERT", "HEAD_MOVED_BACK"})
    void the_command_line_finds_it_in_a_bundle_exported_afterwards(InTheDatabase kind) throws IOException {
        for (int position : POSITIONS) {
            City city = chain();
            tamper(city, kind, position);
            assertThat(verify(export(city))).as("%s at %d", kind, position).startsWith("1 BROKEN");
        }
    }

    @Test
    void an_entry_of_another_city_is_found() throws IOException {
        City city = chain();
        City other = chain();
        superuser.run(
                "set session_replication_role = replica",
                "delete from audit_entry where city_id = %d and seq = 5".formatted(city.id()),
                "update audit_entry set city_id = %d where city_id = %d and seq = 5".formatted(city.id(), other.id()));
        assertThat(CurrentCity.supply(city, () -> audit.verify()).firstBad())
                .isEqualTo(new Verification.Break(5, Fault.ALTERED));
        assertThat(verify(export(city))).startsWith("1 BROKEN at entry 5");
    }

    @Test
    void a_chain_recomputed_from_an_entry_on_is_found_by_a_hash_noted_before() throws IOException {
        City city = chain();
        String anchor =
                CurrentCity.supply(city, () -> audit.head()).orElseThrow().hash();
        List<Link> honest = links(export(city));
        for (int position : POSITIONS) {
            List<Link> forged = recomputed(honest, position, "\"Reason\"", 0);
            Path bundle = bundle(city, forged);
            assertThat(verify(bundle)).as("by itself it is consistent").startsWith("0 intact");
            assertThat(verify(bundle, "--anchor", anchor))
                    .startsWith("1 BROKEN")
                    .endsWith("(ANCHOR)");
        }
        assertThat(verify(bundle(city, honest), "--anchor", anchor)).startsWith("0 intact");
        assertThat(CurrentCity.supply(city, () -> audit.verify(anchor)).intact())
                .isTrue();
        assertThat(CurrentCity.supply(city, () -> audit.verify("ab".repeat(32)))
                        .firstBad()
                        .fault())
                .isEqualTo(Fault.ANCHOR);
    }

    @Test
    void a_clock_that_goes_back_is_found_even_in_a_chain_that_was_recomputed() throws IOException {
        City city = chain();
        List<Link> honest = links(export(city));
        for (int position : POSITIONS) {
            List<Link> forged = recomputed(honest, position, "\"reason\"", -1_000_000_000L);
            assertThat(verify(bundle(city, forged)))
                    .startsWith("1 BROKEN at entry " + position)
                    .endsWith("(CLOCK_BACK)");
        }
    }

    /** What somebody might do to a bundle, its manifest kept honest about the rest. */
    enum InTheBundle {
        EDIT,
        DELETE,
        INSERT,
        DUPLICATE,
        REORDER,
        TRUNCATE,
        OTHER_CITY,
        GARBLE
    }

    @ParameterizedTest
    @EnumSource
    void the_command_line_finds_what_was_done_to_a_bundle(InTheBundle kind) throws IOException {
        City city = chain();
        Path honest = export(city);
        List<String> original = lines(honest);
        for (int position : POSITIONS) {
            List<String> lines = new ArrayList<>(original);
            int n = position - 1;
            switch (kind) {
                case EDIT -> lines.set(n, lines.get(n).replace("\"reason\"", "\"Reason\""));
                case DELETE -> lines.remove(n);
                case INSERT -> lines.add(n, lines.get(n).replaceFirst("\"seq\":\\d+", "\"seq\":" + (position + 1)));
                case DUPLICATE -> lines.add(n, lines.get(n - 1));
                case REORDER -> lines.set(n, lines.set(n + 1, lines.get(n)));
                case TRUNCATE -> lines.subList(n, lines.size()).clear();
                case OTHER_CITY -> lines.set(n, lines.get(n).replaceFirst("\"city\":\\d+", "\"city\":1"));
                case GARBLE -> lines.set(n, lines.get(n).substring(3));
            }
            Path forged = zip(lines, manifest(honest));
            assertThat(verify(forged)).as("%s at %d", kind, position).startsWith("1 BROKEN");
        }
    }

    /** More than is read from the database at a time, and more than an answer holds back before it begins. */
    @Test
    void a_long_chain_arrives_whole_over_http() throws IOException, InterruptedException {
        var auditor = new HttpVisitor(URI.create("http://localhost:" + port), "luqiao");
        auditor.signIn("luqiao-auditor", PasswordRule.DEMONSTRATION);
        Path bundle = Files.write(folder.resolve("luqiao.zip"), auditor.download("/audit/export"));
        assertThat(verify(bundle)).startsWith("0 intact");
        assertThat(lines(bundle)).hasSizeGreaterThan(2000);
    }

    @Test
    void a_part_of_the_chain_verifies_by_itself() throws IOException {
        City city = chain();
        var bytes = new ByteArrayOutputStream();
        var today = CurrentCity.supply(city, () -> audit.head())
                .orElseThrow()
                .at()
                .atZone(PortalClock.ZONE)
                .toLocalDate();
        CurrentCity.call(city, () -> {
            audit.export(today, today, bytes);
            return null;
        });
        Path part = folder.resolve("part.zip");
        Files.write(part, bytes.toByteArray());
        assertThat(verify(part)).startsWith("0 intact: 13 entries");

        bytes.reset();
        CurrentCity.call(city, () -> {
            audit.export(today.plusDays(1), null, bytes);
            return null;
        });
        Files.write(part, bytes.toByteArray());
        assertThat(verify(part)).startsWith("0 intact: 0 entries");

        List<Link> links = links(export(city));
        assertThat(verify(bundle(city, links.subList(5, links.size())))).startsWith("0 intact");
    }

    @Test
    void what_is_no_bundle_is_unusable() throws IOException {
        Path text = folder.resolve("text.zip");
        Files.writeString(text, "not a zip");
        assertThat(verify(text)).startsWith("2 ");
        assertThat(verify(folder.resolve("absent.zip"))).startsWith("2 ");
        assertThat(verify(zip(List.of(), "{}"))).startsWith("2 ");
        assertThat(verify(zip(List.of(), "{"))).startsWith("2 ");
        assertThat(verify(text, "--anchor", "zz")).startsWith("2 usage");
        assertThat(verify(text, "--nonsense")).startsWith("2 usage");
    }

    /** A city whose chain has twelve entries. */
    private City chain() {
        City city = cities.fresh();
        for (int i = 1; i < ENTRIES; i++) {
            String label = "entry " + i;
            cities.in(city, () -> {
                events.publishEvent(new Noted(label));
                return null;
            });
        }
        return city;
    }

    private void tamper(City city, InTheDatabase kind, int position) {
        String sql = kind.sql.replace("$n", Integer.toString(position)).replace("$c", Short.toString(city.id()));
        // As the owner would be, row-level security is on; only the triggers are off.
        superuser.run(
                "set session_replication_role = replica",
                "set app.city = '%d'".formatted(city.id()),
                "set role fledge_owner",
                sql);
    }

    private Path export(City city) throws IOException {
        Path bundle = Files.createTempFile(folder, "bundle", ".zip");
        try (var stream = Files.newOutputStream(bundle)) {
            CurrentCity.call(city, () -> {
                audit.export(null, null, stream);
                return null;
            });
        }
        return bundle;
    }

    private static String verify(Path bundle, String... more) {
        var args = new ArrayList<String>();
        args.add(bundle.toString());
        args.addAll(List.of(more));
        var out = new ByteArrayOutputStream();
        int code = AuditVerify.run(new PrintStream(out, true, StandardCharsets.UTF_8), args.toArray(String[]::new));
        return code + " " + out.toString(StandardCharsets.UTF_8).strip();
    }

    private static List<String> lines(Path bundle) throws IOException {
        try (var zip = new ZipFile(bundle.toFile())) {
            return new String(
                            zip.getInputStream(zip.getEntry(BundleWriter.ENTRIES))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static String manifest(Path bundle) throws IOException {
        try (var zip = new ZipFile(bundle.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry(BundleWriter.MANIFEST)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Link> links(Path bundle) throws IOException {
        return lines(bundle).stream().map(AuditVerify::read).toList();
    }

    /** The chain with one entry changed and every hash from there on made anew. */
    private static List<Link> recomputed(List<Link> honest, int seq, String word, long shift) {
        var forged = new ArrayList<Link>();
        Position position = Position.origin(honest.getFirst().city());
        for (Link link : honest) {
            boolean chosen = link.seq() == seq;
            Link next = Chain.next(
                    position,
                    link.micros() + (chosen ? shift : 0),
                    chosen ? link.body().replace("\"reason\"", word) : link.body());
            forged.add(next);
            position = Position.at(next);
        }
        return forged;
    }

    /** A bundle whose manifest agrees with what is in it. */
    private Path bundle(City city, List<Link> links) throws IOException {
        Path bundle = Files.createTempFile(folder, "forged", ".zip");
        try (var stream = Files.newOutputStream(bundle)) {
            var writer = new BundleWriter(city, stream);
            writer.open();
            links.forEach(writer::add);
            Link last = links.getLast();
            @Nullable LocalDate from = links.getFirst().seq() == 1 ? null : LocalDate.of(2020, 1, 1);
            writer.close(
                    new AuditHead(last.seq(), last.hash(), Chain.instant(last.micros())),
                    from,
                    null,
                    Chain.instant(last.micros()));
        }
        return bundle;
    }

    private Path zip(List<String> lines, String manifest) throws IOException {
        Path bundle = Files.createTempFile(folder, "zip", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(bundle))) {
            zip.putNextEntry(new ZipEntry(BundleWriter.ENTRIES));
            for (String line : lines) {
                zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(BundleWriter.MANIFEST));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
        }
        return bundle;
    }
}
