package fledge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.identity.AccountService;
import fledge.kernel.RuleRefused;
import fledge.monitoring.EntryService;
import fledge.monitoring.EntryService.Typed;
import fledge.monitoring.ReturnService;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnStages;
import fledge.monitoring.ReturnStages.Prepared;
import fledge.monitoring.ReturnStages.Stage;
import fledge.support.PortalTest;
import fledge.support.Workbooks;
import fledge.tenancy.CurrentCity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;

/** A return goes out as a workbook, comes back filled in or spoilt, and is written only as far as it was confirmed. */
@PortalTest
class ImportTest {

    @Autowired
    ImportService imports;

    @Autowired
    Uploads uploads;

    @Autowired
    ReturnStages stages;

    @Autowired
    ReturnService returns;

    @Autowired
    EntryService entries;

    @Autowired
    AccountService accounts;

    /** The return of a city: firms 1000, share 80 of 100, words 平稳. */
    private final class Story {

        final Prepared at = stages.at(Stage.DRAFT);
        final Actor preparer = actor("preparer");
        final Actor other = actor("preparer-2");

        Actor actor(String login) {
            return CurrentCity.supply(at.city(), () -> accounts.actorOf(login));
        }

        <T> T ask(Actor actor, Supplier<T> work) {
            return CurrentCity.supply(at.city(), () -> Actor.supply(actor, work));
        }

        void as(Actor actor, Runnable work) {
            CurrentCity.run(at.city(), () -> Actor.run(actor, work));
        }

        byte[] template() {
            return ask(preparer, () -> imports.template(at.returnId())).content();
        }

        byte[] filled(Consumer<XSSFSheet> change) {
            return Workbooks.edited(template(), workbook -> change.accept(workbook.getSheetAt(0)));
        }

        void upload(byte[] file) {
            as(preparer, () -> imports.upload(at.returnId(), "填报.xlsx", file));
        }

        ImportView view() {
            return ask(preparer, () -> imports.waiting(at.returnId())).orElseThrow();
        }

        ImportResult confirm(ImportView view, boolean onlyFaultless, Set<UUID> overwritten) {
            return ask(
                    preparer,
                    () -> imports.confirm(at.returnId(), view.id(), view.basis(), onlyFaultless, overwritten));
        }

        List<ReturnSheet.Line> lines() {
            return ask(preparer, () -> returns.dossier(at.returnId())).sheet().lines();
        }

        @Nullable
        BigDecimal firms() {
            return lines().getFirst().content().value();
        }

        ImportRow row(String key) {
            return view().rows().stream()
                    .filter(row -> row.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static XSSFCell cell(XSSFSheet sheet, String key, int column) {
        for (var row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).toString().equals(key)) {
                XSSFCell found = (XSSFCell) row.getCell(column);
                return Objects.requireNonNull(found);
            }
        }
        throw new IllegalStateException(key + " is not on the sheet");
    }

    private static XSSFCell value(XSSFSheet sheet, String key) {
        return cell(sheet, key, ReturnTemplate.VALUE);
    }

    @Test
    void a_template_goes_out_is_filled_in_and_comes_back() {
        var story = new Story();
        byte[] file = story.filled(sheet -> {
            assertThat(value(sheet, "firms.value").getNumericCellValue()).isEqualTo(1000);
            value(sheet, "firms.value").setCellValue(1286);
            value(sheet, "share.numerator").setCellValue("９０");
            cell(sheet, "share.numerator", ReturnTemplate.NOTE).setCellValue("集中办理");
        });
        story.upload(file);
        ImportView view = story.view();
        assertThat(view.asked()).isEqualTo(4);
        assertThat(view.count(ImportVerdict.WRITABLE)).isEqualTo(2);
        assertThat(view.count(ImportVerdict.UNCHANGED)).isEqualTo(2);
        assertThat(story.firms())
                .as("nothing is written before the confirmation")
                .isEqualByComparingTo("1000");

        assertThat(story.confirm(view, false, Set.of())).isEqualTo(new ImportResult(3, 0));
        assertThat(story.firms()).isEqualByComparingTo("1286");
        assertThat(story.lines().get(1).content().value()).isEqualByComparingTo("90");
        assertThat(story.lines().get(1).content().note()).isEqualTo("集中办理");
        assertThat(story.ask(story.preparer, () -> imports.waiting(story.at.returnId())))
                .isEmpty();

        assertThat(story.confirm(view, false, Set.of())).as("pressed twice").isEqualTo(new ImportResult(3, 0));
        assertThat(story.lines().getFirst().valueEdition()).isEqualTo(2);
    }

