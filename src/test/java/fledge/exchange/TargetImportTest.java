package fledge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.apportionment.LineView;
import fledge.apportionment.SplitService;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetSetDecisions;
import fledge.apportionment.TargetSetService;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeStory;
import fledge.programme.TargetService;
import fledge.programme.rules.Comparison;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.support.Workbooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A decomposition goes out as a workbook that reckons, comes back changed or spoilt, and is written as a whole or not at all. */
@PortalTest
class TargetImportTest {

    /** The first row of units, and the first column of numbers. */
    private static final int UNITS = 4;

    private static final int NUMBERS = 2;

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
    TargetSetDecisions decisions;

    @Autowired
    SplitService splits;

    @Autowired
    TargetImportService imports;

    @Autowired
    JdbcClient jdbc;

    ProgrammeStory story;
    Actor other;
    UUID sum;
    UUID ratio;
    UUID same;
    UUID set;

    /** 600 enterprises among three districts, 80 % of something, and 100 % everywhere; the first number is pinned at 60. */
    @BeforeEach
    void found() {
        story = new ProgrammeStory(cities, units, accounts, programmes, targets);
        other = story.person(accounts, "planner-2", Role.PLANNER);
        UUID programme = story.printed("jm", 2015, 2017, 2014);
        sum = story.counted(programme, "sum");
        ratio = story.add(
                programme, story.indicator("ratio", Comparison.RATIO_FLOOR, Measure.PERCENT, Measure.COUNT, null));
        same = story.add(programme, story.indicator("same", Comparison.COVERAGE, Measure.PERCENT, Measure.COUNT, null));
        story.target(sum, "600", 2017);
        story.target(ratio, "80", 2017);
        story.target(same, "100", 2017);
        story.publish(programme);
        set = ask(story.planner, () -> sets.draft(programme, "任务书", null));
        for (UUID indicator : List.of(sum, ratio, same)) {
            act(story.planner, () -> splits.carry(set, indicator, story.districts, false, Map.of()));
        }
        List<LineView> lines = split(sum).lines();
        List<Integer> numbers = List.of(60, 70, 70, 80, 80, 90, 49, 50, 50);
        act(
                story.planner,
                () -> splits.enterAll(
                        set,
                        new SplitService.Grid(
                                sum,
                                Stream.iterate(0, at -> at + 1)
                                        .limit(lines.size())
                                        .map(at -> entry(
                                                lines.get(at),
                                                numbers.get(story.districts.indexOf(lines.get(at)
                                                                        .unitId())
                                                                * 3
                                                        + lines.get(at).year()
                                                        - 2015)))
                                        .toList(),
                                Set.of(line(0, 2015).id()),
                                "按基年占比")));
    }

    private static SplitService.Entry entry(LineView line, int number) {
        return new SplitService.Entry(line.id(), line.version(), BigDecimal.valueOf(number), null);
    }

    private <T> T ask(Actor actor, Supplier<T> work) {
        return cities.as(story.city, actor, work);
    }

    private void act(Actor actor, Runnable work) {
        ask(actor, () -> {
            work.run();
            return true;
        });
    }

    private SplitView split(UUID indicator) {
        return ask(story.planner, () -> sets.split(set, indicator));
    }

    private LineView line(int unit, int year) {
        return split(sum).lines().stream()
                .filter(line -> line.unitId().equals(story.districts.get(unit)) && line.year() == year)
                .findFirst()
                .orElseThrow();
    }

    private byte[] template() {
        return ask(story.planner, () -> imports.template(set)).content();
    }

    private byte[] filled(BiConsumer<XSSFWorkbook, XSSFSheet> change) {
        return Workbooks.edited(template(), workbook -> change.accept(workbook, workbook.getSheetAt(1)));
    }

    private void upload(byte[] file) {
        act(story.planner, () -> imports.upload(set, "分解表.xlsx", file));
    }

    private TargetImportView view() {
        return ask(story.planner, () -> imports.waiting(set)).orElseThrow();
    }

    private ImportResult confirm(TargetImportView view, boolean overwrite) {
        return ask(story.planner, () -> imports.confirm(set, view.id(), view.basis(), overwrite));
    }

    private static XSSFCell number(XSSFSheet sheet, int unit, int year) {
        return sheet.getRow(UNITS + unit).getCell(NUMBERS + year - 2015);
    }

