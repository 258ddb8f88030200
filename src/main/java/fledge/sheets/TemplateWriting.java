package fledge.sheets;

import fledge.sheets.WorkbookTemplate.Cell;
import fledge.sheets.WorkbookTemplate.Entry;
import fledge.sheets.WorkbookTemplate.Formula;
import fledge.sheets.WorkbookTemplate.Look;
import fledge.sheets.WorkbookTemplate.Sheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.officeDocument.x2006.customProperties.CTProperty;

/** Writes a template: protected but for its coloured cells, with hints and choices, and its identity sealed in its properties. */
final class TemplateWriting {

    /** Before the names of our own among the workbook's properties. */
    static final String PREFIX = "fledge.";

    static final String SEAL = "seal";

    /** The ids before it are the format's own. */
    private static final int FIRST_PROPERTY = 2;

    private static final String FONT = "宋体";
    private static final byte[] YELLOW = {(byte) 0xFF, (byte) 0xF7, (byte) 0xCC};
    private static final byte[] AMBER = {(byte) 0xFB, (byte) 0xD9, (byte) 0x9B};
    private static final byte[] SHADE = {(byte) 0xE8, (byte) 0xEE, (byte) 0xF5};
    private static final byte[] LIGHT = {(byte) 0xF5, (byte) 0xF6, (byte) 0xF8};
    private static final byte[] LINE = {(byte) 0xBF, (byte) 0xC6, (byte) 0xCF};

    /** What a workbook keeps of a number. */
    private static final int MOST_DIGITS = 15;

    /** Longer hints are cut by the program that shows them. */
    private static final int LONGEST_HINT = 255;

    private static final int LONGEST_HINT_TITLE = 32;

    /** The library loads the types of properties at their first use, and two that come at once find them half loaded. */
    private static final Object TYPES = new Object();

    private final WorkbookTemplate template;
    private final IdentitySeal seal;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<Look, XSSFCellStyle> styles = new EnumMap<>(Look.class);

    /** By decimals. */
    private final Map<Integer, XSSFCellStyle> numbers = new HashMap<>();

    private boolean hasFormulas;

    TemplateWriting(WorkbookTemplate template, IdentitySeal seal) {
        this.template = template;
        this.seal = seal;
    }

