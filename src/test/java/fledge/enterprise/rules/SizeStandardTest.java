package fledge.enterprise.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SizeStandardTest {

    private static final Path TABLE = Path.of("src/main/resources/enterprise/size-standards.csv");

    private static final SizeStandard STANDARD = standards().getFirst();

    private static List<SizeStandard> standards() {
        try {
            return SizeStandard.read(Files.readAllLines(TABLE));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Long fen(@Nullable String wan) {
        return wan == null ? null : new BigDecimal(wan).movePointRight(6).longValueExact();
    }

    private static SizeFigures figures(@Nullable Long employees, @Nullable String revenue, @Nullable String assets) {
        return new SizeFigures(employees, fen(revenue), fen(assets));
    }

    /** Persons, and revenue and assets in 万元, as in the facts; D01 and D02 are among them. */
    @ParameterizedTest
    @CsvFileSource(resources = "/enterprise/size-vectors.csv", numLinesToSkip = 1)
    void every_example_has_its_size(
            String industry,
            @Nullable Long employees,
            @Nullable String revenue,
            @Nullable String assets,
            String expected) {
        SizeStandard.Result result = STANDARD.classify(
                SizeIndustry.valueOf(industry.toUpperCase(Locale.ROOT)), figures(employees, revenue, assets));
        assertThat(result.size()).isEqualTo(SizeClass.valueOf(expected.toUpperCase(Locale.ROOT)));
        assertThat(result.standard()).isEqualTo("工信部联企业〔2011〕300号");
    }

    @Test
    void each_bound_is_where_a_size_begins() {
        for (SizeIndustry industry : SizeIndustry.values()) {
            List<SizeBounds> bounds = STANDARD.bounds().get(industry);
            for (SizeClass size : List.of(SizeClass.SMALL, SizeClass.MEDIUM, SizeClass.LARGE)) {
                assertThat(STANDARD.classify(industry, at(bounds, size, 0)).size())
                        .as(industry + " at the bound")
                        .isEqualTo(size);
                for (SizeBounds lowered : bounds) {
                    SizeFigures below = with(at(bounds, size, 0), lowered.metric(), floor(lowered, size) - 1);
                    assertThat(STANDARD.classify(industry, below).size())
                            .as(industry + " with one less of " + lowered.metric())
                            .isEqualTo(size.below().orElseThrow());
                }
            }
        }
    }

    @Test
    void a_missing_metric_refuses_a_size_unless_another_proves_micro() {
        SizeStandard.Result refused = STANDARD.classify(SizeIndustry.INDUSTRY, figures(20L, null, null));
        assertThat(refused.size()).isEqualTo(SizeClass.INCOMPLETE);
        assertThat(refused.standings()).anyMatch(one -> one.metric() == SizeMetric.REVENUE && one.value() == null);
        assertThat(STANDARD.classify(SizeIndustry.INDUSTRY, figures(19L, null, null))
                        .size())
                .isEqualTo(SizeClass.MICRO);
        assertThat(STANDARD.classify(SizeIndustry.INDUSTRY, figures(null, "299.99", null))
                        .size())
                .isEqualTo(SizeClass.MICRO);
        assertThat(STANDARD.classify(SizeIndustry.OTHER, figures(null, "1", "1"))
                        .size())
                .isEqualTo(SizeClass.INCOMPLETE);
    }

    @Test
    void an_industry_that_is_not_covered_has_no_size_and_is_never_micro() {
        SizeStandard.Result result = STANDARD.classify(null, figures(1L, "1", "1"));
        assertThat(result.size()).isEqualTo(SizeClass.NOT_CLASSIFIED);
        assertThat(result.standings()).isEmpty();
    }

    @Test
    void the_distance_to_the_next_size_is_told_metric_by_metric() {
        SizeStandard.Result result = STANDARD.classify(SizeIndustry.INDUSTRY, figures(299L, "5000", null));
        assertThat(result.next()).isEqualTo(SizeClass.MEDIUM);
        assertThat(result.standings())
                .containsExactly(
                        new SizeStandard.Standing(SizeMetric.EMPLOYEES, 299L, 300L, 1L, 20L, 279L),
                        new SizeStandard.Standing(
                                SizeMetric.REVENUE, fen("5000"), fen("2000"), 0L, fen("300"), fen("4700")));
        SizeStandard.Result micro = STANDARD.classify(SizeIndustry.INDUSTRY, figures(19L, "100000", null));
        assertThat(micro.standings().getFirst())
                .isEqualTo(new SizeStandard.Standing(SizeMetric.EMPLOYEES, 19L, 20L, 1L, null, null));
        assertThat(STANDARD.classify(SizeIndustry.OTHER, figures(300L, null, null))
                        .next())
                .isNull();
    }

    @Test
    void a_version_holds_from_its_first_to_its_last_day() {
        var old = new SizeStandard("old", LocalDate.of(2000, 1, 1), LocalDate.of(2011, 6, 17), STANDARD.bounds());
        assertThat(old.isInForceOn(LocalDate.of(2011, 6, 17))).isTrue();
        assertThat(old.isInForceOn(LocalDate.of(2011, 6, 18))).isFalse();
        assertThat(STANDARD.isInForceOn(LocalDate.of(2011, 6, 17))).isFalse();
        assertThat(STANDARD.isInForceOn(LocalDate.of(2011, 6, 18))).isTrue();
    }

    @Test
    void a_table_that_forgets_an_industry_or_whose_bounds_do_not_rise_is_refused() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SizeStandard.read(
                        lines.stream().filter(line -> !line.contains(",post,")).toList()))
                .withMessageContaining("POST");
        assertThatIllegalArgumentException().isThrownBy(() -> new SizeBounds(SizeMetric.EMPLOYEES, 20, 20, 300));
    }

    private static SizeFigures at(List<SizeBounds> bounds, SizeClass size, long more) {
        SizeFigures figures = new SizeFigures(null, null, null);
        for (SizeBounds bound : bounds) {
            figures = with(figures, bound.metric(), floor(bound, size) + more);
        }
        return figures;
    }

    private static long floor(SizeBounds bound, SizeClass size) {
        return bound.floorOf(size).orElseThrow();
    }

    private static SizeFigures with(SizeFigures figures, SizeMetric metric, long value) {
        return switch (metric) {
            case EMPLOYEES -> new SizeFigures(value, figures.revenueFen(), figures.assetsFen());
            case REVENUE -> new SizeFigures(figures.employees(), value, figures.assetsFen());
            case ASSETS -> new SizeFigures(figures.employees(), figures.revenueFen(), value);
        };
    }
}