    private static void assertRefused(Runnable work, String key) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(Reason::key)
                                .contains(key));
    }

    @Test
    void the_workbook_reckons_sums_and_residuals_as_the_workbench_does() throws IOException {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(template()))) {
            assertThat(workbook.getNumberOfSheets())
                    .as("overview, three indicators, guide")
                    .isEqualTo(5);
            XSSFSheet sheet = workbook.getSheetAt(1);
            assertThat(number(sheet, 2, 2015).getNumericCellValue()).isEqualTo(49);
            assertThat(sheet.getRow(UNITS + 3 + 2).getCell(NUMBERS + 2).getNumericCellValue())
                    .as("reached, stored for whoever does not reckon")
                    .isEqualTo(599);
            XSSFCell residual = sheet.getRow(UNITS + 3 + 3).getCell(NUMBERS + 2);
            assertThat(residual.getNumericCellValue()).isEqualTo(1);
            assertThat(number(sheet, 0, 2016).getCellStyle().getLocked()).isFalse();
            assertThat(sheet.getRow(UNITS).getCell(0).getCellStyle().getLocked())
                    .isTrue();
            assertThat(number(sheet, 0, 2015)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex())
                    .as("the pinned number is marked")
                    .isNotEqualTo(number(sheet, 0, 2016)
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex());
            number(sheet, 2, 2017).setCellValue(51);
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            assertThat(residual.getNumericCellValue()).isZero();
            assertThat(workbook.getSheetAt(0).getRow(3).getCell(8).getNumericCellValue())
                    .as("the overview follows")
                    .isZero();
            XSSFSheet ofRatio = workbook.getSheetAt(2);
            for (int unit = 0; unit < 3; unit++) {
                ofRatio.getRow(UNITS + unit).getCell(NUMBERS).setCellValue(30);
                ofRatio.getRow(UNITS + unit).getCell(NUMBERS + 1).setCellValue(50);
            }
            XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
            assertThat(ofRatio.getRow(UNITS + 3 + 2).getCell(NUMBERS).getNumericCellValue())
                    .as("90 of 150")
                    .isEqualTo(60);
            assertThat(ofRatio.getRow(UNITS + 3 + 3).getCell(NUMBERS).getNumericCellValue())
                    .as("the numerator that is missing for 80 %")
                    .isEqualTo(30);
        }
    }

    @Test
    void A29_one_short_goes_out_comes_back_exact_and_is_written_once() {
        upload(filled((workbook, sheet) -> {
            number(sheet, 2, 2017).setCellValue("５１");
            workbook.getSheetAt(2).getRow(UNITS).getCell(NUMBERS).setCellValue(80);
            workbook.getSheetAt(2).getRow(UNITS).getCell(NUMBERS + 1).setCellValue(100);
            workbook.createSheet("底稿").createRow(1).createCell(1).setCellFormula("1+2");
        }));
        TargetImportView view = view();
        assertThat(view.asked()).as("nine numbers, three pairs, three numbers").isEqualTo(18);
        assertThat(view.count(ImportVerdict.WRITABLE)).isEqualTo(3);
        assertThat(view.count(ImportVerdict.UNCHANGED)).isEqualTo(15);
        var forecast = view.splits().getFirst();
        assertThat(forecast.now().balances().getLast().residual()).isEqualByComparingTo("1");
        assertThat(forecast.then().balances().getLast().residual()).isZero();
        assertThat(line(2, 2017).value())
                .as("nothing is written before the confirmation")
                .isEqualByComparingTo("50");

        assertThat(confirm(view, false)).isEqualTo(new ImportResult(3, 0));
        assertThat(line(2, 2017).value()).isEqualByComparingTo("51");
        assertThat(line(0, 2015).pinned()).as("pins stay").isTrue();
        assertThat(split(sum).basis()).isEqualTo("按基年占比");
        assertThat(split(ratio).lines().getFirst().denominator()).isEqualByComparingTo("100");
        int version = line(2, 2017).version();
        assertThat(confirm(view, false)).as("pressed twice").isEqualTo(new ImportResult(3, 0));
        assertThat(line(2, 2017).version()).isEqualTo(version);
        assertThat(cities.in(
                        story.city,
                        () -> jdbc.sql("select count(*) from audit_entry where subject_kind = 'target-set'"
                                        + " and action = 'WorkbookImported'")
                                .query(Long.class)
                                .single()))
                .as("the trail has it once")
                .isEqualTo(1);
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                spoilt(
                        "text",
                        "monitoring.entry.notANumber",
                        (workbook, sheet) -> number(sheet, 0, 2016).setCellValue("很多")),
                spoilt(
                        "a fraction",
                        "monitoring.entry.notWhole",
                        (workbook, sheet) -> number(sheet, 0, 2016).setCellValue(70.5)),
                spoilt(
                        "negative",
                        "apportionment.refused.negative",
                        (workbook, sheet) -> number(sheet, 0, 2016).setCellValue(-1)),
                spoilt(
                        "a formula",
                        "exchange.fault.formula",
                        (workbook, sheet) -> number(sheet, 0, 2016).setCellFormula("35*2")),
                spoilt("merged", "exchange.fault.merged", (workbook, sheet) -> {
                    sheet.addMergedRegion(new CellRangeAddress(UNITS, UNITS, NUMBERS + 1, NUMBERS + 2));
                    number(sheet, 0, 2016).setCellValue(71);
                }),
                spoilt(
                        "another unit",
                        "exchange.target.fault.unknown-unit",
                        (workbook, sheet) -> sheet.getRow(UNITS).getCell(0).setCellValue("north")),
                spoilt(
                        "a row without a code",
                        "exchange.target.fault.no-key",
                        (workbook, sheet) -> sheet.getRow(UNITS).getCell(0).setBlank()),
                spoilt(
                        "another year",
                        "exchange.target.fault.unknown-period",
                        (workbook, sheet) -> sheet.getRow(3).getCell(NUMBERS).setCellValue("2019")),
                spoilt(
                        "one unit twice",
                        "exchange.target.fault.twice",
                        (workbook, sheet) -> sheet.getRow(UNITS).getCell(0).setCellValue("south")),
                spoilt(
                        "less than what all have to reach",
                        "apportionment.refused.notTheSame",
                        (workbook, sheet) -> workbook.getSheetAt(3)
                                .getRow(UNITS + 1)
                                .getCell(NUMBERS)
                                .setCellValue(90)));
    }

    private static Arguments spoilt(String what, String key, BiConsumer<XSSFWorkbook, XSSFSheet> spoil) {
        return Arguments.of(what, key, spoil);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("spoilt")
    void one_spoilt_cell_is_named_and_holds_all_of_them_back(
            String what, String key, BiConsumer<XSSFWorkbook, XSSFSheet> spoil) {
        upload(filled((workbook, sheet) -> {
            number(sheet, 2, 2017).setCellValue(51);
            spoil.accept(workbook, sheet);
        }));
        TargetImportView view = view();
        assertThat(view.rows().stream()
                        .filter(row -> row.verdict() == ImportVerdict.FAULTY)
                        .flatMap(row -> row.faults().stream())
                        .map(Reason::key))
                .as(what)
                .contains(key);
        assertRefused(() -> confirm(view, true), "exchange.target.refused.faults");
        assertThat(line(2, 2017).value()).as("nothing is half-written").isEqualByComparingTo("50");
    }

    @Test
    void what_others_wrote_meanwhile_is_overwritten_only_when_said_so() {
        byte[] file = filled((workbook, sheet) -> number(sheet, 2, 2017).setCellValue(51));
        write(2, 2017, "55");
        write(1, 2016, "85");
        upload(file);
        TargetImportView view = view();
        assertThat(view.count(ImportVerdict.CONFLICT)).isEqualTo(1);
        assertThat(view.count(ImportVerdict.WRITABLE))
                .as("a cell left as downloaded is no wish")
                .isZero();
        assertRefused(() -> confirm(view, false), "exchange.target.refused.conflicts");
        assertThat(confirm(view, true)).isEqualTo(new ImportResult(1, 0));
        assertThat(line(2, 2017).value()).isEqualByComparingTo("51");
        assertThat(line(1, 2016).value()).isEqualByComparingTo("85");
    }

    private void write(int unit, int year, String value) {
        LineView line = line(unit, year);
        act(other, () -> splits.enter(line.id(), set, line.version(), new BigDecimal(value), false));
    }

    @Test
    void what_changed_after_the_look_is_looked_at_again() {
        upload(filled((workbook, sheet) -> number(sheet, 2, 2017).setCellValue(51)));
        TargetImportView view = view();
        write(1, 2016, "85");
        assertRefused(() -> confirm(view, true), "exchange.refused.changed-meanwhile");
        assertThat(confirm(view(), false)).isEqualTo(new ImportResult(1, 0));
    }

    @Test
    void a_workbook_of_somewhere_else_of_before_or_changed_by_hand_is_refused() {
        byte[] file = template();
        assertUploadRefused(Workbooks.plain(), "exchange.target.refused.no-template");
        assertUploadRefused(
                Workbooks.inPart(file, "docProps/custom.xml", story.city.code(), "elsewhere"),
                "exchange.target.refused.tampered");
        assertUploadRefused(
                Workbooks.edited(file, workbook -> {
                    for (int sheet = 3; sheet > 0; sheet--) {
                        workbook.getSheetAt(sheet).getRow(3).getCell(0).setCellValue("x");
                    }
                }),
                "exchange.target.refused.no-sheets");
        UUID like = ask(story.planner, () -> sets.draft(sets.set(set).programmeId(), "另一稿", set));
        assertUploadRefused(
                ask(story.planner, () -> imports.template(like)).content(), "exchange.target.refused.other-set");
        byte[] foreign = file;
        UUID here = set;
        List<UUID> others = List.of(ratio, same);
        var city = story;
        found();
        assertUploadRefused(foreign, "exchange.target.refused.other-city");
        story = city;
        set = here;
        others.forEach(indicator -> act(story.planner, () -> splits.drop(set, indicator)));
        act(story.planner, () -> decisions.circulate(set, sets.set(set).version()));
        assertUploadRefused(file, "apportionment.refused.setStatus");
        act(story.planner, () -> decisions.revise(set, sets.set(set).version(), "改数"));
        assertUploadRefused(file, "exchange.target.refused.old-draft");
        assertThat(ask(story.planner, () -> imports.waiting(set))).isEmpty();
    }

    private void assertUploadRefused(byte[] file, String key) {
        assertRefused(() -> upload(file), key);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("0 bytes", new byte[0], "empty"),
                Arguments.of("text", "名称,数值".getBytes(StandardCharsets.UTF_8), "no-workbook"),
                Arguments.of("macros", Workbooks.withMacros(Workbooks.plain()), "macros"),
                Arguments.of("encrypted", Workbooks.encrypted(Workbooks.plain()), "encrypted"),
                Arguments.of("a bomb", Workbooks.bomb(Workbooks.plain(), 200), "bomb"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("files")
    void a_file_that_is_no_workbook_of_ours_is_refused_with_its_reason(String what, byte[] file, String reason) {
        assertUploadRefused(file, "sheets.refused." + reason);
        assertThat(ask(story.planner, () -> imports.waiting(set))).as(what).isEmpty();
    }

    @Test
    void only_planners_bring_one_in_and_only_their_own_and_only_into_a_draft() throws IOException {
        upload(filled((workbook, sheet) -> number(sheet, 2, 2017).setCellValue(51)));
        TargetImportView view = view();
        assertThat(ask(other, () -> imports.waiting(set))).isEmpty();
        assertRefused(
                () -> ask(other, () -> imports.confirm(set, view.id(), view.basis(), true)), "exchange.refused.gone");
        assertThatThrownBy(() -> ask(story.decider, () -> imports.waiting(set)))
                .isInstanceOf(AccessDeniedException.class);
        act(story.planner, () -> splits.drop(set, ratio));
        act(story.planner, () -> splits.drop(set, same));
        act(story.planner, () -> decisions.circulate(set, sets.set(set).version()));
        assertRefused(() -> confirm(view, true), "apportionment.refused.setStatus");
        byte[] read = ask(story.decider, () -> imports.template(set)).content();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(read))) {
            assertThat(number(workbook.getSheetAt(1), 0, 2016).getCellStyle().getLocked())
                    .as("what is not a draft is to be read")
                    .isTrue();
        }
    }

    @Test
    void the_own_file_comes_back_with_the_spoilt_cell_in_red() throws IOException {
        upload(filled((workbook, sheet) -> number(sheet, 0, 2016).setCellValue("很多")));
        byte[] back =
                ask(story.planner, () -> imports.remarked(set)).orElseThrow().content();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(back))) {
            assertThat(number(workbook.getSheetAt(1), 0, 2016)
                            .getCellComment()
                            .getString()
                            .getString())
                    .isNotBlank();
            assertThat(number(workbook.getSheetAt(1), 0, 2017).getCellComment()).isNull();
        }
    }

    @Test
    void an_upload_is_for_one_thing_even_by_hand() {
        upload(filled((workbook, sheet) -> number(sheet, 2, 2017).setCellValue(51)));
        assertThatThrownBy(() -> cities.in(
                        story.city,
                        () -> jdbc.sql("update workbook_upload set set_id = null")
                                .update()))
                .hasMessageContaining("upload_for_one_thing");
    }
}
