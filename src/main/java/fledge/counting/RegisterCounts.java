package fledge.counting;

import fledge.base.IntentionCount;
import fledge.base.RecognisedName;
import fledge.base.RecognitionCounts;
import fledge.enterprise.GrowthCounts;
import fledge.enterprise.GrowthKind;
import fledge.enterprise.GrowthMonth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks the register that knows a fact; both days are included. */
@Component
class RegisterCounts {

    private final GrowthCounts growth;
    private final RecognitionCounts recognitions;

    RegisterCounts(GrowthCounts growth, RecognitionCounts recognitions) {
        this.growth = growth;
        this.recognitions = recognitions;
    }

    /** Each register is asked once, however many facts are wanted; steps of growth by whole months, for none is recorded ahead. */
    Map<CountedFact, List<FactMonth>> months(Set<CountedFact> facts, LocalDate from, LocalDate to) {
        Set<GrowthKind> kinds = kinds(facts, CountedFact::growth);
        Map<GrowthKind, List<GrowthMonth>> grown = kinds.isEmpty()
                ? Map.of()
                : growth.months(kinds, YearMonth.from(from), YearMonth.from(to)).stream()
                        .collect(Collectors.groupingBy(GrowthMonth::kind));
        Set<IntentionCount> counted = kinds(facts, CountedFact::recognition);
        Map<IntentionCount, List<RecognisedName>> recognised =
                counted.isEmpty() ? Map.of() : recognitions.names(counted, from, to);
        var months = new EnumMap<CountedFact, List<FactMonth>>(CountedFact.class);
        for (CountedFact fact : facts) {
            months.put(
                    fact,
                    fact.growth()
                            .map(kind -> growth(grown.getOrDefault(kind, List.of())))
                            .orElseGet(() -> recognitions(Objects.requireNonNull(
                                    recognised.get(fact.recognition().orElseThrow())))));
        }
        return months;
    }

    private static <K> Set<K> kinds(Collection<CountedFact> facts, Function<CountedFact, Optional<K>> kind) {
        return facts.stream().flatMap(fact -> kind.apply(fact).stream()).collect(Collectors.toSet());
    }

    private static List<FactMonth> growth(List<GrowthMonth> grown) {
        return grown.stream()
                .map(one -> new FactMonth(one.districtId(), one.month(), one.steps()))
                .toList();
    }

    private static List<FactMonth> recognitions(List<RecognisedName> recognised) {
        return recognised.stream()
                .map(one -> new FactMonth(one.zoneId(), YearMonth.from(one.from()), 1))
                .toList();
    }

    /** So many from a place on, counted from 0, the newest first. */
    List<FactName> names(CountedFact fact, LocalDate from, LocalDate to, int offset, int rows) {
        return fact.growth()
                .map(kind -> growth.names(kind, from, to, offset, rows).stream()
                        .map(one -> new FactName(
                                one.enterpriseId(),
                                one.nameZh(),
                                "",
                                one.districtId(),
                                one.happenedOn(),
                                one.evidence()))
                        .toList())
                .orElseGet(() -> {
                    IntentionCount counted = fact.recognition().orElseThrow();
                    return Objects.requireNonNull(recognitions
                                    .names(Set.of(counted), from, to)
                                    .get(counted))
                            .stream()
                            .skip(offset)
                            .limit(rows)
                            .map(one -> new FactName(
                                    one.baseId(),
                                    one.nameZh(),
                                    one.nameEn(),
                                    one.zoneId(),
                                    one.from(),
                                    one.documentNo()))
                            .toList();
                });
    }
}
