package fledge.base;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the ledger as of a day. Plain SQL, because a count over thousands of residents is one statement over an index. */
@Repository
class ResidencyQueries {

    private static final String PRESENT = "r.moved_in_on <= :on and (r.ended_on is null or r.ended_on > :on)";

    private static final String LINES = """
            select r.id, r.base_id, r.enterprise_id, r.moved_in_on, r.area_m2, r.ended_on, r.ending, r.end_reason, h.people, h.as_of
            from residency r
            left join lateral (
              select people, as_of from headcount h
              where h.city_id = r.city_id and h.residency_id = r.id and h.as_of <= :on order by as_of desc limit 1) h on true
            where r.city_id = current_city() and not r.struck and\s""";

    private static final RowMapper<Resident> LINE = (row, n) -> new Resident(
            row.getObject("id", UUID.class),
            row.getObject("base_id", UUID.class),
            row.getObject("enterprise_id", UUID.class),
            new ResidencyTerms(
                    row.getObject("moved_in_on", LocalDate.class),
                    row.getBigDecimal("area_m2"),
                    row.getObject("ended_on", LocalDate.class),
                    row.getString("ending") == null ? null : ResidencyEnding.valueOf(row.getString("ending")),
                    row.getString("end_reason")),
            row.getObject("people", Integer.class),
            row.getObject("as_of", LocalDate.class));

    private final JdbcClient jdbc;

    ResidencyQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What happened is counted since the first day, that day included. Nobody is twice in one base at a time, so who is there twice is
     * in several.
     */
    LedgerCount count(UUID base, LocalDate since, LocalDate on) {
        return jdbc.sql("""
                        with stay as materialized (
                          select r.city_id, r.id, r.enterprise_id, r.moved_in_on, r.area_m2, r.ended_on, r.ending,
                            r.ended_on is null or r.ended_on > :on as present
                          from residency r
                          where r.city_id = current_city() and r.base_id = :base and not r.struck
                            and r.moved_in_on <= :on
                        ), doubled as (
                          select r.enterprise_id from residency r
                          where r.city_id = current_city() and not r.struck and %s
                            and r.enterprise_id in (select s.enterprise_id from stay s where s.present)
                          group by r.enterprise_id having count(*) > 1
                        )
                        select
                          coalesce(array_agg(s.enterprise_id) filter (where s.present), '{}') as present,
                          count(*) filter (where s.present and d.enterprise_id is not null) as elsewhere,
                          sum(s.area_m2) filter (where s.present) as area_m2,
                          count(s.area_m2) filter (where s.present) as measured,
                          coalesce(sum(h.people), 0) as jobs,
                          count(h.people) as counted,
                          count(*) filter (where not s.present and s.ending = 'GRADUATED') as graduated,
                          count(*) filter (where not s.present and s.ending = 'LEFT') as gone,
                          count(*) filter (where s.moved_in_on >= :since) as moved_in_since,
                          count(*) filter (where not s.present and s.ending = 'GRADUATED' and s.ended_on >= :since) as graduated_since,
                          count(*) filter (where not s.present and s.ending = 'LEFT' and s.ended_on >= :since) as gone_since
                        from stay s
                        left join doubled d on d.enterprise_id = s.enterprise_id
                        left join lateral (
                          select people from headcount h
                          where s.present and h.city_id = s.city_id and h.residency_id = s.id and h.as_of <= :on
                          order by h.as_of desc limit 1) h on true""".formatted(PRESENT))
                .param("base", base)
                .param("since", since)
                .param("on", on)
                .query((row, n) -> new LedgerCount(
                        List.of((UUID[]) row.getArray("present").getArray()),
                        row.getInt("elsewhere"),
                        row.getBigDecimal("area_m2"),
                        row.getInt("measured"),
                        row.getInt("jobs"),
                        row.getInt("counted"),
                        row.getInt("graduated"),
                        row.getInt("gone"),
                        row.getInt("moved_in_since"),
                        row.getInt("graduated_since"),
                        row.getInt("gone_since")))
                .single();
    }