    @Test
    void rows_that_are_wrong_hold_all_of_them_back_unless_left_out() {
        var story = new Story();
        story.upload(story.filled(sheet -> {
            value(sheet, "firms.value").setCellValue("很多");
            value(sheet, "share.numerator").setCellValue(90);
        }));
        ImportView view = story.view();
        assertThat(view.count(ImportVerdict.FAULTY)).isEqualTo(1);
        assertThatThrownBy(() -> story.confirm(view, false, Set.of())).hasMessageContaining("exchange.refused.faults");
        assertThat(story.lines().get(1).content().value()).isEqualByComparingTo("80");
        assertThat(story.confirm(view, true, Set.of())).isEqualTo(new ImportResult(1, 1));
        assertThat(story.firms()).isEqualByComparingTo("1000");
        assertThat(story.lines().get(1).content().value()).isEqualByComparingTo("90");
    }

    @Test
    void what_somebody_else_wrote_meanwhile_stays_unless_chosen_otherwise() {
        var story = new Story();
        byte[] file = story.filled(sheet -> {
            value(sheet, "firms.value").setCellValue(1286);
            value(sheet, "share.numerator").setCellValue(90);
        });
        ReturnSheet.Line firms = story.lines().getFirst();
        story.as(
                story.other,
                () -> entries.enterAll(
                        story.at.returnId(), List.of(new Typed(firms.id(), false, "1111", firms.valueEdition()))));
        story.upload(file);
        ImportView view = story.view();
        assertThat(view.count(ImportVerdict.CONFLICT)).isEqualTo(1);
        assertThat(story.confirm(view, false, Set.of())).isEqualTo(new ImportResult(1, 1));
        assertThat(story.firms()).isEqualByComparingTo("1111");

        story.upload(file);
        assertThat(story.confirm(story.view(), false, Set.of(firms.id()))).isEqualTo(new ImportResult(1, 0));
        assertThat(story.firms()).isEqualByComparingTo("1286");
    }

    @Test
    void what_changed_after_the_look_is_looked_at_again() {
        var story = new Story();
        story.upload(story.filled(sheet -> value(sheet, "share.numerator").setCellValue(90)));
        ImportView view = story.view();
        ReturnSheet.Line firms = story.lines().getFirst();
        story.as(
                story.other,
                () -> entries.enterAll(
                        story.at.returnId(), List.of(new Typed(firms.id(), false, "1111", firms.valueEdition()))));
        assertThatThrownBy(() -> story.confirm(view, false, Set.of()))
                .hasMessageContaining("exchange.refused.changed-meanwhile");
        assertThat(story.confirm(story.view(), false, Set.of()))
                .as("what the other one wrote is left alone")
                .isEqualTo(new ImportResult(1, 1));
        assertThat(story.firms()).isEqualByComparingTo("1111");
    }

    @Test
    void a_template_of_somewhere_else_or_changed_by_hand_is_refused() {
        var story = new Story();
        byte[] file = story.template();
        byte[] foreign = new Story().template();
        assertRefused(story, foreign, "exchange.refused.other-city");
        assertRefused(story, Workbooks.plain(), "exchange.refused.no-template");
        assertRefused(
                story,
                Workbooks.inPart(file, "docProps/custom.xml", story.at.city().code(), "elsewhere"),
                "exchange.refused.tampered");
        assertRefused(
                story,
                Workbooks.inPart(
                        file, "docProps/custom.xml", "name=\"fledge.line.firms.value\"", "name=\"fledge.line.x\""),
                "exchange.refused.tampered");
        assertRefused(
                story,
                Workbooks.edited(file, workbook -> {
                    workbook.createSheet("空");
                    workbook.removeSheetAt(0);
                }),
                "exchange.refused.no-rows");
        assertThat(story.ask(story.preparer, () -> imports.waiting(story.at.returnId())))
                .isEmpty();
    }

