package fledge.enterprise;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many enterprises there are of each kind, as changes that the database appends with every row of the register (docs/adr/0012);
 * {@link EnterpriseSearch} adds them up.
 */
@Repository
class EnterpriseTally {

    private static final String KINDS = "district_id, size_class, status, kind, above_scale, above_limit";

    private final JdbcClient jdbc;

    EnterpriseTally(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts the changes of each kind together, so that adding them up never grows with history; what is together already stays. */
    @Transactional
    public void fold() {
        jdbc.sql("""
                with several as (
                  select %1$s from enterprise_tally where city_id = current_city() group by %1$s having count(*) > 1
                ), moved as (
                  delete from enterprise_tally t using several s
                  where t.city_id = current_city() and t.district_id = s.district_id and t.size_class = s.size_class
                    and t.status = s.status and t.kind = s.kind and t.above_scale = s.above_scale and t.above_limit = s.above_limit
                  returning t.*)
                insert into enterprise_tally (city_id, id, %1$s, number)
                select city_id, uuidv7(), %1$s, sum(number) from moved
                group by city_id, %1$s having sum(number) <> 0""".formatted(KINDS)).update();
    }

    /** How many kinds of enterprises are not counted as the register has them; for proof, not for pages. */
    int wrong() {
        return jdbc.sql("""
                select count(*) from (
                  select %1$s from (
                    select %1$s, number from enterprise_tally where city_id = current_city()
                    union all
                    select %1$s, -1 from enterprise where city_id = current_city()) as both_sides
                  group by %1$s having sum(number) <> 0) as differing""".formatted(KINDS)).query(Integer.class).single();
    }
}
