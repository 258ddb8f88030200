package fledge.kernel;

import java.math.BigDecimal;

/**
 * A unit of measure (计量单位): how a number is shown and how it relates to the base unit it is stored in.
 *
 * <p>Stored by name. Value in base unit = shown value × factor; every factor is a power of ten, so both ways are exact.
 * Example: 2644.08 亿元 = 264,408,000,000 元.
 */
public enum Measure implements Labelled {
    COUNT("个", "count", 1, 0),
    HOUSEHOLDS("户", "households", 1, 0),
    WAN_HOUSEHOLDS("万户", "10,000 households", 10_000, 2),
    PERSONS("人", "persons", 1, 0),
    WAN_PERSONS("万人", "10,000 persons", 10_000, 2),
    PERSON_TIMES("人次", "attendances", 1, 0),
    WAN_PERSON_TIMES("万人次", "10,000 attendances", 10_000, 2),
    MACHINE_TIMES("台次", "instrument uses", 1, 0),
    BATCHES("批次", "batches", 1, 0),
    PERCENT("%", "%", 1, 2),
    PERCENTAGE_POINTS("个百分点", "percentage points", 1, 2),
    RATIO("倍", "times", 1, 2),
    CNY_YUAN("元", "yuan", 1, 2),
    CNY_WAN("万元", "10,000 yuan", 10_000, 2),
    CNY_YI("亿元", "100 million yuan", 100_000_000, 2),
    M2("平方米", "m²", 1, 2),
    WAN_M2("万平方米", "10,000 m²", 10_000, 2),
    MU("亩", "mu", 1, 2),
    MILESTONE("是/否", "yes/no", 1, 0),
    TEXT("文字", "text", 1, 0),
    YEARS("年", "years", 1, 0),
    MONTHS("个月", "months", 1, 0);

    private final String zh;
    private final String en;
    private final BigDecimal factor;
    private final int decimals;

    Measure(String zh, String en, long factor, int decimals) {
        this.zh = zh;
        this.en = en;
        this.factor = BigDecimal.valueOf(factor);
        this.decimals = decimals;
    }

    /** The symbol on Chinese pages. */
    public String zh() {
        return zh;
    }

    /** The symbol on English pages. */
    public String en() {
        return en;
    }

    /** How many base units one of this is. */
    public BigDecimal factor() {
        return factor;
    }

    /** The decimals a page shows unless the indicator says otherwise. */
    public int decimals() {
        return decimals;
    }

    /** The measure numbers of this one are stored in; two measures compare exactly when they share it. */
    public Measure canonical() {
        return switch (this) {
            case HOUSEHOLDS, WAN_HOUSEHOLDS -> COUNT;
            case WAN_PERSONS -> PERSONS;
            case WAN_PERSON_TIMES -> PERSON_TIMES;
            case CNY_WAN, CNY_YI -> CNY_YUAN;
            case WAN_M2 -> M2;
            default -> this;
        };
    }

    public BigDecimal toBase(BigDecimal shown) {
        return shown.multiply(factor);
    }

    public BigDecimal fromBase(BigDecimal base) {
        return base.divide(factor);
    }

    /** Whether a number is entered, rather than a yes or a sentence. */
    public boolean isNumeric() {
        return this != MILESTONE && this != TEXT;
    }

    /** Whether it is money, stored in yuan. */
    public boolean isMoney() {
        return canonical() == CNY_YUAN;
    }

    /** Whether the base unit cannot be halved: there is no half an enterprise. */
    public boolean isWhole() {
        return switch (canonical()) {
            case COUNT, PERSONS, PERSON_TIMES, MACHINE_TIMES, BATCHES -> true;
            default -> false;
        };
    }

    @Override
    public String labelKey() {
        return "measure." + name();
    }
}
