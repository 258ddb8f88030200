package fledge.reminder.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.reminder.rules.ReminderDays.Call;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderDaysTest {

    @ParameterizedTest
    @CsvSource({
        "6, false, true, NONE",
        "5, false, true, BEFORE_DUE",
        "5, false, false, NONE",
        "4, false, true, NONE",
        "1, false, true, NONE",
        "0, true, true, ON_DUE",
        "0, true, false, ON_DUE",
        "0, false, true, NONE",
        "-1, false, true, NONE",
        "-2, false, true, NONE",
        "-3, false, true, AFTER_DUE",
        "-3, false, false, NONE",
        "-4, false, true, NONE",
        "-6, false, true, AFTER_DUE"
    })
    void it_reminds_five_days_before_on_the_day_and_each_three_days_after(
            int left, boolean last, boolean worked, Call expected) {
        assertThat(ReminderDays.on(left, last, worked)).isEqualTo(expected);
    }
}
