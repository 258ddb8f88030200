package fledge.tenancy;

import fledge.kernel.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A city as it is described when it joins; the code is the first part of its addresses and never changes. */
public record NewCity(
        String code,
        String nameZh,
        String nameEn,
        String provinceZh,
        String provinceEn,
        String divisionCode,
        String hue,
        String sponsor,
        String host,
        String contactPhone) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final Pattern DIVISION = Pattern.compile("[0-9]{6}");
    private static final Pattern HUE = Pattern.compile("#[0-9a-f]{6}");
    private static final int LONGEST = 60;

    List<Reason> whyUnfit(boolean codeTaken) {
        var reasons = new ArrayList<Reason>();
        if (!CODE.matcher(code).matches() || CityPathFilter.isShared(code)) {
            reasons.add(Reason.on("code", "tenancy.city.code-shape"));
        } else if (codeTaken) {
            reasons.add(Reason.on("code", "tenancy.city.code-taken"));
        }
        if (!DIVISION.matcher(divisionCode).matches()) {
            reasons.add(Reason.on("divisionCode", "tenancy.city.division-shape"));
        }
        if (!HUE.matcher(hue).matches()) {
            reasons.add(Reason.on("hue", "tenancy.city.hue-shape"));
        }
        name("nameZh", nameZh, reasons);
        name("nameEn", nameEn, reasons);
        name("provinceZh", provinceZh, reasons);
        name("provinceEn", provinceEn, reasons);
        name("sponsor", sponsor, reasons);
        name("host", host, reasons);
        name("contactPhone", contactPhone, reasons);
        return reasons;
    }

    private static void name(String field, String value, List<Reason> reasons) {
        if (value.isBlank() || value.length() > LONGEST) {
            reasons.add(Reason.on(field, "tenancy.city.name-length", LONGEST));
        }
    }
}
