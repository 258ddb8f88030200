package fledge.monitoring.rules;

import fledge.kernel.Labelled;
import fledge.kernel.Quarter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a year's sum may come to (预测), in base units; no report, and never added to one.
 *
 * <p>Straight line (按本年平均推算): the year so far × 4 / quarters reported; the band takes each quarter to come as weak as the
 * weakest and as strong as the strongest of this year. By last year (按上年进度推算): the year so far × last year's whole / last
 * year's same quarters; the band takes the quarters to come at the smallest and the largest of this year's quarterly ratios to
 * last year. Both ask for two or three quarters of this year from every unit, the second for last year's four on the same basis and
 * above zero. Ten decimals, half up. Example: 100 and 140 this year make 480, between 440 and 520; last year's 80, 100, 120, 100
 * make 240 × 400 / 180 = 533.33, between 240 + 220 × 1.25 = 515 and 240 + 220 × 1.4 = 548.
 */
public record Forecast(Method method, BigDecimal value, BigDecimal low, BigDecimal high) {

    /** How it was made. */
    public enum Method implements Labelled {
        STRAIGHT_LINE,
        LAST_YEAR;

        @Override
        public String labelKey() {
            return "monitoring.forecast." + name();
        }
    }

    private static final int DECIMALS = 10;

    /** Of a flow's year, from what was reported up to a quarter; empty where too little is known. */
    public static List<Forecast> ofYear(Compared.Series series, Quarter now) {
        List<BigDecimal> soFar = series.onBasisOf(now, now.year(), now.number());
        if (now.number() == 4 || soFar.size() < 2) {
            return List.of();
        }
        List<Forecast> forecasts = new ArrayList<>();
        forecasts.add(straight(soFar));
        List<BigDecimal> lastYear = series.onBasisOf(now, now.year() - 1, 4);
        if (lastYear.size() == 4 && lastYear.stream().allMatch(quarter -> quarter.signum() > 0)) {
            forecasts.add(asLastYear(soFar, lastYear));
        }
        return forecasts;
    }

    private static Forecast straight(List<BigDecimal> soFar) {
        BigDecimal sum = sum(soFar);
        BigDecimal left = BigDecimal.valueOf(4L - soFar.size());
        return new Forecast(
                Method.STRAIGHT_LINE,
                ratio(sum.multiply(BigDecimal.valueOf(4)), BigDecimal.valueOf(soFar.size())),
                sum.add(left.multiply(Collections.min(soFar))),
                sum.add(left.multiply(Collections.max(soFar))));
    }

    private static Forecast asLastYear(List<BigDecimal> soFar, List<BigDecimal> lastYear) {
        BigDecimal sum = sum(soFar);
        BigDecimal then = sum(lastYear.subList(0, soFar.size()));
        BigDecimal toCome = sum(lastYear.subList(soFar.size(), 4));
        List<BigDecimal> ratios = new ArrayList<>();
        for (int at = 0; at < soFar.size(); at++) {
            ratios.add(ratio(soFar.get(at), lastYear.get(at)));
        }
        return new Forecast(
                Method.LAST_YEAR,
                ratio(sum.multiply(then.add(toCome)), then),
                sum.add(toCome.multiply(Collections.min(ratios))),
                sum.add(toCome.multiply(Collections.max(ratios))));
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, DECIMALS, RoundingMode.HALF_UP);
    }
}
