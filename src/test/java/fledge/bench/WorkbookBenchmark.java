package fledge.bench;

import fledge.access.Actor;
import fledge.apportionment.SplitService;
import fledge.apportionment.TargetSetService;
import fledge.bench.Measurements.Result;
import fledge.exchange.TargetImportService;
import fledge.exchange.TargetImportView;
import fledge.identity.AccountService;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeStory;
import fledge.programme.TargetService;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.support.Workbooks;
import fledge.tenancy.CurrentCity;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A decomposition of 3,000 rows out to Excel and back: 40 indicators among 75 units over three years, every number changed; started by
 * {@code bin/bench}, never with the tests.
 */
@PortalTest
class WorkbookBenchmark {

    private static final int INDICATORS = 40;
    private static final int UNITS = 75;
    private static final int YEARS = 3;
    private static final int NUMBERS = INDICATORS * UNITS * YEARS;
    private static final int FIRST_ROW = 4;
    private static final int FIRST_COLUMN = 2;
    private static final int WARM_UPS = 2;
    private static final int RUNS = 5;

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
    TargetSetService sets;

    @Autowired
    SplitService splits;

    @Autowired
    TargetImportService imports;

    private final Measurements measurements = new Measurements();

    @Test
    void measure() throws Exception {
        var story = new ProgrammeStory(cities, units, accounts, programmes, targets);
        UUID set = draft(story);
        byte[] template = ask(story, () -> imports.template(set)).content();
        List<byte[]> files = new ArrayList<>();
        for (int n = 0; n < WARM_UPS + RUNS; n++) {
            files.add(filled(template, n));
        }
        Result written = measurements.take(
                "workbook of %d numbers written".formatted(NUMBERS),
                "",
                WARM_UPS,
                RUNS,
                n -> ask(story, () -> imports.template(set)));
        Result opened = measurements.take(
                "the filled workbook opened by POI alone",
                "",
                WARM_UPS,
                RUNS,
                n -> new XSSFWorkbook(new ByteArrayInputStream(files.get(n))).close());
        var views = new TargetImportView[1];
        Result read = measurements.take("uploaded, read and compared number by number", "< 5000", WARM_UPS, RUNS, n -> {
            ask(story, () -> {
                imports.upload(set, "分解表.xlsx", files.get(n));
                return set;
            });
            views[0] = ask(story, () -> imports.waiting(set)).orElseThrow();
        });
        Result kept = measurements.take(
                "confirmed: %d numbers written and audited".formatted(NUMBERS),
                "< 5000",
                0,
                1,
                n -> ask(story, () -> imports.confirm(set, views[0].id(), views[0].basis(), true)));
        measurements.report(
                "benchmarks-workbook.md",
                "A decomposition of %d indicators among %d units over %d years, which are %d rows; every number differs from what is kept."
                        .formatted(INDICATORS, UNITS, YEARS, INDICATORS * UNITS),
                List.of(
                        "Opened by POI alone : read and compared: %.2f".formatted(opened.median() / read.median()),
                        "From the upload to the kept numbers: %.0f ms; goal < 5000"
                                .formatted(read.median() + kept.median()),
                        "Writing : reading: %.2f".formatted(written.median() / read.median())));
    }

    private UUID draft(ProgrammeStory story) {
        List<UUID> sharing = new ArrayList<>();
        cities.in(story.city, () -> {
            for (int n = 1; n <= UNITS; n++) {
                sharing.add(units.add(
                        NewUnit.of("share" + n, "第%d承担单位".formatted(n), "Unit " + n, UnitKind.TOWN, story.office)));
            }
            return sharing;
        });
        UUID programme = story.printed("wide", 2015, 2014 + YEARS, 2014);
        List<UUID> indicators = new ArrayList<>();
        for (int n = 1; n <= INDICATORS; n++) {
            UUID indicator = story.counted(programme, "i" + n);
            story.target(indicator, "600000", 2014 + YEARS);
            indicators.add(indicator);
        }
        story.publish(programme);
        UUID set = ask(story, () -> sets.draft(programme, "任务书", null));
        indicators.forEach(indicator -> ask(story, () -> {
            splits.carry(set, indicator, sharing, false, Map.of());
            return set;
        }));
        return set;
    }

    private static byte[] filled(byte[] template, int n) {
        return Workbooks.edited(template, workbook -> {
            for (int sheet = 1; sheet <= INDICATORS; sheet++) {
                for (int unit = 0; unit < UNITS; unit++) {
                    var row = workbook.getSheetAt(sheet).getRow(FIRST_ROW + unit);
                    for (int year = 0; year < YEARS; year++) {
                        row.getCell(FIRST_COLUMN + year).setCellValue(1000 + n * 10 + year);
                    }
                }
            }
        });
    }

    /** As a request does: each step in a transaction of its own, or in none. */
    private static <T> T ask(ProgrammeStory story, Supplier<T> work) {
        return CurrentCity.supply(story.city, () -> Actor.supply(story.planner, work));
    }
}
