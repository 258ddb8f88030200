package fledge.template.rules;

import fledge.kernel.Period;
import fledge.kernel.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statutory head of a form (表头): its number (表号), who made it (制表机关), the number under which it was approved or put on
 * record (批准文号, 备案文号), and the last day it may be used (有效期至).
 *
 * <p>Respondents outside the administration may refuse a form that lacks one of the four, so none is sent to them; and nobody is
 * sent a form for a period that ends after its last day. Inside the administration the head may stay empty. Example: a form valid
 * until 2026-06-30 may ask for 2026Q2, and no longer for 2026Q3. Clause: Statistics Law, the article on the marks of a survey form.
 */
public record TemplateHead(
        String formCode,
        String issuer,
        String approvalNo,
        @Nullable LocalDate validUntil) {

    /** A form without a head. */
    public static final TemplateHead NONE = new TemplateHead("", "", "", null);

    /** What is missing for those respondents, field by field. */
    public List<Reason> missing(Respondents respondents) {
        var reasons = new ArrayList<Reason>();
        if (respondents == Respondents.OUTSIDE) {
            require(reasons, "formCode", !formCode.isEmpty());
            require(reasons, "issuer", !issuer.isEmpty());
            require(reasons, "approvalNo", !approvalNo.isEmpty());
            require(reasons, "validUntil", validUntil != null);
        }
        return reasons;
    }

    /** Why the form may not ask those respondents for that period; empty where it may. */
    public List<Reason> refusals(Respondents respondents, Period period) {
        List<Reason> reasons = missing(respondents);
        if (validUntil != null && validUntil.isBefore(period.end())) {
            reasons.add(Reason.on("validUntil", "template.refused.no-longer-valid", validUntil.toString(), period));
        }
        return reasons;
    }

    private static void require(List<Reason> reasons, String field, boolean given) {
        if (!given) {
            reasons.add(Reason.on(field, "template.refused.head." + field));
        }
    }
}
