package fledge.reminder.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.reminder.rules.CalendarFile.Deadline;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

    private static final Instant NOW = Instant.parse("2026-07-01T01:02:03.9Z");

    private static String file(String summary) {
        return CalendarFile.of(
                "截止日历",
                List.of(new Deadline(
                        "returns-1@luqiao.fledge",
                        summary,
                        "https://x/returns/1",
                        Instant.parse("2026-07-15T16:00:00Z"))),
                NOW);
    }

    @Test
    void a_deadline_is_the_hour_before_it_in_utc() {
        assertThat(file("填报 2026年第2季度"))
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("\r\nUID:returns-1@luqiao.fledge\r\nDTSTAMP:20260701T010203Z\r\n")
                .contains("\r\nDTSTART:20260715T150000Z\r\nDTEND:20260715T160000Z\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    @Test
    void lines_are_folded_by_octets_and_no_character_is_torn() {
        String long400 = "填报单位".repeat(100);
        String file = file(long400);
        for (String line : file.split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(line).doesNotContain("\n").doesNotContain("\r").doesNotContain("\uFFFD");
        }
        assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + long400 + "\r\n");
    }

    @Test
    void what_has_a_meaning_is_escaped() {
        assertThat(file("甲,乙;丙\\丁\r\nEND:VCALENDAR")).contains("SUMMARY:甲\\,乙\\;丙\\\\丁\\nEND:VCALENDAR\r\n");
    }

    @Test
    void without_deadlines_it_is_still_a_calendar() {
        assertThat(CalendarFile.of("空", List.of(), NOW))
                .doesNotContain("VEVENT")
                .endsWith("END:VCALENDAR\r\n");
    }
}
