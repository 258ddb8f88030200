package fledge.base.web;

import fledge.base.BaseEntry;
import fledge.base.BaseField;
import fledge.base.BaseKind;
import fledge.base.BaseLevel;
import fledge.base.BaseNumbers;
import fledge.base.BasePhase;
import fledge.base.rules.LandArea;
import fledge.kernel.Measure;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A base as typed: land in mu, floor in square metres, money in 万元. */
record BaseForm(
        @Nullable String version,
        @Nullable String nameZh,
        @Nullable String nameEn,
        @Nullable String kind,
        @Nullable String level,
        @Nullable String phase,
        @Nullable String operatorName,
        @Nullable String operatorUnit,
        @Nullable String zone,
        @Nullable String partOf,
        @Nullable String land,
        @Nullable String floor,
        @Nullable String floorDone,
        @Nullable String investmentTotal,
        @Nullable String investmentDone,
        @Nullable String note,
        @Nullable String document,
        @Nullable String line,
        @Nullable String quote) {

    BaseEntry read() {
        var typed = new Typed();
        BigDecimal mu = typed.optionalNumber(BaseField.LAND.input(), land);
        return typed.refuse(new BaseEntry(
                Typed.text(nameZh),
                Typed.text(nameEn),
                typed.choice("kind", kind, BaseKind.class),
                typed.optionalChoice("level", level, BaseLevel.class),
                typed.optionalChoice("phase", phase, BasePhase.class),
                Typed.text(operatorName),
                typed.optionalId("operatorUnit", operatorUnit),
                typed.optionalId("zone", zone),
                typed.optionalId("partOf", partOf),
                new BaseNumbers(
                        mu == null ? null : LandArea.squareMetres(mu),
                        typed.optionalNumber(BaseField.FLOOR.input(), floor),
                        typed.optionalNumber(BaseField.FLOOR_DONE.input(), floorDone),
                        yuan(typed.optionalNumber(BaseField.INVESTMENT_TOTAL.input(), investmentTotal)),
                        yuan(typed.optionalNumber(BaseField.INVESTMENT_DONE.input(), investmentDone))),
                Typed.text(note),
                typed.source(document, line, quote),
                false));
    }

    private static @Nullable BigDecimal yuan(@Nullable BigDecimal wan) {
        return wan == null ? null : Measure.CNY_WAN.toBase(wan);
    }

    /** The fields of a base as they stand in the form. */
    static Map<String, String> values(BaseEntry entry) {
        var values = new LinkedHashMap<String, String>();
        values.put("nameZh", entry.nameZh());
        values.put("nameEn", entry.nameEn());
        values.put("kind", entry.kind().name());
        values.put("level", Objects.toString(entry.level(), ""));
        values.put("phase", Objects.toString(entry.phase(), ""));
        values.put("operatorName", entry.operatorName());
        values.put("operatorUnit", id(entry.operatorUnitId()));
        values.put("zone", id(entry.zoneId()));
        values.put("partOf", id(entry.partOf()));
        BigDecimal land = entry.numbers().land();
        values.put(BaseField.LAND.input(), land == null ? "" : plain(LandArea.mu(land)));
        for (BaseField field : BaseField.values()) {
            BigDecimal number = entry.numbers().of(field);
            if (field != BaseField.LAND) {
                values.put(
                        field.input(),
                        number == null
                                ? ""
                                : plain(field.measure().isMoney() ? Measure.CNY_WAN.fromBase(number) : number));
            }
        }
        values.put("note", entry.note());
        values.put("document", entry.source().document());
        values.put("line", Objects.toString(entry.source().line(), ""));
        values.put("quote", entry.source().quote());
        return values;
    }

    private static String id(@Nullable UUID id) {
        return Objects.toString(id, "");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
