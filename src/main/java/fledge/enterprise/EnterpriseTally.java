package fledge.enterprise;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many enterprises there are of each kind, and how many steps of growth in each month, as changes that the database appends with
 * every row of the register (docs/adr/0012); whoever asks adds them up.
 */
@Repository
class EnterpriseTally {

    private final JdbcClient jdbc;

    EnterpriseTally(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is tallied.
     *
     * @param kinds the columns by which it is
     * @param rows what of the register each number is of
     */
    private record Tallied(String table, String kinds, String rows) {}

    private static final List<Tallied> TALLIED = List.of(
            new Tallied(
                    "enterprise_tally",
                    "district_id, size_class, status, kind, above_scale, above_limit",
                    "enterprise where city_id = current_city()"),
            new Tallied("growth_tally", "kind, district_id, month", """
                    (select g.kind, e.district_id, growth_month(g.happened_on) as month
                     from growth_event g join enterprise e on e.city_id = g.city_id and e.id = g.enterprise_id
                     where g.city_id = current_city() and g.withdrawn_at is null) as steps"""));

    /** Puts the changes of each kind together, so that adding them up never grows with history; what is together already stays. */
    @Transactional
    public void fold() {
        TALLIED.forEach(tallied ->
                jdbc.sql("""
                with moved as (
                  delete from %1$s where city_id = current_city() and id in (
                    select id from (
                      select id, count(*) over (partition by %2$s) as changes from %1$s where city_id = current_city()) as counted
                    where changes > 1)
                  returning *)
                insert into %1$s (city_id, id, %2$s, number)
                select city_id, uuidv7(), %2$s, sum(number) from moved
                group by city_id, %2$s having sum(number) <> 0""".formatted(tallied.table(), tallied.kinds())).update());
    }

    List<GrowthMonth> months(Collection<GrowthKind> kinds, YearMonth from, YearMonth to) {
        return jdbc.sql("""
                        select kind, district_id, month, sum(number) as number from growth_tally
                        where city_id = current_city() and kind in (:kinds) and month between :from and :to
                        group by kind, district_id, month having sum(number) <> 0""")
                .param("kinds", kinds.stream().map(GrowthKind::name).toList())
                .param("from", from.atDay(1))
                .param("to", to.atDay(1))
                .query((row, n) -> new GrowthMonth(
                        GrowthKind.valueOf(row.getString("kind")),
                        row.getObject("district_id", UUID.class),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getInt("number")))
                .list();
    }

    /** How many kinds are not counted as the register has them; for proof, not for pages. */
    int wrong() {
        return TALLIED.stream().mapToInt(this::wrong).sum();
    }

    private int wrong(Tallied tallied) {
        return jdbc.sql("""
                select count(*) from (
                  select %2$s from (
                    select %2$s, number from %1$s where city_id = current_city()
                    union all
                    select %2$s, -1 from %3$s) as both_sides
                  group by %2$s having sum(number) <> 0) as differing""".formatted(tallied.table(), tallied.kinds(), tallied.rows()))
                .query(Integer.class)
                .single();
    }
}
