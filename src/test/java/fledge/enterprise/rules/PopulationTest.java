package fledge.enterprise.rules;

import static fledge.enterprise.rules.Population.Exclusion.ABOVE_LIMIT;
import static fledge.enterprise.rules.Population.Exclusion.ABOVE_SCALE;
import static fledge.enterprise.rules.Population.Exclusion.HOUSEHOLD;
import static fledge.enterprise.rules.Population.Exclusion.NOT_REGISTERED;
import static fledge.enterprise.rules.Population.Exclusion.NOT_SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PopulationTest {

    private static final Population LUQIAO = new Population(true, true, true);

    private static Population.Member micro(boolean household, boolean aboveScale, boolean aboveLimit) {
        return new Population.Member(SizeClass.MICRO, true, household, aboveScale, aboveLimit);
    }

    /** D04: micro by the standard, and not counted by Luqiao. */
    @Test
    void luqiao_leaves_out_who_is_above_scale_or_limit_and_households() {
        assertThat(LUQIAO.exclusions(micro(false, false, false))).isEmpty();
        assertThat(LUQIAO.exclusions(micro(false, true, false))).containsExactly(ABOVE_SCALE);
        assertThat(LUQIAO.exclusions(micro(false, false, true))).containsExactly(ABOVE_LIMIT);
        assertThat(LUQIAO.exclusions(micro(true, true, true))).containsExactly(ABOVE_SCALE, ABOVE_LIMIT, HOUSEHOLD);
    }

    @Test
    void a_city_that_leaves_nobody_out_counts_every_small_and_micro_enterprise_that_is_registered() {
        assertThat(Population.EVERYBODY.exclusions(micro(true, true, true))).isEmpty();
        assertThat(Population.EVERYBODY.exclusions(new Population.Member(SizeClass.MEDIUM, true, false, false, false)))
                .containsExactly(NOT_SMALL);
        assertThat(Population.EVERYBODY.exclusions(new Population.Member(SizeClass.SMALL, false, false, false, false)))
                .containsExactly(NOT_REGISTERED);
        assertThat(Population.EVERYBODY.exclusions(
                        new Population.Member(SizeClass.NOT_CLASSIFIED, true, false, false, false)))
                .containsExactly(NOT_SMALL);
    }
}
