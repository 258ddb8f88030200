package fledge.enterprise;

import java.util.List;

/**
 * An enterprise that enters the register, with what is known of its years so far. {@code codeReason} says why a code is accepted
 * although its check character is wrong; empty where it is right. A sample is invented for demonstration.
 */
public record NewEnterprise(
        String creditCode,
        String codeReason,
        EnterpriseTerms terms,
        boolean sample,
        List<YearFigures> years,
        List<NewTag> tags,
        List<NewGrowth> growth) {

    public NewEnterprise {
        years = List.copyOf(years);
        tags = List.copyOf(tags);
        growth = List.copyOf(growth);
    }

    /** One of whom nothing more is known yet. */
    public static NewEnterprise of(String creditCode, String codeReason, EnterpriseTerms terms) {
        return new NewEnterprise(creditCode, codeReason, terms, false, List.of(), List.of(), List.of());
    }
}
