package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.NewAccount;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.programme.Base;
import fledge.programme.Bilingual;
import fledge.programme.Bounds;
import fledge.programme.CollectionTerms;
import fledge.programme.Definition;
import fledge.programme.FigureStatus;
import fledge.programme.NewIndicator;
import fledge.programme.NewProgramme;
import fledge.programme.NewTarget;
import fledge.programme.Pace;
import fledge.programme.ProgrammeKind;
import fledge.programme.ProgrammeService;
import fledge.programme.Source;
import fledge.programme.SplitLaw;
import fledge.programme.TargetService;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Comparison;
import fledge.programme.rules.Direction;
import fledge.programme.rules.Operator;
import fledge.support.Cities;
import fledge.support.Pages;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * The acceptance examples of targets and growth, reported quarter by quarter, signed, accepted, and read from the page that
 * officials open. Three whole years lie behind; each example is an indicator of its own.
 */
@PortalTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptanceThroughPagesTest {

    private static final String PASSWORD = "four wet umbrellas";
    private static final int LAST = Quarter.of(LocalDate.now(PortalClock.ZONE)).year() - 1;
    private static final int FIRST = LAST - 2;

    private final Cities cities;
    private final UnitService units;
    private final AccountService accounts;
    private final ProgrammeService programmes;
    private final TargetService targets;
    private final RoundService rounds;
    private final RoundDates dates;
    private final ReturnService returns;
    private final EntryService entries;
    private final SignOffService signOffs;
    private final ReviewService reviews;
    private final PortalClock clock;
    private final SignedInAs signedInAs;
    private final MockMvcTester mvc;

    private final List<Example> examples = new ArrayList<>();
    private final Map<String, Element> rows = new HashMap<>();
    private final Map<String, Element> rowsOnTheWay = new HashMap<>();
    private Document yearByYear = new Document("");

    @Autowired
    AcceptanceThroughPagesTest(
            Cities cities,
            UnitService units,
            AccountService accounts,
            ProgrammeService programmes,
            TargetService targets,
            RoundService rounds,
            RoundDates dates,
            ReturnService returns,
            EntryService entries,
            SignOffService signOffs,
            ReviewService reviews,
            PortalClock clock,
            SignedInAs signedInAs,
            MockMvcTester mvc) {
        this.cities = cities;
        this.units = units;
        this.accounts = accounts;
        this.programmes = programmes;
        this.targets = targets;
        this.rounds = rounds;
        this.dates = dates;
        this.returns = returns;
        this.entries = entries;
        this.signOffs = signOffs;
        this.reviews = reviews;
        this.clock = clock;
        this.signedInAs = signedInAs;
        this.mvc = mvc;
    }

    /** What is reported for a year: a value as it is typed, or part and whole; nothing where the year has no figure. */
    private record Year(
            @Nullable String value,
            @Nullable String part,
            @Nullable String whole) {

        static final Year NONE = new Year(null, null, null);

        static Year of(String value) {
            return new Year(value, null, null);
        }

        static Year of(String part, String whole) {
            return new Year(null, part, whole);
        }
    }

    /** An indicator with its baseline in shown units, its goal, three years, and what its line must say. */
    private record Example(
            String code,
            Comparison comparison,
            Measure measure,
            Measure values,
            @Nullable String base,
            Operator operator,
            @Nullable String goal,
            @Nullable String upper,
            List<Year> years,
            @Nullable String measured,
            @Nullable String completion,
            String verdict) {}

    private static final Comparison GROWTH = Comparison.GROWTH_VS_BASE_YEAR;
    private static final Operator AT_LEAST = Operator.AT_LEAST;

    private void growth(
            String code,
            @Nullable String base,
            @Nullable String goal,
            String end,
            String measured,
            String completion,
            String verdict) {
        examples.add(new Example(
                code,
                GROWTH,
                Measure.PERCENT,
                Measure.CNY_YI,
                base,
                AT_LEAST,
                goal,
                null,
                List.of(Year.of(base == null ? end : base), Year.of(base == null ? end : base), Year.of(end)),
                measured,
                completion,
                verdict));
    }

    private void count(
            String code, Operator operator, String goal, List<String> years, String completion, String verdict) {
        examples.add(new Example(
                code,
                Comparison.CUMULATIVE_COUNT,
                Measure.COUNT,
                Measure.COUNT,
                null,
                operator,
                goal,
                null,
                years.stream().map(Year::of).toList(),
                null,
                completion,
                verdict));
    }

    private void share(
            String code,
            Comparison comparison,
            Operator operator,
            String goal,
            Year last,
            String measured,
            String says) {
        examples.add(new Example(
                code,
                comparison,
                Measure.PERCENT,
                comparison == Comparison.COVERAGE ? Measure.COUNT : Measure.CNY_WAN,
                null,
                operator,
                goal,
                null,
                List.of(last, last, last),
                measured,
                null,
                says));
    }

    private void stock(String code, Measure measure, Operator operator, String goal, List<String> years, String says) {
        examples.add(new Example(
                code,
                Comparison.STOCK_BY_DEADLINE,
                measure,
                measure,
                null,
                operator,
                goal,
                null,
                years.stream().map(Year::of).toList(),
                null,
                null,
                says));
    }

    /** What every year owes by itself. */
    private void yearly(String code, Operator operator, String goal, List<String> years, String verdict) {
        examples.add(new Example(
                code,
                Comparison.PER_YEAR_COUNT,
                Measure.COUNT,
                Measure.COUNT,
                null,
                operator,
                goal,
                null,
                years.stream().map(Year::of).toList(),
                null,
                null,
                verdict));
    }

    private void describe() {
        growth("a02", "2644.08", "55", "4098.324", "55.00%", "100.00%", "达标");
        growth("a03", "2644.08", "55", "4098.32", "55.00%", "100.00%", "未达标");
        examples.add(new Example(
                "a04",
                GROWTH,
                Measure.PERCENT,
                Measure.CNY_YI,
                "2644.08",
                AT_LEAST,
                "55",
                null,
                List.of(Year.of("2644.08"), Year.of("3500"), Year.of("4098.324")),
                "55.00%",
                "100.00%",
                "达标"));
        growth("a07", null, "100", "812", "—", "—", "缺少基期数据");
        growth("a09", "8030", null, "9636", "20.00%", "—", "文件中的目标值无法取得");
        growth("a13", "80", "100", "200", "150.00%", "150.00%", "达标");
        examples.add(new Example(
                "a11",
                Comparison.CUMULATIVE_FLOW_OVER_BASE_FLOW,
                Measure.PERCENT,
                Measure.WAN_PERSONS,
                "40",
                AT_LEAST,
                "200",
                null,
                List.of(Year.of("30"), Year.of("35"), Year.of("45")),
                "275.00%",
                "137.50%",
                "达标"));
        examples.add(new Example(
                "a12",
                Comparison.CUMULATIVE_FLOW_OVER_BASE_FLOW,
                Measure.PERCENT,
                Measure.WAN_PERSONS,
                "40",
                AT_LEAST,
                "200",
                null,
                List.of(Year.of("30"), Year.NONE, Year.of("45")),
                "—",
                "—",
                "部分年份未报数据"));
        count("a15", AT_LEAST, "6000", List.of("1950", "2050", "2000"), "100.00%", "达标");
        count("a15-short", AT_LEAST, "6000", List.of("1950", "2050", "1999"), "99.98%", "未达标");
        share("a16", Comparison.RATIO_FLOOR, AT_LEAST, "80", Year.of("480", "600"), "80.00%", "达标");
        share("a16-short", Comparison.RATIO_FLOOR, AT_LEAST, "80", Year.of("479", "600"), "79.83%", "未达标");
        share("a19", Comparison.COVERAGE, AT_LEAST, "100", Year.of("1000", "1000"), "100.00%", "达标");
        share("a19-short", Comparison.COVERAGE, AT_LEAST, "100", Year.of("999", "1000"), "99.90%", "未达标");
        share("a19-none", Comparison.COVERAGE, AT_LEAST, "100", Year.of("0", "0"), "—", "没有应覆盖的对象");
        share("a20", Comparison.RATIO_FLOOR, AT_LEAST, "2.5", Year.of("25", "1000"), "2.50%", "达标");
        share("a20-short", Comparison.RATIO_FLOOR, AT_LEAST, "2.5", Year.of("24.99", "1000"), "2.50%", "未达标");
        stock("a21", Measure.WAN_M2, Operator.MORE_THAN, "40", List.of("38", "39", "40.00"), "未达标");
        stock("a21-more", Measure.WAN_M2, Operator.MORE_THAN, "40", List.of("38", "39", "40.01"), "达标");
        stock("a22", Measure.CNY_YI, AT_LEAST, "10", List.of("6", "8", "10"), "达标");
        for (String[] bases : new String[][] {
            {"a24-14", "14", "低于目标"}, {"a24-15", "15", "在目标区间内"}, {"a24-20", "20", "在目标区间内"}, {"a24-21", "21", "高于目标区间"}
        }) {
            examples.add(new Example(
                    bases[0],
                    Comparison.RANGE_COUNT,
                    Measure.COUNT,
                    Measure.COUNT,
                    null,
                    Operator.RANGE,
                    "15",
                    "20",
                    List.of(Year.of("0"), Year.of("0"), Year.of(bases[1])),
                    null,
                    null,
                    bases[2]));
        }
        for (String[] average :
                new String[][] {{"a17", "119.1016", "100.00%", "达标"}, {"a17-short", "119.10", "99.99%", "未达标"}}) {
            examples.add(new Example(
                    average[0],
                    Comparison.AVG_ANNUAL_GROWTH_FLOOR,
                    Measure.PERCENT,
                    Measure.CNY_YI,
                    "100",
                    AT_LEAST,
                    "6",
                    null,
                    List.of(Year.of("106"), Year.of("112.36"), Year.of(average[1])),
                    "6.00%",
                    average[2],
                    average[3]));
        }
        yearly("a23", Operator.ABOUT, "30", List.of("28", "33", "30"), "低于目标");
        // Inspections of a town, at least one a year: the duty of the year that closed without one is open.
        yearly("d11-none", AT_LEAST, "1", List.of("1", "1", "0"), "未达标");
        yearly("d11-one", AT_LEAST, "1", List.of("1", "1", "1"), "达标");
        examples.add(new Example(
                "a27",
                Comparison.GROWTH_VS_PREVIOUS_YEAR,
                Measure.PERCENT,
                Measure.HOUSEHOLDS,
                "70000",
                AT_LEAST,
                "60",
                null,
                List.of(Year.of("71000"), Year.of("71640"), Year.of("118020")),
                "64.74%",
                "107.90%",
                "达标"));
    }

    @BeforeAll
    void three_years_are_reported() {
        describe();
        City city = cities.fresh();
        UUID unit = cities.in(city, () -> units.add(NewUnit.of("lead", "牵头单位", "Lead", UnitKind.DEPARTMENT, null)));
        for (Role role : List.of(Role.PREPARER, Role.CERTIFIER, Role.REVIEWER, Role.PLANNER)) {
            hire(city, role, unit);
        }
        UUID programme = cities.in(city, () -> found(unit));
        for (int index = FIRST * 4; index <= LAST * 4 + 3; index++) {
            Quarter quarter = Quarter.ofIndex(index);
            at(MonitoringStory.dayAfter(quarter), () -> {
                report(city, programme, quarter);
                if (quarter.equals(new Quarter(LAST - 1, 4))) {
                    read(city, programme, rowsOnTheWay);
                }
            });
        }
        read(city, programme, rows);
        Element everyYear = rows.get("a23");
        assertThat(everyYear).isNotNull();
        yearByYear = open(everyYear.select("th a").attr("href"), city);
    }

    private void read(City city, UUID programme, Map<String, Element> into) {
        Document page = open("/" + city.code() + "/progress/programmes/" + programme, city);
        for (Element row : page.select("tbody tr:has(th[scope=row] a)")) {
            into.put(row.select("th a").text(), row);
        }
    }

    private Document open(String address, City city) {
        return Jsoup.parse(Pages.text(mvc.get()
                .uri(address)
                .with(signedInAs.account(city, "planner"))
                .exchange()
                .getResponse()));
    }

    @Test
    void A04_on_the_way_the_growth_so_far_is_measured_against_the_whole_target() {
        assertThat(cell(rowsOnTheWay.get("a04"), 3)).isEqualTo("32.37%");
        assertThat(cell(rowsOnTheWay.get("a04"), 4)).isEqualTo("58.86%");
    }

    @Test
    void A23_every_year_is_judged_alone() {
        assertThat(yearByYear.select("section[aria-labelledby=years] tbody tr"))
                .extracting(row -> row.select("th, td").eachText())
                .containsExactly(
                        List.of(Integer.toString(FIRST), "28个", "93.33%", "低于目标"),
                        List.of(Integer.toString(FIRST + 1), "33个", "110.00%", "达标"),
                        List.of(Integer.toString(LAST), "30个", "100.00%", "达标"));
    }

    @Test
    void every_example_says_on_the_page_what_the_documents_say() {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        for (Example example : examples) {
            Element row = rows.get(example.code());
            expected.put(example.code(), said(example, example.measured(), example.completion(), example.verdict()));
            found.put(example.code(), said(example, cell(row, 3), cell(row, 4), verdict(row)));
        }
        assertThat(found).isEqualTo(expected);
    }

    /** What an example leaves open is not compared. */
    private static String said(
            Example example, @Nullable String measured, @Nullable String completion, String verdict) {
        return (example.measured() == null ? "" : measured + " ")
                + (example.completion() == null ? "" : completion + " ")
                + verdict;
    }

    private static String verdict(@Nullable Element row) {
        Element words = row == null ? null : row.selectFirst(".cell-verdict > .row-part");
        return words == null ? "no such line" : words.text();
    }

    @Test
    void a_balance_is_never_added_up() {
        assertThat(cell(rows.get("a22"), 3)).isEqualTo("10.00亿元");
        assertThat(cell(rows.get("a22"), 4)).isEqualTo("100.00%");
    }

    @Test
    void a_sum_of_years_is_shown_whole() {
        assertThat(cell(rows.get("a15"), 3)).isEqualTo("6,000个");
        assertThat(cell(rows.get("a15-short"), 3)).isEqualTo("5,999个");
    }

    private static String cell(@Nullable Element row, int column) {
        return row == null ? "no such line" : row.select("th, td").get(column).text();
    }

    private void hire(City city, Role role, UUID unit) {
        cities.in(city, () -> {
            UUID account = accounts.open(NewAccount.of(login(role), "某人", PASSWORD));
            return accounts.appointAtFounding(account, unit, role, LocalDate.of(2015, 1, 1), null, "建市");
        });
    }

    private static String login(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private UUID found(UUID unit) {
        UUID programme = programmes.found(new NewProgramme(
                "acceptance",
                ProgrammeKind.SAMPLE,
                new Bilingual("验收计划", "Acceptance"),
                FIRST,
                LAST,
                FIRST - 1,
                null,
                new CollectionTerms(50, 60, 64),
                1,
                List.of(),
                List.of()));
        for (Example example : examples) {
            UUID id = programmes.addIndicator(programme, indicator(example, unit));
            int first = example.comparison().isYearly() ? FIRST : LAST;
            IntStream.rangeClosed(first, LAST).forEach(year -> targets.set(id, target(example, year)));
        }
        programmes.publish(programme);
        return programme;
    }

    private static NewIndicator indicator(Example example, UUID unit) {
        BigDecimal base = number(example.base(), example.values());
        return new NewIndicator(
                example.code(),
                new Bilingual("验收", "Acceptance"),
                new Bilingual(example.code(), example.code()),
                example.measure(),
                example.values(),
                example.comparison(),
                example.comparison().isShare()
                        ? Accumulation.STOCK
                        : example.comparison().usualAccumulation(),
                Direction.HIGHER,
                SplitLaw.usual(example.comparison()),
                Definition.NONE,
                !example.comparison().dividesByBaseline()
                        ? null
                        : base == null
                                ? Base.missing(FIRST - 1, "文件未载明")
                                : new Base(FIRST - 1, base, FigureStatus.SAMPLE, null),
                new Bounds(null, null, null, true),
                Pace.USUAL,
                Source.NONE,
                List.of(unit),
                List.of(unit));
    }

    private static NewTarget target(Example example, int year) {
        BigDecimal goal = number(example.goal(), example.measure());
        return goal == null
                ? NewTarget.missing(year, example.operator(), "目标值所在图片缺失")
                : new NewTarget(
                        year,
                        example.operator(),
                        goal,
                        number(example.upper(), example.measure()),
                        FigureStatus.SAMPLE,
                        null,
                        year == LAST,
                        null);
    }

    private static @Nullable BigDecimal number(@Nullable String shown, Measure measure) {
        return shown == null ? null : measure.toBase(new BigDecimal(shown));
    }

    private void report(City city, UUID programme, Quarter quarter) {
        UUID round = as(city, Role.PLANNER, () -> rounds.schedule(programme, quarter));
        ask(city, Actor.SYSTEM, () -> {
            dates.open();
            return round;
        });
        UUID id =
                as(city, Role.PLANNER, () -> rounds.returnsOf(round)).getFirst().id();
        as(city, Role.PREPARER, () -> {
            List<EntryService.Typed> typed = returns.dossier(id).sheet().lines().stream()
                    .map(line -> typed(line, quarter))
                    .toList();
            return entries.enterAll(id, typed);
        });
        as(city, Role.PREPARER, () -> {
            Map<UUID, Explanation> explained = signOffs.check(id).stream()
                    .filter(finding -> finding.findingClass().needsExplanation())
                    .collect(Collectors.toMap(FindingView::id, finding -> new Explanation("OTHER", "与业务台账核对一致，数据属实。")));
            signOffs.explain(id, explained);
            signOffs.request(id);
            return id;
        });
        as(city, Role.CERTIFIER, () -> signOffs.certify(id));
        as(city, Role.REVIEWER, () -> {
            reviews.start(id);
            reviews.judge(
                    id,
                    returns.dossier(id).sheet().findings().stream()
                            .filter(finding -> finding.findingClass().needsExplanation())
                            .collect(Collectors.toMap(
                                    FindingView::id, finding -> new Judgement(ExplanationVerdict.ACCEPTED, ""))));
            reviews.accept(id);
            return id;
        });
    }

    /** A flow is reported in the year's last quarter and is zero before; a stock and a share stand all year. */
    private EntryService.Typed typed(ReturnSheet.Line line, Quarter quarter) {
        Example example = examples.stream()
                .filter(one -> one.code().equals(line.indicator().code()))
                .findFirst()
                .orElseThrow();
        Year year = example.years().get(quarter.year() - FIRST);
        String figure = switch (line.item()) {
            case NUMERATOR -> year.part();
            case DENOMINATOR -> year.whole();
            default -> year.value();
        };
        if (figure == null) {
            return new EntryService.Typed(line.id(), true, "部门未提供", line.noteEdition());
        }
        boolean early = line.indicator().accumulation().isFlow() && quarter.number() < 4;
        return new EntryService.Typed(line.id(), false, early ? "0" : figure, line.valueEdition());
    }

    private <T> T as(City city, Role role, Supplier<T> work) {
        Actor actor = cities.in(city, () -> accounts.actorOf(login(role)));
        return ask(city, actor, work);
    }

    private static <T> T ask(City city, Actor actor, Supplier<T> work) {
        return CurrentCity.supply(city, () -> Actor.supply(actor, work));
    }

    private void at(Instant time, Runnable work) {
        clock.rehearse(time, work);
    }
}