    /** What the ledger says of each of some spans; of one in which nobody was ever there it says nothing. */
    List<PeriodCount> ofSpans(List<LedgerSpan> spans) {
        return jdbc.sql("""
                        select p.base_id, p.first, p.last,
                          count(*) filter (where e.present) as residents,
                          coalesce(sum(h.people), 0) as jobs,
                          count(h.people) as counted,
                          count(*) filter (where r.moved_in_on >= p.first) as moved_in,
                          count(*) filter (where r.ended_on between p.first and p.last and r.ending = 'GRADUATED') as graduated,
                          count(*) filter (where r.ended_on between p.first and p.last and r.ending = 'LEFT') as gone
                        from unnest(:bases::uuid[], :firsts::date[], :lasts::date[]) as p (base_id, first, last)
                        join residency r on r.city_id = current_city() and r.base_id = p.base_id and not r.struck
                          and r.moved_in_on <= p.last
                        cross join lateral (select r.ended_on is null or r.ended_on > p.last as present) e
                        left join lateral (
                          select people from headcount h
                          where e.present and h.city_id = r.city_id and h.residency_id = r.id and h.as_of <= p.last
                          order by h.as_of desc limit 1) h on true
                        group by p.base_id, p.first, p.last""")
                .param("bases", spans.stream().map(LedgerSpan::baseId).toArray(UUID[]::new))
                .param(
                        "firsts",
                        spans.stream().map(span -> span.from().toString()).toArray(String[]::new))
                .param("lasts", spans.stream().map(span -> span.to().toString()).toArray(String[]::new))
                .query((row, n) -> new PeriodCount(
                        row.getObject("base_id", UUID.class),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getInt("residents"),
                        row.getInt("jobs"),
                        row.getInt("counted"),
                        row.getInt("moved_in"),
                        row.getInt("graduated"),
                        row.getInt("gone")))
                .list();
    }

    /** Lines of a base, who came last first. */
    List<Resident> lines(UUID base, ResidentFilter filter, int offset, int limit) {
        return jdbc.sql(LINES + "r.base_id = :base and " + condition(filter.state())
                        + " order by r.moved_in_on desc, r.id desc offset :offset limit :limit")
                .param("base", base)
                .param("on", filter.on())
                .param("offset", offset)
                .param("limit", limit)
                .query(LINE)
                .list();
    }

    private static String condition(ResidentFilter.State state) {
        return switch (state) {
            case PRESENT -> PRESENT;
            case GRADUATED -> "r.ended_on <= :on and r.ending = 'GRADUATED'";
            case LEFT -> "r.ended_on <= :on and r.ending = 'LEFT'";
            case ALL -> "r.moved_in_on <= :on";
        };
    }

    /** The stays of enterprises that are in several bases on a day, one of these among them. */
    List<Resident> doubled(Collection<UUID> bases, LocalDate on) {
        return jdbc.sql(LINES + PRESENT + """
                         and r.enterprise_id in (
                          select r.enterprise_id from residency r where r.city_id = current_city() and not r.struck and %s
                          group by r.enterprise_id
                          having count(*) > 1 and bool_or(r.base_id = any(:bases::uuid[])))
                        order by r.enterprise_id, r.moved_in_on, r.id""".formatted(PRESENT))
                .param("bases", bases.toArray(UUID[]::new))
                .param("on", on)
                .query(LINE)
                .list();
    }

    /** Who is in residence in some of these bases on a day. */
    List<UUID> present(Collection<UUID> bases, LocalDate on) {
        return jdbc.sql(
                        "select distinct r.enterprise_id from residency r where r.city_id = current_city() and not r.struck"
                                + " and r.base_id = any(:bases::uuid[]) and " + PRESENT)
                .param("bases", bases.toArray(UUID[]::new))
                .param("on", on)
                .query((row, n) -> row.getObject("enterprise_id", UUID.class))
                .list();
    }

    /** Their stays in these bases on a day. */
    List<Resident> of(Collection<UUID> enterprises, Collection<UUID> bases, LocalDate on) {
        return jdbc.sql(LINES + PRESENT
                        + " and r.enterprise_id = any(:enterprises::uuid[]) and r.base_id = any(:bases::uuid[])"
                        + " order by r.moved_in_on, r.id")
                .param("enterprises", enterprises.toArray(UUID[]::new))
                .param("bases", bases.toArray(UUID[]::new))
                .param("on", on)
                .query(LINE)
                .list();
    }
}
