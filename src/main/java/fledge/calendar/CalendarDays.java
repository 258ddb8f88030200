package fledge.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the calendar; they belong to no city, so no entity maps them. */
@Repository
class CalendarDays {

    private static final RowMapper<CalendarDay> DAY = (row, n) -> new CalendarDay(
            row.getObject("day", LocalDate.class),
            row.getBoolean("worked"),
            row.getString("name_zh"),
            row.getString("name_en"));

    private final JdbcClient jdbc;

    CalendarDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Year(int year, boolean announced, String source) {}

    List<CalendarDay> all() {
        return jdbc.sql("select day, worked, name_zh, name_en from calendar_day order by day")
                .query(DAY)
                .list();
    }

    List<CalendarDay> of(int year) {
        return jdbc.sql("select day, worked, name_zh, name_en from calendar_day where year = ? order by day")
                .param(year)
                .query(DAY)
                .list();
    }

    Optional<CalendarDay> on(LocalDate day) {
        return jdbc.sql("select day, worked, name_zh, name_en from calendar_day where day = ?")
                .param(day)
                .query(DAY)
                .optional();
    }

    List<Year> years() {
        return jdbc.sql("select year, announced, source from calendar_year order by year")
                .query((row, n) -> new Year(row.getInt("year"), row.getBoolean("announced"), row.getString("source")))
                .list();
    }

    void put(CalendarDay day) {
        jdbc.sql("insert into calendar_day (year, day, worked, name_zh, name_en) values (?, ?, ?, ?, ?)"
                        + " on conflict (day) do update set worked = excluded.worked, name_zh = excluded.name_zh,"
                        + " name_en = excluded.name_en")
                .params(day.day().getYear(), day.day(), day.worked(), day.nameZh(), day.nameEn())
                .update();
    }

    void remove(LocalDate day) {
        jdbc.sql("delete from calendar_day where day = ?").param(day).update();
    }

    void put(Year year) {
        jdbc.sql("insert into calendar_year (year, announced, source) values (?, ?, ?)"
                        + " on conflict (year) do update set announced = excluded.announced, source = excluded.source")
                .params(year.year(), year.announced(), year.source())
                .update();
    }
}
