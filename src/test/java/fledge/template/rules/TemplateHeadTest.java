package fledge.template.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.kernel.Month;
import fledge.kernel.Quarter;
import fledge.kernel.Reason;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TemplateHeadTest {

    private static final LocalDate MID_YEAR = LocalDate.of(2026, 6, 30);
    private static final TemplateHead WHOLE = new TemplateHead("表1", "某局", "某统备1号", MID_YEAR);

    @Test
    void outside_each_missing_mark_is_named() {
        assertThat(TemplateHead.NONE.missing(Respondents.OUTSIDE))
                .extracting(Reason::field)
                .containsExactly("formCode", "issuer", "approvalNo", "validUntil");
        assertThat(new TemplateHead("表1", "", "某统备1号", MID_YEAR).missing(Respondents.OUTSIDE))
                .extracting(Reason::key)
                .containsExactly("template.refused.head.issuer");
        assertThat(WHOLE.missing(Respondents.OUTSIDE)).isEmpty();
    }

    @Test
    void inside_the_head_may_stay_empty() {
        assertThat(TemplateHead.NONE.refusals(Respondents.INSIDE, new Quarter(2026, 3)))
                .isEmpty();
    }

    @Test
    void the_last_day_is_the_last_for_everybody() {
        for (Respondents respondents : Respondents.values()) {
            assertThat(WHOLE.refusals(respondents, new Quarter(2026, 2))).isEmpty();
            assertThat(WHOLE.refusals(respondents, new Month(2026, 6))).isEmpty();
            assertThat(WHOLE.refusals(respondents, new Month(2026, 7))).hasSize(1);
            assertThat(WHOLE.refusals(respondents, new Quarter(2026, 3)))
                    .containsExactly(Reason.on(
                            "validUntil", "template.refused.no-longer-valid", "2026-06-30", new Quarter(2026, 3)));
        }
    }
}
