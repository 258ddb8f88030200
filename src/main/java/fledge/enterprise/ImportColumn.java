package fledge.enterprise;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.List;

/** The columns of an import, in the order of its template and of the rows that are kept. */
public enum ImportColumn implements Labelled {
    CREDIT_CODE("creditCode", true),
    NAME("nameZh", true),
    INDUSTRY("industryCode", true),
    DISTRICT("districtId", true),
    FOUNDED("foundedOn", true),
    ABOVE_SCALE("aboveScale", false),
    ABOVE_LIMIT("aboveLimit", false),
    YEAR("year", false),
    EMPLOYEES("employees", false),
    REVENUE("revenue", false),
    ASSETS("assets", false),
    SOURCE("source", false),
    CODE_REASON("codeReason", false);

    private final String field;
    private final boolean required;

    ImportColumn(String field, boolean required) {
        this.field = field;
        this.required = required;
    }

    /** The field of the form that says the same. */
    public String field() {
        return field;
    }

    /** Whether a file must have it. */
    public boolean required() {
        return required;
    }

    static ImportColumn of(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst()
                .orElseThrow();
    }

    static List<ImportColumn> all() {
        return List.of(values());
    }

    @Override
    public String labelKey() {
        return "enterprise.import.column." + field;
    }
}
