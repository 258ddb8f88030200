package fledge.mail.rules;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.calendar.rules.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

    /** National Day of 2026: seven days off, and the Saturday after them worked. */
    private static final Predicate<LocalDate> CALENDAR = WorkingDays.calendar(IntStream.rangeClosed(1, 10)
            .boxed()
            .filter(day -> day <= 7 || day == 10)
            .collect(Collectors.toMap(day -> LocalDate.of(2026, 10, day), day -> day == 10)));

    private static Instant at(String moment) {
        return LocalDateTime.parse(moment).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30T17:00, 2026-10-08T08:45",
        "2026-09-30T08:44, 2026-09-30T08:45",
        "2026-09-30T08:45, 2026-09-30T08:45",
        "2026-09-30T08:46, 2026-10-08T08:45",
        "2026-10-03T12:00, 2026-10-08T08:45",
        "2026-10-09T09:00, 2026-10-10T08:45",
        "2026-10-10T09:00, 2026-10-12T08:45",
        "2026-11-20T23:59, 2026-11-23T08:45"
    })
    void the_daily_mail_goes_on_the_morning_of_a_working_day(String cause, String goes) {
        assertThat(Delivery.morningAfter(at(cause), CALENDAR)).isEqualTo(at(goes));
    }

    @Test
    void a_failed_mail_is_tried_again_after_growing_delays_and_then_given_up() {
        assertThat(IntStream.rangeClosed(1, 7).mapToObj(Delivery::delayAfter).map(delay -> delay.orElseThrow()))
                .isSorted()
                .doesNotHaveDuplicates()
                .startsWith(Duration.ofMinutes(1), Duration.ofMinutes(5));
        assertThat(Delivery.delayAfter(8)).isEmpty();
        assertThat(Delivery.delayAfter(0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "wang.fang@luqiao.gov.cn, true",
        "a@b.cn, true",
        "wang fang@luqiao.gov.cn, false",
        "wangfang@luqiao, false",
        "wang..fang@luqiao.gov.cn, false",
        "@luqiao.gov.cn, false",
        "王芳@luqiao.gov.cn, false",
        "a@b.cn@c.cn, false",
        "'a@b.cn, c@d.cn', false",
        "a@-b.cn, false",
        "a@b..cn, false",
        "'<a@b.cn>', false"
    })
    void an_address_is_one_address(String typed, boolean fit) {
        assertThat(MailAddress.isFit(typed)).isEqualTo(fit);
    }

    @Test
    void an_address_brings_no_line_of_its_own() {
        assertThat(MailAddress.isFit("a@b.cn\r\nBcc: c@d.cn")).isFalse();
        assertThat(MailAddress.isFit("a@b.cn\n")).isFalse();
        assertThat(MailAddress.isFit("x".repeat(65) + "@b.cn")).isFalse();
        assertThat(MailAddress.isFit("a@" + "b".repeat(60) + "." + "c.".repeat(120) + "cn"))
                .isFalse();
    }

    @Test
    void a_calendar_without_exceptions_knows_weekends() {
        assertThat(Delivery.morningAfter(at("2026-11-21T10:00"), WorkingDays.calendar(Map.of())))
                .isEqualTo(at("2026-11-23T08:45"));
    }
}
