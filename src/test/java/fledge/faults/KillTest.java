package fledge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import fledge.enterprise.rules.CreditCode;
import fledge.support.HttpVisitor;
import fledge.support.PortalProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** What was shown as saved is there after the portal, or its database server, was killed in the middle of saving. */
class KillTest {

    private static final Path DATA = Path.of("target", "kill-data");
    private static final String CITY = "yingtan";
    private static final String LOGIN = "yingtan-preparer";
    private static final String PASSWORD = "fledge-demo";
    private static final String OFFICER = "yingtan-case-officer";
    private static final int BEFORE_THE_KILL = 60;

    /** Some batches. */
    private static final int ENTERPRISES = 6000;

    /** Tenths of a second. */
    private static final int PATIENCE = 1200;

    private final List<PortalProcess> started = new ArrayList<>();

    @BeforeEach
    void clear() throws IOException {
        FileSystemUtils.deleteRecursively(DATA);
    }

    @AfterEach
    void end() throws IOException {
        started.reversed().forEach(PortalProcess::close);
        if (!started.isEmpty()) {
            started.getFirst().killDatabase();
        }
    }

    @Test
    void what_was_shown_as_saved_survives_the_kill_of_the_portal_and_of_its_database() throws Exception {
        PortalProcess portal = start();
        var visitor = new HttpVisitor(portal.ready(), CITY);
        visitor.signIn(LOGIN, PASSWORD);
        var form = Form.open(visitor);

        aSecondPortalOnTheFolderIsRefused();

        var officer = new HttpVisitor(portal.ready(), CITY);
        officer.signIn(OFFICER, PASSWORD);
        int registered = registered(officer);
        String importing = importEnterprises(officer);
        assertThat(registered(officer))
                .as("in the middle of writing")
                .isBetween(registered, registered + ENTERPRISES - 1);

        Saving saving = Saving.until(form, portal::kill);
        assertThat(saving.failure())
                .as("the portal is gone in the middle of a save")
                .isNotEqualTo(200);

        portal = start();
        visitor.goTo(portal.ready());
        assertThat(portal.said()).contains("Stopping the database server that a killed portal left behind");
        // The same cookie: nobody signs in again.
        assertThat(saving.lostFrom(form.shown())).isEmpty();

        officer.goTo(portal.ready());
        assertThat(until(officer, importing, "已完成(?! [0-9])"))
                .contains("新增", Integer.toString(ENTERPRISES).replace("000", ",000"));
        assertThat(registered(officer)).as("each once").isEqualTo(registered + ENTERPRISES);

        form = Form.of(visitor, form.path());
        saving = Saving.until(form, portal::killDatabase);
        // 0 is no answer; the page's script tries again after both, and nothing else.
        assertThat(saving.failure()).as("what is not kept is not acknowledged").isEqualTo(503);

        portal.stop();
        portal = start();
        visitor.goTo(portal.ready());
        assertThat(saving.lostFrom(form.shown())).isEmpty();

        var again = new HttpVisitor(portal.ready(), CITY);
        again.signIn(LOGIN, PASSWORD);
        assertThat(saving.lostFrom(Form.of(again, form.path()).shown())).isEmpty();
    }

    @Test
    void a_lost_value_would_be_noticed() {
        var saving = new Saving(Map.of("a", "7", "b", "9", "c", "1"), Map.entry("c", "2"), 0);
        assertThat(saving.lostFrom(Map.of("a", "7", "b", "9", "c", "1"))).isEmpty();
        assertThat(saving.lostFrom(Map.of("a", "7", "b", "9", "c", "2")))
                .as("the value in flight may have arrived")
                .isEmpty();
        assertThat(saving.lostFrom(Map.of("a", "7", "b", "8", "c", "1"))).containsExactly("b: 9 was saved, 8 is there");
        assertThat(saving.lostFrom(Map.of("a", "7", "b", "9", "c", "3"))).hasSize(1);
        assertThat(saving.lostFrom(Map.of("a", "7", "c", "1"))).hasSize(1);
    }

    private PortalProcess start() throws IOException {
        PortalProcess portal = PortalProcess.launch(DATA, CITY);
        started.add(portal);
        return portal;
    }