    byte[] write() {
        try (workbook;
                var bytes = new ByteArrayOutputStream()) {
            for (Look look : Look.values()) {
                styles.put(look, style(look));
            }
            template.sheets().forEach(this::sheet);
            if (hasFormulas) {
                // Their results are stored for whatever shows a file without reckoning, and reckoned anew when it is
                // opened.
                XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
                workbook.setForceFormulaRecalculation(true);
            }
            identify();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All at once: asked to add them one by one, the library looks through all there are for each of thousands. */
    private void identify() {
        var named = new TreeMap<>(template.identity());
        named.put(SEAL, seal.of(template.identity()));
        synchronized (TYPES) {
            setProperties(named);
        }
    }

    private void setProperties(Map<String, String> named) {
        var properties = new ArrayList<CTProperty>();
        named.forEach((name, value) -> {
            CTProperty property = CTProperty.Factory.newInstance();
            property.setFmtid(POIXMLProperties.CustomProperties.FORMAT_ID);
            property.setPid(FIRST_PROPERTY + properties.size());
            property.setName(PREFIX + name);
            property.setLpwstr(value);
            properties.add(property);
        });
        workbook.getProperties()
                .getCustomProperties()
                .getUnderlyingProperties()
                .setPropertyArray(properties.toArray(CTProperty[]::new));
    }

    private void sheet(Sheet made) {
        XSSFSheet sheet = workbook.createSheet(made.name());
        for (int column = 0; column < made.widths().size(); column++) {
            sheet.setColumnWidth(column, made.widths().get(column) * 256);
        }
        for (int number = 0; number < made.rows().size(); number++) {
            row(sheet, sheet.createRow(number), made.rows().get(number));
        }
        if (made.frozenRows() > 0 || made.frozenColumns() > 0) {
            sheet.createFreezePane(made.frozenColumns(), made.frozenRows());
        }
        // Against slips, not against a purpose: what comes back is checked. A password that nobody knows says so.
        sheet.protectSheet(UUID.randomUUID().toString());
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.setDisplayGridlines(false);
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(made.widths().size() > 4);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        if (made.frozenRows() > 0) {
            sheet.setRepeatingRows(new CellRangeAddress(0, made.frozenRows() - 1, -1, -1));
        }
    }

    private void row(XSSFSheet sheet, XSSFRow row, List<Cell> cells) {
        int column = 0;
        for (Cell made : cells) {
            XSSFCell cell = row.createCell(column);
            cell.setCellStyle(styles.get(made.look()));
            if (made.value() instanceof Formula formula) {
                cell.setCellFormula(formula.text());
                cell.setCellStyle(numbers.computeIfAbsent(formula.decimals(), this::number));
                hasFormulas = true;
            } else if (made.value() instanceof BigDecimal number && number.precision() <= MOST_DIGITS) {
                cell.setCellValue(number.doubleValue());
                if (made.look() == Look.NUMBER) {
                    cell.setCellStyle(numbers.computeIfAbsent(Math.max(0, number.scale()), this::number));
                }
            } else if (made.value() instanceof BigDecimal number) {
                cell.setCellValue(number.toPlainString());
            } else {
                cell.setCellValue(made.value().toString());
            }
            if (made.span() > 1) {
                sheet.addMergedRegion(
                        new CellRangeAddress(row.getRowNum(), row.getRowNum(), column, column + made.span() - 1));
            }
            if (made.entry() != null) {
                guide(sheet, new CellRangeAddressList(row.getRowNum(), row.getRowNum(), column, column), made.entry());
            }
            column += made.span();
        }
        if (!cells.isEmpty() && cells.getFirst().look() == Look.TITLE) {
            row.setHeightInPoints(30);
        }
    }

    private static void guide(XSSFSheet sheet, CellRangeAddressList where, Entry entry) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidationConstraint constraint = entry.choices().isEmpty()
                ? helper.createTextLengthConstraint(
                        DataValidationConstraint.OperatorType.LESS_OR_EQUAL, entry.lines() ? "2000" : "60", null)
                : helper.createExplicitListConstraint(entry.choices().toArray(String[]::new));
        DataValidation validation = helper.createValidation(constraint, where);
        String title = cut(entry.title(), LONGEST_HINT_TITLE);
        validation.setEmptyCellAllowed(true);
        validation.setSuppressDropDownArrow(!entry.choices().isEmpty());
        validation.createPromptBox(title, cut(entry.hint(), LONGEST_HINT));
        validation.setShowPromptBox(true);
        validation.createErrorBox(title, cut(entry.hint(), LONGEST_HINT));
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private XSSFCellStyle style(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(look != Look.TITLE && look != Look.NUMBER);
        style.setLocked(!look.isOpen());
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) (look == Look.TITLE ? 16 : 11));
        font.setBold(look == Look.TITLE || look == Look.HEAD || look == Look.GROUP);
        style.setFont(font);
        switch (look) {
            case TITLE -> {}
            case FAINT -> font.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
            case HEAD -> {
                fill(style, SHADE);
                style.setAlignment(HorizontalAlignment.CENTER);
            }
            case GROUP -> fill(style, LIGHT);
            case NUMBER -> style.setAlignment(HorizontalAlignment.RIGHT);
            case ENTRY -> fill(style, YELLOW);
            case PINNED -> fill(style, AMBER);
            case TEXT -> {}
        }
        if (look != Look.TITLE && look != Look.FAINT) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            var line = new XSSFColor(LINE, null);
            style.setTopBorderColor(line);
            style.setBottomBorderColor(line);
            style.setLeftBorderColor(line);
            style.setRightBorderColor(line);
        }
        return style;
    }

    /** With all its decimals, so that a large one is never shown as 2.6E+11. */
    private XSSFCellStyle number(int decimals) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(styles.get(Look.NUMBER));
        style.setDataFormat(
                workbook.createDataFormat().getFormat("#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals))));
        return style;
    }

    private static void fill(XSSFCellStyle style, byte[] colour) {
        style.setFillForegroundColor(new XSSFColor(colour, null));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
}
