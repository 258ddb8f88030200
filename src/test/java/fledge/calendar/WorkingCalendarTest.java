package fledge.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.kernel.RuleRefused;
import fledge.support.PortalTest;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@PortalTest
class WorkingCalendarTest {

    private final WorkingCalendar calendar;
    private final CalendarService service;
    private final CityService cities;
    private final JdbcClient jdbc;

    @Autowired
    WorkingCalendarTest(WorkingCalendar calendar, CalendarService service, CityService cities, JdbcClient jdbc) {
        this.calendar = calendar;
        this.service = service;
        this.cities = cities;
        this.jdbc = jdbc;
    }

    @Test
    void the_announced_holidays_of_three_years_are_there() {
        // Spring Festival 2026: off from Sunday 15 to Monday 23 February, Saturdays 14 and 28 worked.
        assertThat(calendar.after(LocalDate.of(2026, 2, 13), 1)).isEqualTo(LocalDate.of(2026, 2, 14));
        assertThat(calendar.after(LocalDate.of(2026, 2, 13), 2)).isEqualTo(LocalDate.of(2026, 2, 24));
        assertThat(calendar.after(LocalDate.of(2026, 2, 27), 1)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(calendar.after(LocalDate.of(2025, 9, 30), 1)).isEqualTo(LocalDate.of(2025, 10, 9));
        assertThat(calendar.after(LocalDate.of(2024, 2, 9), 1)).isEqualTo(LocalDate.of(2024, 2, 18));
        assertThat(calendar.isWorkingDay(LocalDate.of(2024, 5, 11))).isTrue();
        assertThat(calendar.endOfWorkingDay(
                        OffsetDateTime.parse("2026-09-30T17:00:00+08:00").toInstant(), 1))
                .isEqualTo(OffsetDateTime.parse("2026-10-09T00:00:00+08:00").toInstant());
    }

    @Test
    void of_the_coming_year_only_the_statutory_holidays_are_certain() {
        CalendarYear year = asOperator(() -> service.year(Optional.of(2027)));
        assertThat(year.announced()).isFalse();
        assertThat(year.weekendsWorked()).isZero();
        assertThat(year.holidays()).isEqualTo(13);
    }

    @Test
    void the_operator_keeps_it_and_nobody_else() {
        LocalDate saturday = LocalDate.of(2027, 9, 18);
        assertThat(calendar.isWorkingDay(saturday)).isFalse();
        asOperator(() -> {
            service.enter(new CalendarDay(saturday, true, "中秋节调休", "Make-up day"));
            return null;
        });
        assertThat(calendar.isWorkingDay(saturday)).isTrue();
        asOperator(() -> {
            service.remove(saturday);
            return null;
        });
        assertThat(calendar.isWorkingDay(saturday)).isFalse();
        assertThatThrownBy(() -> CurrentCity.run(
                        cities.byCode("luqiao").orElseThrow(),
                        () -> Actor.run(
                                actor(Role.CITY_ADMIN),
                                () -> service.enter(new CalendarDay(saturday, true, "调休", "Make-up day")))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_weekday_is_not_made_up_by_the_service_nor_by_the_database() {
        LocalDate monday = LocalDate.of(2027, 9, 20);
        assertThatThrownBy(() -> asOperator(() -> {
                    service.enter(new CalendarDay(monday, true, "调休", "Make-up day"));
                    return null;
                }))
                .isInstanceOf(RuleRefused.class)
                .extracting(
                        refused -> ((RuleRefused) refused).reasons().getFirst().field())
                .isEqualTo("day");
        assertThatThrownBy(() -> jdbc.sql("insert into calendar_day (year, day, worked, name_zh, name_en)"
                                + " values (2027, '2027-09-20', true, 'x', 'x')")
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private <T> T asOperator(java.util.function.Supplier<T> work) {
        return CurrentCity.supply(cities.platform(), () -> Actor.supply(actor(Role.PLATFORM_OPERATOR), work));
    }

    private static Actor actor(Role role) {
        var unit = UUID.randomUUID();
        return new Actor(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "tester",
                "测试",
                List.of(new Actor.Appointment(role, unit, "平台", Set.of(unit))));
    }
}
