package fledge.programme;

import fledge.kernel.Quarter;
import fledge.programme.rules.DefinitionHistory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A version of a definition.
 *
 * @param validFrom its first quarter; the first version has none
 * @param population among whom is counted
 * @param incomparable why past quarters cannot be put on the new basis, where they cannot
 * @param remark why it was sent back or withdrawn
 * @param bridge past quarters on both bases
 */
public record DefinitionView(
        UUID id,
        int version,
        UUID programmeId,
        UUID indicatorId,
        int number,
        @Nullable Quarter validFrom,
        Definition content,
        @Nullable String population,
        @Nullable String dataSource,
        @Nullable String legalBasis,
        @Nullable String reason,
        @Nullable String incomparable,
        DefinitionStatus status,
        @Nullable String remark,
        @Nullable UUID madeBy,
        Instant madeAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String documentNo,
        List<BridgedQuarter> bridge) {

    public DefinitionView {
        bridge = List.copyOf(bridge);
    }

    public @Nullable String text(Locale locale) {
        return in(locale, content.text());
    }

    public @Nullable String numerator(Locale locale) {
        return in(locale, content.numerator());
    }

    public @Nullable String denominator(Locale locale) {
        return in(locale, content.denominator());
    }

    private static @Nullable String in(Locale locale, @Nullable Bilingual text) {
        return text == null ? null : text.in(locale);
    }

    boolean holdsIn(Quarter quarter) {
        return validFrom == null || validFrom.compareTo(quarter) <= 0;
    }

    DefinitionHistory.Basis basis() {
        return new DefinitionHistory.Basis(
                number,
                validFrom,
                bridge.stream().collect(Collectors.toMap(BridgedQuarter::quarter, BridgedQuarter::newValue)));
    }

    /** Its status on a day in that quarter: of what is approved the latest whose time has come is in force. */
    public DefinitionStatus statusIn(Quarter now, List<DefinitionView> approved) {
        if (status != DefinitionStatus.APPROVED || !holdsIn(now)) {
            return status;
        }
        boolean followed = approved.stream()
                .anyMatch(other ->
                        other.status() == DefinitionStatus.APPROVED && other.number() > number && other.holdsIn(now));
        return followed ? DefinitionStatus.SUPERSEDED : DefinitionStatus.EFFECTIVE;
    }

    /** What it says, by field, for showing what changed; absent fields are left out. */
    public Map<String, Object> fields() {
        return Fields.of("validFrom", validFrom == null ? null : validFrom.code())
                .and("definitionZh", Bilingual.zhOf(content.text()))
                .and("definitionEn", Bilingual.enOf(content.text()))
                .and("formulaText", content.formula())
                .and("numeratorZh", Bilingual.zhOf(content.numerator()))
                .and("numeratorEn", Bilingual.enOf(content.numerator()))
                .and("denominatorZh", Bilingual.zhOf(content.denominator()))
                .and("denominatorEn", Bilingual.enOf(content.denominator()))
                .and("population", population)
                .and("dataSource", dataSource)
                .and("legalBasis", legalBasis)
                .and("reason", reason)
                .and("incomparable", incomparable)
                .map();
    }
}
