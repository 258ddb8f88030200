package fledge.bench;

import static fledge.bench.Measurements.ok;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.base.BaseEntry;
import fledge.base.BaseFilter;
import fledge.base.BaseKind;
import fledge.base.BaseNumbers;
import fledge.base.BaseService;
import fledge.base.BaseView;
import fledge.base.ResidencyLedger;
import fledge.base.Source;
import fledge.bench.Measurements.Result;
import fledge.enterprise.EnterpriseFilter;
import fledge.enterprise.EnterpriseFinder;
import fledge.enterprise.EnterpriseImportService;
import fledge.enterprise.GrowthCounts;
import fledge.enterprise.GrowthKind;
import fledge.enterprise.ImportStatus;
import fledge.enterprise.rules.CreditCode;
import fledge.identity.AccountService;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.support.Cities;
import fledge.support.HttpVisitor;
import fledge.support.PortalTest;
import fledge.support.Staff;
import fledge.support.Superuser;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The register of a city with 100,000 enterprises: two imports of 50,000 rows, and what is read of it afterwards, beside a city of
 * 1,000 and beside plain SQL; started by {@code bin/bench}, never with the tests.
 */
@PortalTest
class EnterpriseBenchmark {

    private static final int IMPORTED = 50_000;
    private static final int SMALL = 1_000;
    private static final int WARM_UPS = 40;
    private static final int RUNS = 80;
    private static final int PAGE = 50;
    private static final int BASES = 10;
    private static final int STAYS = 1_000;
    private static final int HEADCOUNTS = 4;

    private static final List<String> BRANDS = List.of(
            "恒泰", "鑫源", "锦程", "瑞丰", "启航", "盛达", "金鼎", "永兴", "嘉禾", "博远", "汇智", "华晟", "天润", "同创", "佳信", "宏图", "明德", "远景");
    private static final List<String> TRADES =
            List.of("塑料制品", "机电设备", "智能装备", "汽车零部件", "食品", "服饰", "家具", "生物医药", "建筑安装工程", "商贸", "软件", "物流", "餐饮管理");
    private static final List<String> INDUSTRIES =
            List.of("29", "34", "35", "36", "14", "18", "21", "27", "49", "51", "65", "54", "62");

    @Autowired
    Cities cities;

    @Autowired
    Staff staff;

    @Autowired
    UnitService units;

    @Autowired
    AccountService accounts;

    @Autowired
    EnterpriseImportService imports;

    @Autowired
    EnterpriseFinder finder;

    @Autowired
    GrowthCounts growths;

    @Autowired
    BaseService bases;

    @Autowired
    ResidencyLedger ledger;

    @Autowired
    Superuser superuser;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final Measurements measurements = new Measurements();

    /** A city with its officer. */
    private record Town(City city, Actor officer) {}

