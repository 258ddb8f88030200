package fledge.base.web;

import fledge.base.BaseView;
import fledge.base.LedgerCount;
import fledge.base.LedgerSpan;
import fledge.base.NewResult;
import fledge.base.Precision;
import fledge.base.ResidencyLedger;
import fledge.base.ResultNature;
import fledge.base.ResultTopic;
import fledge.base.rules.PromiseRating;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a base promised beside what it reached, a row for each topic and year, with its light. Residents and jobs are counted by the
 * ledger wherever it has anybody; a typed number then stands beside it with the difference, and rates only what no ledger counts.
 */
@Component
class BaseGoals {

    private final ResidencyLedger ledger;
    private final BaseTexts texts;
    private final Formats formats;

    BaseGoals(ResidencyLedger ledger, BaseTexts texts, Formats formats) {
        this.ledger = ledger;
        this.texts = texts;
        this.formats = formats;
    }

    /** Without a promise there is no light. */
    record Row(
            String topic,
            @Nullable String year,
            @Nullable String promised,
            @Nullable String counted,
            @Nullable String countedOn,
            @Nullable String typed,
            @Nullable String difference,
            @Nullable String light,
            @Nullable String words,
            @Nullable String source) {}

    /** Who was in residence on a day, with their jobs as far as so many of them told. */
    private record OnDay(int residents, int jobs, int counted) {}

    private record Key(ResultTopic topic, @Nullable Integer year) {

        /** The day the year is judged by: its last one, or today; none where no year is named, or it has not begun. */
        @Nullable
        LocalDate day(LocalDate today) {
            return year == null || year > today.getYear()
                    ? null
                    : year == today.getYear() ? today : LocalDate.of(year, 12, 31);
        }
    }

    List<Row> rows(BaseView base, List<NewResult> written, LedgerCount now, LocalDate today) {
        Map<Key, List<NewResult>> byKey =
                written.stream().collect(Collectors.groupingBy(result -> new Key(result.topic(), result.year())));
        List<LedgerSpan> days = byKey.keySet().stream()
                .filter(key -> isCounted(key.topic()))
                .flatMap(key -> Stream.ofNullable(key.day(today)))
                .filter(day -> !day.equals(today))
                .distinct()
                .map(day -> new LedgerSpan(base.id(), day, day))
                .toList();
        Map<LocalDate, OnDay> counts = new HashMap<>();
        if (now.isKept()) {
            counts.put(today, new OnDay(now.residents(), now.jobs(), now.counted()));
            ledger.ofSpans(days)
                    .forEach((span, count) ->
                            counts.put(span.to(), new OnDay(count.residents(), count.jobs(), count.counted())));
        }
        return byKey.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Key, List<NewResult>> row) ->
                                row.getKey().topic())
                        .thenComparing(
                                row -> Objects.requireNonNullElse(row.getKey().year(), 0)))
                .map(row -> row(row.getKey(), row.getValue(), counts, today))
                .toList();
    }

    private static boolean isCounted(ResultTopic topic) {
        return topic == ResultTopic.ENTERPRISES || topic == ResultTopic.JOBS;
    }

    private Row row(Key key, List<NewResult> written, Map<LocalDate, OnDay> counts, LocalDate today) {
        NewResult promised = of(ResultNature.PROMISED, written);
        NewResult typed = of(ResultNature.REACHED, written);
        LocalDate day = key.day(today);
        BigDecimal counted = day == null ? null : counted(key.topic(), counts.get(day));
        BigDecimal reached = counted != null ? counted : typed == null ? null : typed.value();
        PromiseRating rating = promised == null
                ? null
                : PromiseRating.of(
                        promised.value(), promised.precision() == Precision.MORE_THAN, key.year(), reached, today);
        return new Row(
                formats.text(key.topic()),
                key.year() == null ? null : key.year().toString(),
                promised == null ? null : texts.result(promised),
                counted == null ? null : texts.number(counted, key.topic().measure()),
                counted == null || day == null ? null : day.toString(),
                typed == null ? null : texts.result(typed),
                counted == null || typed == null
                        ? null
                        : difference(typed.value().subtract(counted), key.topic()),
                rating == null ? null : rating.light().name(),
                rating == null ? null : formats.text(rating.words()),
                source(written));
    }

    /** Jobs are counted as soon as one resident says how many it has. */
    private static @Nullable BigDecimal counted(ResultTopic topic, @Nullable OnDay count) {
        if (count == null || !isCounted(topic) || (topic == ResultTopic.JOBS && count.counted() == 0)) {
            return null;
        }
        return BigDecimal.valueOf(topic == ResultTopic.JOBS ? count.jobs() : count.residents());
    }

    private String difference(BigDecimal difference, ResultTopic topic) {
        return difference.signum() == 0
                ? formats.text("base.result.agree")
                : (difference.signum() > 0 ? "+" : "") + texts.number(difference, topic.measure());
    }

    private static @Nullable NewResult of(ResultNature nature, List<NewResult> written) {
        return written.stream()
                .filter(result -> result.nature() == nature)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String source(List<NewResult> written) {
        return written.stream()
                .flatMap(result -> Stream.ofNullable(texts.source(result.source())))
                .distinct()
                .collect(Collectors.joining("；"));
    }
}
