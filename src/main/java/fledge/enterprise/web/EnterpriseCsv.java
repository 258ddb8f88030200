package fledge.enterprise.web;

import fledge.enterprise.EnterpriseExport;
import fledge.enterprise.EnterpriseFilter;
import fledge.enterprise.EnterpriseLine;
import fledge.enterprise.Industries;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.ui.CsvText;
import fledge.ui.Formats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The list of enterprises as a CSV file, written as it is read. */
@Component
class EnterpriseCsv {

    private static final List<String> COLUMNS =
            List.of("creditCode", "name", "industryCode", "industry", "district", "size", "year", "status", "sample");

    private final EnterpriseExport exports;
    private final Industries industries;
    private final UnitService units;
    private final Formats formats;

    EnterpriseCsv(EnterpriseExport exports, Industries industries, UnitService units, Formats formats) {
        this.exports = exports;
        this.industries = industries;
        this.units = units;
        this.formats = formats;
    }

    void write(EnterpriseFilter filter, Writer file) throws IOException {
        Map<UUID, UnitView> unitsById = units.byId();
        file.write(CsvText.UTF_8_MARK);
        file.write(line(COLUMNS.stream().map(column -> formats.text("enterprise.export." + column))));
        exports.walk(filter, enterprise -> {
            try {
                file.write(line(cells(enterprise, unitsById)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        file.flush();
    }

    private Stream<String> cells(EnterpriseLine enterprise, Map<UUID, UnitView> unitsById) {
        UnitView district = unitsById.get(enterprise.districtId());
        return Stream.of(
                enterprise.creditCode(),
                enterprise.nameZh(),
                enterprise.industryCode(),
                industries.one(enterprise.industryCode()).name(formats.locale()),
                district == null ? "" : district.name(formats.locale()),
                formats.text(enterprise.size()),
                Objects.toString(enterprise.sizeYear(), ""),
                formats.text(enterprise.status()),
                enterprise.sample() ? formats.text("enterprise.sample") : "");
    }

    private static String line(Stream<String> cells) {
        return cells.map(CsvText::quoted).collect(Collectors.joining(",")) + "\r\n";
    }
}