    /** Uploaded, confirmed, and partly written; its address. */
    private static String importEnterprises(HttpVisitor officer) throws IOException, InterruptedException {
        String district = officer.page("/enterprises/new")
                .select("#districtId option")
                .get(1)
                .text();
        String rows = IntStream.range(0, ENTERPRISES)
                .mapToObj(n -> "%s,导入第%d机械有限公司,34,%s,2019-03-01"
                        .formatted(CreditCode.complete("91360600", "KQ%06d".formatted(n)), n, district))
                .collect(Collectors.joining("\n", "统一社会信用代码,企业名称,行业代码,所在区域,成立日期\n", "\n"));
        for (Element waiting :
                officer.page("/enterprises/imports").select("main tbody a[href*=/enterprises/imports/]")) {
            officer.send("POST", waiting.attr("href") + "/withdrawal", Map.of());
        }
        String path = URI.create(officer.upload("/enterprises/imports", "名单.csv", rows)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .getPath();
        until(officer, path, "确认写入");
        officer.send("POST", path + "/confirmation", Map.of());
        until(officer, path, "正在写入名录，已完成 [1-9]");
        return path;
    }

    private static String until(HttpVisitor officer, String path, String words)
            throws IOException, InterruptedException {
        for (int turn = 0; turn < PATIENCE; turn++) {
            String text = officer.page(path).text();
            if (Pattern.compile(words).matcher(text).find()) {
                return text;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(words + " is not said: " + officer.page(path).text());
    }

    private static int registered(HttpVisitor officer) throws IOException, InterruptedException {
        Matcher total = Pattern.compile("共 ([\\d,]+) 条")
                .matcher(officer.page("/enterprises").text());
        assertThat(total.find()).isTrue();
        return Integer.parseInt(plain(total.group(1)));
    }

    private static void aSecondPortalOnTheFolderIsRefused() throws IOException, InterruptedException {
        try (PortalProcess second = PortalProcess.launch(DATA, CITY)) {
            assertThat(second.ended()).isNotZero();
            assertThat(second.said())
                    .contains("Another portal is running on " + DATA.toAbsolutePath() + ".")
                    .contains("Stop it, or set FLEDGE_DATA to another folder for this one.")
                    .doesNotContain("\tat ");
        }
    }

    /** The entry form of the open return, as its script sees it. */
    private record Form(HttpVisitor visitor, String path, Map<String, Integer> editions) {

        static Form open(HttpVisitor visitor) throws IOException, InterruptedException {
            String path = visitor.page("/returns").select("a[href*=/returns/]").stream()
                    .map(link -> link.attr("href").replaceFirst("/form$", "") + "/form")
                    .distinct()
                    .filter(candidate -> isOpen(visitor, candidate))
                    .findFirst()
                    .orElseThrow();
            return of(visitor, path);
        }

        private static boolean isOpen(HttpVisitor visitor, String path) {
            try {
                return visitor.get(path).statusCode() == 200
                        && !numbers(visitor, path).isEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        static Form of(HttpVisitor visitor, String path) throws IOException, InterruptedException {
            var editions = new LinkedHashMap<String, Integer>();
            numbers(visitor, path)
                    .forEach(cell -> editions.put(cell.attr("data-url"), Integer.valueOf(cell.attr("data-version"))));
            return new Form(visitor, path, editions);
        }

        private static List<Element> numbers(HttpVisitor visitor, String path)
                throws IOException, InterruptedException {
            return visitor.page(path).select("input[data-cell]");
        }

        /** What a reader of the form sees in each cell now. */
        Map<String, String> shown() throws IOException, InterruptedException {
            var shown = new LinkedHashMap<String, String>();
            numbers(visitor, path).forEach(cell -> shown.put(cell.attr("data-url"), plain(cell.val())));
            return shown;
        }
    }

    private static String plain(String number) {
        return number.replace(",", "");
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(int version, String display) {}

    /** The part of a fault that a test plays. */
    private interface Fault {
        void strike() throws Exception;
    }

    /** Saves that went on until they failed: what was acknowledged last for each cell, what was in flight, and how it failed. */
    private record Saving(Map<String, String> acknowledged, Map.Entry<String, String> inFlight, int failure) {

        /** Saves round and round, one value after another, while the fault strikes. */
        static Saving until(Form form, Fault fault) throws Exception {
            var enough = new CountDownLatch(BEFORE_THE_KILL);
            try (ExecutorService other = Executors.newSingleThreadExecutor()) {
                Future<Saving> saving = other.submit(() -> run(form, enough));
                enough.await();
                fault.strike();
                return saving.get();
            }
        }

        private static Saving run(Form form, CountDownLatch enough) throws IOException, InterruptedException {
            var json = JsonMapper.builder().build();
            var acknowledged = new LinkedHashMap<String, String>();
            List<String> urls = List.copyOf(form.editions().keySet());
            for (int i = 0; ; i++) {
                String url = urls.get(i % urls.size());
                String value = Integer.toString(1000 + i);
                int code;
                try {
                    HttpResponse<String> answer =
                            form.visitor().save(url, value, form.editions().get(url));
                    code = answer.statusCode();
                    if (code == 200) {
                        var saved = json.readValue(answer.body(), Answer.class);
                        assertThat(plain(saved.display())).isEqualTo(value);
                        form.editions().put(url, saved.version());
                        acknowledged.put(url, value);
                        enough.countDown();
                    }
                } catch (IOException e) {
                    code = 0;
                }
                if (code != 200) {
                    return new Saving(acknowledged, Map.entry(url, value), code);
                }
            }
        }

        List<String> lostFrom(Map<String, String> shown) {
            var lost = new ArrayList<String>();
            acknowledged.forEach((cell, value) -> {
                String there = shown.getOrDefault(cell, "nothing");
                boolean arrivedLater =
                        inFlight.getKey().equals(cell) && inFlight.getValue().equals(there);
                if (!there.equals(value) && !arrivedLater) {
                    lost.add(cell + ": " + value + " was saved, " + there + " is there");
                }
            });
            return lost;
        }
    }
}
