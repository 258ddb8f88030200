package fledge.demo;

import fledge.base.LedgerFigure;
import fledge.kernel.Measure;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Comparison;
import fledge.template.rules.Frequency;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a city's file says of its report forms, and of the statistics that its bases report by the month. */
final class FormPart {

    private FormPart() {}

    /** A version of the sample programme's form; every indicator is asked quarterly but those named. */
    record Version(
            String nameZh,
            String formCode,
            String issuerZh,
            String approvalNo,
            String validUntil,
            String from,
            List<Seldom> seldom) {

        Version {
            seldom = Lists.of(seldom);
        }
    }

    record Seldom(String indicator, Frequency frequency) {}

    /** A small programme of its own: a monthly form for bases. */
    record Monthly(
            String code,
            String nameZh,
            String nameEn,
            String noteZh,
            String noteEn,
            String formCode,
            String issuerZh,
            String approvalNo,
            String validUntil,
            List<String> units,
            List<Measured> indicators) {}

    /** What is measured; the series of a unit are its last months, the newest last; {@code ledger} is what the ledger of residents counts of it. */
    record Measured(
            String code,
            String nameZh,
            String nameEn,
            Measure measure,
            Comparison comparison,
            Accumulation accumulation,
            Frequency frequency,
            String definitionZh,
            String definitionEn,
            @Nullable LedgerFigure ledger,
            List<Series> history) {}

    record Series(String unit, List<@Nullable BigDecimal> values) {}
}
