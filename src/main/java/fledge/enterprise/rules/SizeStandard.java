package fledge.enterprise.rules;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of the standard by which enterprises are small (中小企业划型标准), with the time it is in force.
 *
 * <p>An enterprise has the highest size whose lower bounds all its metrics reach; micro is whoever has one metric below the small
 * bound. Bounds are included, nothing is rounded before it is compared, persons are whole and money is in fen. A metric that is not
 * known refuses a size, unless another one below the small bound proves micro. An industry the standard does not cover has no size.
 *
 * <p>Clause: 工信部联企业〔2011〕300号, article 4, and the note under the statistical table: 大型、中型和小型企业须同时满足所列指标的下限，
 * 否则下划一档；微型企业只须满足所列指标中的一项即可. Examples for industry: 299 persons and 5000 万元 are small, 300 persons and 2000 万元
 * are medium, 19 persons and 100,000 万元 are micro.
 *
 * @param until the last day it is in force, or null
 */
public record SizeStandard(
        String code, LocalDate from, @Nullable LocalDate until, Map<SizeIndustry, List<SizeBounds>> bounds) {

    public SizeStandard {
        bounds = Map.copyOf(bounds);
        for (SizeIndustry industry : SizeIndustry.values()) {
            if (!bounds.containsKey(industry)) {
                throw new IllegalArgumentException(code + " has no bounds for " + industry);
            }
        }
    }

    /** How one metric stands: to what is missing for the next size up, and by how much it lies above the bound of the present size. */
    public record Standing(
            SizeMetric metric,
            @Nullable Long value,
            @Nullable Long nextFloor,
            @Nullable Long missing,
            @Nullable Long ownFloor,
            @Nullable Long above) {}

    /** The size with everything that led to it; {@code next} is the size above, null where there is none. */
    public record Result(
            SizeClass size,
            @Nullable SizeIndustry industry,
            String standard,
            @Nullable SizeClass next,
            List<Standing> standings) {}

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /** The size by these figures; an industry of null is one the standard does not cover. */
    public Result classify(@Nullable SizeIndustry industry, SizeFigures figures) {
        if (industry == null) {
            return new Result(SizeClass.NOT_CLASSIFIED, null, code, null, List.of());
        }
        List<SizeBounds> asked = boundsOf(industry);
        SizeClass size = size(asked, figures);
        SizeClass next = size.above().orElse(null);
        return new Result(
                size,
                industry,
                code,
                next,
                asked.stream()
                        .map(bound -> standing(bound, figures.of(bound.metric()), size, next))
                        .toList());
    }

    private static SizeClass size(List<SizeBounds> asked, SizeFigures figures) {
        SizeClass lowest = SizeClass.LARGE;
        boolean incomplete = false;
        for (SizeBounds bound : asked) {
            Long value = figures.of(bound.metric());
            if (value == null) {
                incomplete = true;
            } else if (bound.reachedBy(value).compareTo(lowest) < 0) {
                lowest = bound.reachedBy(value);
            }
        }
        return incomplete && lowest != SizeClass.MICRO ? SizeClass.INCOMPLETE : lowest;
    }

    private static Standing standing(SizeBounds bound, @Nullable Long value, SizeClass size, @Nullable SizeClass next) {
        Long nextFloor = next == null ? null : bound.floorOf(next).orElse(null);
        Long ownFloor = bound.floorOf(size).orElse(null);
        return new Standing(
                bound.metric(),
                value,
                nextFloor,
                nextFloor == null || value == null ? null : Long.valueOf(Math.max(0, nextFloor - value)),
                ownFloor,
                ownFloor == null || value == null ? null : Long.valueOf(value - ownFloor));
    }

    private List<SizeBounds> boundsOf(SizeIndustry industry) {
        return Objects.requireNonNull(bounds.get(industry));
    }

    /**
     * Reads the versions from their table: a header, then lines of standard, from, until, industry, metric, and the small, medium
     * and large bound as printed, money in 万元.
     */
    public static List<SizeStandard> read(List<String> lines) {
        Map<String, Map<SizeIndustry, List<SizeBounds>>> bounds = new LinkedHashMap<>();
        Map<String, String[]> terms = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            SizeMetric metric = SizeMetric.valueOf(cells[4].toUpperCase(Locale.ROOT));
            long[] printed = Arrays.stream(cells, 5, 8)
                    .mapToLong(cell -> metric.toBase(Long.parseLong(cell)))
                    .toArray();
            terms.put(cells[0], cells);
            bounds.computeIfAbsent(cells[0], standard -> new EnumMap<>(SizeIndustry.class))
                    .merge(
                            SizeIndustry.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                            List.of(new SizeBounds(metric, printed[0], printed[1], printed[2])),
                            SizeStandard::both);
        }
        return terms.entrySet().stream()
                .map(standard -> new SizeStandard(
                        standard.getKey(),
                        LocalDate.parse(standard.getValue()[1]),
                        standard.getValue()[2].isEmpty() ? null : LocalDate.parse(standard.getValue()[2]),
                        Objects.requireNonNull(bounds.get(standard.getKey()))))
                .toList();
    }

    private static List<SizeBounds> both(List<SizeBounds> one, List<SizeBounds> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