    @Test
    void measure() throws Exception {
        Town small = town();
        Town large = town();
        write(small, read(small, file(0, SMALL)));
        UUID[] read = new UUID[2];
        Result reading = measurements.take(
                "%d rows of CSV read, checked and kept".formatted(IMPORTED),
                "< " + IMPORTED / 2,
                0,
                1,
                n -> read[0] = read(large, file(0, IMPORTED)));
        Result writing = measurements.take(
                "confirmed: %d enterprises with a year each written and audited".formatted(IMPORTED),
                "< " + IMPORTED / 2,
                0,
                1,
                n -> write(large, read[0]));
        Result again = measurements.take(
                "the next %d, into a register that has as many".formatted(IMPORTED),
                "",
                0,
                1,
                n -> write(large, read[1] = read(large, file(IMPORTED, 2 * IMPORTED))));
        Result cut = measurements.take(
                "until the job has cut the names of all in pieces, which it does every minute",
                "",
                0,
                1,
                n -> cut(large));
        cut(small);
        Result plain = measurements.take(
                "the same enterprises and years copied by INSERT … SELECT into another city, no rules, no trail",
                "",
                0,
                1,
                n -> copy(large, town()));
        superuser.run(
                "vacuum analyze enterprise",
                "vacuum analyze enterprise_piece",
                "vacuum analyze enterprise_uncut",
                "vacuum analyze enterprise_tally");

        Result firstSmall = list(small, "first page, 1,000 enterprises", "");
        Result first = list(large, "first page, 100,000", "");
        Result middle = list(large, "middle page", "?page=1000");
        Result last = list(large, "last page", "?page=2000");
        Result nameSmall = list(small, "part of a name, 1,000, a full page", "?words=鑫源");
        Result name = list(large, "part of a name, 100,000, a full page", "?words=鑫源智能");
        Result initials = list(large, "initials", "?words=XYZN");
        Result frequent = list(large, "words that one of 13 names has", "?words=智能");
        Result common = list(large, "words that every name has", "?words=有限公司");
        Result code = list(large, "beginning of a code", "?words=9133100012");
        Result sql = measurements.take(
                "middle page, its query alone", "", WARM_UPS, RUNS, n -> in(large, () -> ids(2 * IMPORTED / 2)));
        Result counts = measurements.take(
                "counts by size, service",
                "< 50",
                WARM_UPS,
                RUNS,
                n -> in(large, () -> finder.counts(new EnterpriseFilter("", null, null, null, null, null))));
        Result scanned = measurements.take(
                "counts by size, plain SQL on the enterprises",
                "",
                5,
                20,
                n -> in(
                        large,
                        () -> jdbc.sql(
                                        "select size_class, count(*) from enterprise where city_id = current_city() group by 1")
                                .query((row, k) -> row.getInt(2))
                                .list()));
        grow(large);
        Result growth = measurements.take(
                "steps of growth of three years by month and district",
                "< 50",
                WARM_UPS,
                RUNS,
                n -> in(
                        large,
                        () -> growths.months(
                                EnumSet.allOf(GrowthKind.class), YearMonth.of(2022, 1), YearMonth.of(2024, 12))));
        List<BaseView> housed = house(large);
        Result residents = measurements.take(
                "residents and jobs of a base of %d stays with %d headcounts each, as of a day"
                        .formatted(STAYS, HEADCOUNTS),
                "< 50",
                WARM_UPS,
                RUNS,
                n -> in(
                        large,
                        () -> ledger.count(housed.getFirst(), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30))));
        Result doubtful = measurements.take(
                "who is doubtful in %d such bases, as of a day".formatted(BASES),
                "< 50",
                WARM_UPS,
                RUNS,
                n -> in(large, () -> ledger.doubtful(housed, LocalDate.of(2024, 6, 30))));
        measurements.report(
                "benchmarks-register.md",
                "Pages are those of the register over HTTP, %d rows each. Lists are read after VACUUM, which autovacuum does within minutes of an import."
                        .formatted(PAGE),
                List.of(
                        "Import, reading: %.0f rows/s; writing: %.0f rows/s; both: %.0f rows/s; goal ≥ 2,000 written"
                                .formatted(
                                        rate(reading.median()),
                                        rate(writing.median()),
                                        rate(reading.median() + writing.median())),
                        "The next %d, read and written: %.0f rows/s, the names waiting to be cut, which ends %.0f s later"
                                .formatted(IMPORTED, rate(again.median()), cut.median() / 1000),
                        "INSERT … SELECT : writing with rules and trail: %.2f"
                                .formatted(plain.median() / 2 / writing.median()),
                        "First, middle, last page : first page of 1,000: %.2f, %.2f, %.2f; goal ≤ 2"
                                .formatted(
                                        first.median() / firstSmall.median(),
                                        middle.median() / firstSmall.median(),
                                        last.median() / firstSmall.median()),
                        "Search by name, 100,000 : 1,000: %.2f; goal ≤ 2".formatted(name.median() / nameSmall.median()),
                        "Slowest page: %.1f ms, of words that many names have: %.1f and %.1f ms; goal < 60"
                                .formatted(
                                        Stream.of(first, middle, last, name, initials, code)
                                                .mapToDouble(Result::median)
                                                .max()
                                                .orElseThrow(),
                                        frequent.median(),
                                        common.median()),
                        "The query of the middle page : the page: %.2f".formatted(sql.median() / middle.median()),
                        "Counts from the roll-up : by scanning: %.2f".formatted(counts.median() / scanned.median()),
                        "Steps of growth: %.1f ms; residents of a base: %.1f ms; doubtful ones of all: %.1f ms; goal < 50"
                                .formatted(growth.median(), residents.median(), doubtful.median())));
    }

    private static double rate(double millis) {
        return IMPORTED / millis * 1000;
    }

    private Town town() {
        City city = cities.fresh();
        UUID unit = staff.unit(city, "window", null);
        cities.in(city, () -> units.add(NewUnit.of("east", "东区", "East", UnitKind.DISTRICT, null)));
        staff.hire(city, "officer", Role.CASE_OFFICER, unit);
        return new Town(city, CurrentCity.supply(city, () -> accounts.actorOf("officer")));
    }

    private <T> T as(Town town, Actor actor, Supplier<T> work) {
        return CurrentCity.supply(town.city(), () -> Actor.supply(actor, work));
    }

    private <T> T in(Town town, Supplier<T> work) {
        return cities.as(town.city(), town.officer(), work);
    }

    private void workOff(Town town) {
        as(town, Actor.SYSTEM, () -> {
            imports.workOff(() -> true);
            return true;
        });
    }

    private void cut(Town town) throws InterruptedException {
        while (in(
                town,
                () -> jdbc.sql("select exists (select from enterprise_uncut)")
                        .query(Boolean.class)
                        .single())) {
            Thread.sleep(50);
        }
    }

    private UUID read(Town town, byte[] file) {
        UUID id = as(town, town.officer(), () -> imports.upload("名单.csv", file));
        workOff(town);
        return id;
    }

    private void write(Town town, UUID id) {
        as(town, town.officer(), () -> {
            imports.confirm(id);
            return true;
        });
        workOff(town);
        if (as(town, town.officer(), () -> imports.one(id)).status() != ImportStatus.DONE) {
            throw new IllegalStateException("the import is not done");
        }
    }

    private static byte[] file(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(EnterpriseBenchmark::line)
                .collect(Collectors.joining("\n", "统一社会信用代码,企业名称,行业代码,所在区域,成立日期,年份,从业人员（人）,营业收入（万元）,资产总额（万元）\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String line(int number) {
        int trade = number % TRADES.size();
        return String.join(
                ",",
                CreditCode.complete("91%06d".formatted(331_000 + number / 1000), "MA%06d".formatted(number)),
                "台州" + BRANDS.get(number % BRANDS.size()) + TRADES.get(trade) + number + "有限公司",
                INDUSTRIES.get(trade),
                "东区",
                "2015-03-01",
                "2024",
                Integer.toString(1 + number % 400),
                Integer.toString(10 + number % 20_000),
                Integer.toString(number % 9_000));
    }

    private void copy(Town from, Town to) {
        superuser.run(
                "insert into enterprise select %1$d, uuidv7(), version, credit_code, code_reason, name_zh, initials, kind, industry_code, (select id from unit where city_id = %1$d and code = 'east'), founded_on, status, moves, above_scale, above_limit, sample, size_class, size_year from enterprise where city_id = %2$d"
                        .formatted(to.city().id(), from.city().id()),
                "insert into enterprise_year select %1$d, uuidv7(), y.version, n.id, year, employees, revenue_fen, assets_fen, source, y.industry_code, standard, y.size_class, officer_class, officer_reason, officer_id, recorded_by, recorded_at from enterprise_year y join enterprise e on e.city_id = y.city_id and e.id = y.enterprise_id join enterprise n on n.city_id = %1$d and n.credit_code = e.credit_code where y.city_id = %2$d"
                        .formatted(to.city().id(), from.city().id()));
    }

    private List<UUID> ids(int offset) {
        return jdbc.sql(
                        "select id from enterprise where city_id = current_city() order by initials, id limit :limit offset :offset")
                .param("limit", PAGE)
                .param("offset", offset)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private Result list(Town town, String what, String query) throws Exception {
        var visitor = new HttpVisitor(
                URI.create("http://localhost:" + port), town.city().code());
        visitor.signIn("officer", Staff.PASSWORD);
        String path = URI.create("/enterprises" + query).toASCIIString();
        return measurements.take(what, "< 60", WARM_UPS, RUNS, n -> ok(visitor.get(path)));
    }

    /** A tenth of the enterprises in one of the bases, a tenth of them gone again; every stay with a headcount each quarter. */
    private List<BaseView> house(Town town) {
        for (int n = 0; n < BASES; n++) {
            String name = "第" + n + "号小微企业创业基地";
            in(
                    town,
                    () -> bases.register(new BaseEntry(
                            name,
                            "",
                            BaseKind.BUSINESS_PARK,
                            null,
                            null,
                            "",
                            null,
                            null,
                            null,
                            BaseNumbers.NONE,
                            "",
                            Source.NONE,
                            false)));
        }
        superuser.run(
                "insert into residency (city_id, id, version, base_id, enterprise_id, moved_in_on, ended_on, ending, end_reason, recorded_by, recorded_at, ended_by, ended_at, correction, struck)"
                        + " select e.city_id, uuidv7(), 0, b.id, e.id, e.day, case when e.gone then e.day + 400 end, case when e.gone then 'GRADUATED' end, case when e.gone then '迁入自有厂房' else '' end,"
                        + " p.id, now(), case when e.gone then p.id end, case when e.gone then now() end, '', false"
                        + " from (select city_id, id, row_number() over (order by id) as n, hashtext(credit_code) % 10 = 0 as gone, date '2020-01-01' + (hashtext(credit_code) & 1023) as day"
                        + "       from enterprise where city_id = "
                        + town.city().id() + ") e"
                        + " join (select id, row_number() over (order by id) - 1 as n from base where city_id = "
                        + town.city().id() + ") b on b.n = e.n % " + BASES
                        + " cross join (select id from person where city_id = "
                        + town.city().id() + " limit 1) p where e.n <= " + BASES * STAYS,
                "insert into headcount select city_id, uuidv7(), 0, id, moved_in_on + 91 * n, 5 + n + (hashtext(id::text) & 63), recorded_by, now()"
                        + " from residency cross join generate_series(0, "
                        + (HEADCOUNTS - 1) + ") as n where city_id = "
                        + town.city().id(),
                "vacuum analyze residency",
                "vacuum analyze headcount");
        return in(town, () -> bases.list(BaseFilter.ALL));
    }

    /** One step of growth for every fifth enterprise. */
    private void grow(Town town) {
        superuser.run(
                "insert into growth_event (city_id, id, version, enterprise_id, kind, happened_on, evidence, recorded_at)"
                        + " select city_id, uuidv7(), 0, id, case when size_class = 'MICRO' then 'HOUSEHOLD_TO_COMPANY' else 'ABOVE_SCALE' end,"
                        + " date '2022-01-01' + (hashtext(credit_code) & 1023), '批量', now() from enterprise where city_id = "
                        + town.city().id() + " and hashtext(credit_code) % 5 = 0",
                "analyze growth_event");
    }
}
