package fledge.sheets;

import fledge.sheets.WorkbookContent.Seal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.xmlbeans.XmlException;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a workbook as a stream; the parser takes no document type, so no entity of its own. */
final class WorkbookReading {

    private final WorkbookLimits limits;
    private final IdentitySeal seal;
    private final WorkbookWorker.Deadline deadline;

    WorkbookReading(WorkbookLimits limits, IdentitySeal seal, WorkbookWorker.Deadline deadline) {
        this.limits = limits;
        this.seal = seal;
        this.deadline = deadline;
    }

    WorkbookContent read(byte[] file) {
        return opened(file, workbook -> {
            Map<String, String> identity = properties(workbook);
            String sealed = identity.remove(TemplateWriting.SEAL);
            return new WorkbookContent(
                    Map.copyOf(identity),
                    sealed == null ? Seal.MISSING : seal.fits(identity, sealed) ? Seal.GENUINE : Seal.BROKEN,
                    sheets(workbook));
        });
    }

    /** Hands on the rows of the first sheet one by one; none of them is kept. */
    void rows(byte[] file, Consumer<TableRow> rows) {
        try {
            opened(file, workbook -> {
                var parts = new Parts(workbook);
                if (!parts.sheets.hasNext()) {
                    throw new WorkbookRefused("damaged");
                }
                try (InputStream sheet = parts.sheets.next()) {
                    parse(sheet, parts.reading(limits.cells(), new RowsInTurn(rows)));
                }
                return true;
            });
        } catch (RowsInTurn.Stopped stopped) {
            throw stopped.why();
        }
    }

    /** Work on an opened workbook. */
    private interface Work<T> {
        T on(OPCPackage workbook)
                throws IOException, OpenXML4JException, SAXException, ParserConfigurationException, XmlException;
    }

    private static <T> T opened(byte[] file, Work<T> work) {
        try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(file))) {
            return work.on(workbook);
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | XmlException
                | OpenXML4JRuntimeException
                | POIXMLException
                | RecordFormatException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException
                | ClassCastException e) {
            // The library meets a broken file with whatever exception it trips over.
            throw new WorkbookRefused("damaged");
        }
    }

    private static Map<String, String> properties(OPCPackage workbook)
            throws IOException, OpenXML4JException, XmlException {
        var found = new TreeMap<String, String>();
        for (var property : new POIXMLProperties(workbook)
                .getCustomProperties()
                .getUnderlyingProperties()
                .getPropertyArray()) {
            if (property.getName().startsWith(TemplateWriting.PREFIX) && property.isSetLpwstr()) {
                found.put(property.getName().substring(TemplateWriting.PREFIX.length()), property.getLpwstr());
            }
        }
        return found;
    }

    private List<SheetContent> sheets(OPCPackage workbook)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var parts = new Parts(workbook);
        var sheets = new ArrayList<SheetContent>();
        int left = limits.cells();
        while (parts.sheets.hasNext()) {
            try (InputStream sheet = parts.sheets.next()) {
                var cells = new LinkedHashMap<CellPosition, CellText>();
                SheetReading reading = parts.reading(left, cells::put);
                parse(sheet, reading);
                sheets.add(new SheetContent(parts.sheets.getSheetName(), cells, reading.merged()));
                left -= reading.taken();
            }
        }
        return List.copyOf(sheets);
    }

    /** What every sheet of a workbook is read with. */
    private final class Parts {

        final XSSFReader.SheetIterator sheets;

        private final boolean since1904;
        private final ReadOnlySharedStringsTable texts;
        private final CellStyles styles;

        Parts(OPCPackage workbook) throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
            var reader = new XSSFReader(workbook);
            since1904 = since1904(reader);
            texts = new ReadOnlySharedStringsTable(workbook, false);
            styles = new CellStyles(reader.getStylesTable());
            if (!(reader.getSheetsData() instanceof XSSFReader.SheetIterator all)) {
                throw new WorkbookRefused("damaged");
            }
            sheets = all;
        }

        SheetReading reading(int mostCells, SheetReading.Cells cells) {
            return new SheetReading(
                    sheets.getSheetName(), limits, mostCells, texts, styles, since1904, deadline, cells);
        }
    }

    /** Workbooks from old Macintoshes count days from another year. */
    private static boolean since1904(XSSFReader reader)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var found = new DefaultHandler() {
            boolean yes;

            @Override
            public void startElement(String uri, String name, String qualified, Attributes attributes) {
                String value = attributes.getValue("date1904");
                yes |= name.equals("workbookPr") && value != null && (value.equals("1") || value.equals("true"));
            }
        };
        try (InputStream workbook = reader.getWorkbookData()) {
            parse(workbook, found);
        }
        return found.yes;
    }

    private static void parse(InputStream part, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader parser = XMLHelper.newXMLReader();
        parser.setContentHandler(handler);
        parser.parse(new InputSource(part));
    }
}