    private static void assertRefused(Story story, byte[] file, String key) {
        assertThatThrownBy(() -> story.upload(file))
                .isInstanceOfSatisfying(
                        RuleRefused.class,
                        refused ->
                                assertThat(refused.reasons().getFirst().key()).isEqualTo(key));
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                row(
                        "a formula",
                        "exchange.fault.formula",
                        sheet -> value(sheet, "firms.value").setCellFormula("1+1")),
                row(
                        "an error",
                        "exchange.fault.error",
                        sheet -> value(sheet, "firms.value").setCellErrorValue((byte) 23)),
                row("merged", "exchange.fault.merged", sheet -> {
                    int at = value(sheet, "firms.value").getRowIndex();
                    sheet.addMergedRegion(new CellRangeAddress(at, at, ReturnTemplate.VALUE, ReturnTemplate.NOTE));
                    value(sheet, "firms.value").setCellValue(7);
                }),
                row("a date", "exchange.fault.date", sheet -> {
                    var style = sheet.getWorkbook().createCellStyle();
                    style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy-mm-dd"));
                    value(sheet, "firms.value").setCellValue(LocalDate.of(2026, 9, 30));
                    value(sheet, "firms.value").setCellStyle(style);
                }),
                row(
                        "1e309 as text",
                        "monitoring.entry.notANumber",
                        sheet -> value(sheet, "firms.value").setCellValue("1e309")),
                row(
                        "forty decimals",
                        "monitoring.entry.notWhole",
                        sheet -> value(sheet, "firms.value").setCellValue("1." + "1".repeat(40))),
                row("percent in a count", "monitoring.entry.unitMismatch", sheet -> {
                    var style = sheet.getWorkbook().createCellStyle();
                    style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("0%"));
                    value(sheet, "firms.value").setCellValue(0.12);
                    value(sheet, "firms.value").setCellStyle(style);
                }),
                row(
                        "negative",
                        "monitoring.entry.negative",
                        sheet -> value(sheet, "firms.value").setCellValue(-1)),
                row(
                        "more than the whole",
                        "monitoring.finding.PART_GREATER_THAN_WHOLE",
                        sheet -> value(sheet, "share.numerator").setCellValue(101)),
                row(
                        "the measure",
                        "exchange.fault.measure-changed",
                        sheet -> cell(sheet, "firms.value", ReturnTemplate.MEASURE)
                                .setCellValue("万个")),
                row(
                        "another code",
                        "exchange.fault.unknown-key",
                        sheet -> cell(sheet, "firms.value", ReturnTemplate.KEY).setCellValue("flats.value")),
                row(
                        "two rows for one figure",
                        "exchange.fault.twice",
                        sheet -> cell(sheet, "words.text", ReturnTemplate.KEY).setCellValue("firms.value")),
                row(
                        "a row below",
                        "exchange.fault.no-key",
                        sheet -> sheet.createRow(sheet.getLastRowNum() + 1)
                                .createCell(ReturnTemplate.VALUE)
                                .setCellValue(5)),
                row(
                        "a long note",
                        "monitoring.refused.too-long",
                        sheet -> cell(sheet, "firms.value", ReturnTemplate.NOTE).setCellValue("长".repeat(2001))));
    }

    private static Arguments row(String what, String key, Consumer<XSSFSheet> spoil) {
        return Arguments.of(what, key, spoil);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("spoilt")
    void a_spoilt_row_says_what_is_wrong_and_nothing_is_written(String what, String key, Consumer<XSSFSheet> spoil) {
        var story = new Story();
        story.upload(story.filled(spoil));
        ImportView view = story.view();
        assertThat(view.rows().stream()
                        .filter(row -> row.verdict() == ImportVerdict.FAULTY)
                        .flatMap(row -> row.faults().stream())
                        .map(reason -> reason.key()))
                .as(what)
                .contains(key);
        assertThatThrownBy(() -> story.confirm(view, false, Set.of())).isInstanceOf(RuleRefused.class);
        assertThat(story.lines())
                .extracting(line -> line.valueEdition())
                .as("nothing is half-written")
                .containsOnly(1);
    }

    @Test
    void a_number_beyond_every_number_is_refused() {
        var story = new Story();
        byte[] file = story.filled(sheet -> value(sheet, "firms.value").setCellValue(4242));
        story.upload(Workbooks.inPart(file, "xl/worksheets/sheet1.xml", "<v>4242.0</v>", "<v>1e309</v>"));
        assertThat(story.row("firms.value").faults())
                .singleElement()
                .satisfies(reason -> assertThat(reason.key()).isEqualTo("monitoring.entry.notANumber"));
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("0 bytes", new byte[0], "empty"),
                Arguments.of("text", "名称,数值".getBytes(StandardCharsets.UTF_8), "no-workbook"),
                Arguments.of("Excel 97", Workbooks.old(), "old-format"),
                Arguments.of("macros", Workbooks.withMacros(Workbooks.plain()), "macros"),
                Arguments.of("encrypted", Workbooks.encrypted(Workbooks.plain()), "encrypted"),
                Arguments.of("a bomb", Workbooks.bomb(Workbooks.plain(), 200), "bomb"),
                Arguments.of("too large", new byte[(int) ImportService.LIMITS.bytes() + 1], "too-large"),
                Arguments.of("ten thousand rows and one", rows(10_001), "rows"));
    }

    private static byte[] rows(int rows) {
        return Workbooks.made(workbook ->
                workbook.createSheet("表").createRow(rows - 1).createCell(0).setCellValue("x"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("files")
    void a_file_that_is_no_workbook_of_ours_is_refused_with_its_reason(String what, byte[] file, String reason) {
        var story = new Story();
        assertRefused(story, file, "sheets.refused." + reason);
        assertThat(story.ask(story.preparer, () -> imports.waiting(story.at.returnId())))
                .as(what)
                .isEmpty();
    }

    @Test
    void the_own_file_comes_back_with_red_cells_and_verdicts() throws IOException {
        var story = new Story();
        byte[] file = Workbooks.edited(story.template(), workbook -> {
            value(workbook.getSheetAt(0), "firms.value").setCellValue("很多");
            value(workbook.getSheetAt(0), "share.numerator").setCellValue(90);
            workbook.createSheet("底稿").createRow(2).createCell(3).setCellFormula("1+2");
        });
        story.upload(file);
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        byte[] back = story.ask(story.preparer, () -> imports.remarked(story.at.returnId()))
                .orElseThrow()
                .content();
        LocaleContextHolder.resetLocaleContext();
        try (var before = new XSSFWorkbook(new ByteArrayInputStream(file));
                var after = new XSSFWorkbook(new ByteArrayInputStream(back))) {
            XSSFSheet sheet = after.getSheetAt(0);
            assertThat(value(sheet, "firms.value").getStringCellValue()).isEqualTo("很多");
            assertThat(value(sheet, "firms.value").getCellComment().getString().getString())
                    .contains("须为数字");
            assertThat(cell(sheet, "firms.value", ReturnTemplate.RESULT).getStringCellValue())
                    .startsWith("有误");
            assertThat(cell(sheet, "share.numerator", ReturnTemplate.RESULT).getStringCellValue())
                    .startsWith("可写入");
            assertThat(after.getSheet("底稿").getCTWorksheet().xmlText())
                    .isEqualTo(before.getSheet("底稿").getCTWorksheet().xmlText());
        }
    }

    @Test
    void a_workbook_belongs_to_who_uploaded_it_and_a_signed_return_takes_none() {
        var story = new Story();
        story.upload(story.filled(sheet -> value(sheet, "firms.value").setCellValue(1286)));
        ImportView view = story.view();
        assertThat(story.ask(story.other, () -> imports.waiting(story.at.returnId())))
                .isEmpty();
        assertThatThrownBy(() -> story.ask(
                        story.other,
                        () -> imports.confirm(story.at.returnId(), view.id(), view.basis(), false, Set.of())))
                .hasMessageContaining("exchange.refused.gone");
        assertThatThrownBy(() -> story.ask(story.actor("certifier"), () -> imports.template(story.at.returnId())))
                .isInstanceOf(AccessDeniedException.class);

        Prepared signed = stages.at(Stage.AWAITING_SIGN_OFF);
        Actor preparer = CurrentCity.supply(signed.city(), () -> accounts.actorOf("preparer"));
        CurrentCity.run(
                signed.city(),
                () -> Actor.run(preparer, () -> {
                    byte[] file = imports.template(signed.returnId()).content();
                    assertThatThrownBy(() -> imports.upload(signed.returnId(), "填报.xlsx", file))
                            .hasMessageContaining("monitoring.refused.state");
                }));
    }
}
