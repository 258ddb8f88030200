package fledge.enterprise;

import fledge.enterprise.rules.CreditCode;
import fledge.enterprise.rules.Population;
import fledge.enterprise.rules.SizeClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds enterprises among a hundred thousand. Every condition is one that row-level security lets an index answer: equality, a range,
 * {@code ^@}. A search within names reads only the names that have its rarest piece.
 */
@Repository
class EnterpriseSearch {

    private static final Pattern CODE = Pattern.compile("(?=.*[0-9])[0-9A-Z]{2,18}");
    private static final Pattern INITIALS = Pattern.compile("[A-Z0-9]+");
    private static final int FETCHED = 1000;

    private final JdbcClient jdbc;
    private final EnterprisePieces pieces;

    EnterpriseSearch(JdbcClient jdbc, EnterprisePieces pieces) {
        this.jdbc = jdbc;
        this.pieces = pieces;
    }

    private static EnterpriseLine line(ResultSet row) throws SQLException {
        return new EnterpriseLine(
                row.getObject("id", UUID.class),
                row.getString("credit_code"),
                row.getString("name_zh"),
                row.getString("industry_code"),
                row.getObject("district_id", UUID.class),
                EnterpriseStatus.valueOf(row.getString("status")),
                SizeClass.valueOf(row.getString("size_class")),
                row.getObject("size_year", Integer.class),
                row.getBoolean("sample"));
    }

    /** A condition with its values. */
    private record Found(String condition, Map<String, Object> values) {}

    /** A page by initials; the index is walked first, and only the page's rows are read whole. */
    List<EnterpriseLine> page(short city, EnterpriseFilter filter, LocalDate today, int offset, int limit) {
        Found found = found(city, filter, today);
        return jdbc.sql("with page as (select e.city_id, e.id from enterprise e where " + found.condition()
                        + " order by e.initials, e.id limit :limit offset :offset)"
                        + " select e.* from page join enterprise e on e.city_id = page.city_id and e.id = page.id"
                        + " order by e.initials, e.id")
                .params(found.values())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> line(row))
                .list();
    }

    /** Hands over the whole list by initials, without holding it. */
    void walk(short city, EnterpriseFilter filter, LocalDate today, Consumer<EnterpriseLine> taker) {
        Found found = found(city, filter, today);
        jdbc.sql("select e.* from enterprise e where " + found.condition() + " order by e.initials, e.id")
                .params(found.values())
                .withFetchSize(FETCHED)
                .query((ResultSet row) -> taker.accept(line(row)));
    }

    /**
     * How many of each size, and how many of them the city counts; {@link Population} says the same of one of them. What the tally
     * knows of is added up there, and only a search within names, industries or tags counts the enterprises themselves.
     */
    List<ClassCount> counts(short city, EnterpriseFilter filter, LocalDate today, Population population) {
        Found found = found(city, filter, today);
        return jdbc.sql("select e.size_class, sum(e.number) as number,"
                        + " coalesce(sum(e.number) filter (where e.size_class in ('MICRO', 'SMALL')"
                        + " and e.status in ('ACTIVE', 'SUSPENDED') and not (:scale and e.above_scale)"
                        + " and not (:limited and e.above_limit) and not (:households and e.kind = 'HOUSEHOLD')), 0) as counted"
                        + " from "
                        + (filter.isTallied() ? "enterprise_tally" : "(select *, 1 as number from enterprise)")
                        + " e where " + found.condition() + " group by e.size_class having sum(e.number) <> 0")
                .params(found.values())
                .param("scale", population.aboveScale())
                .param("limited", population.aboveLimit())
                .param("households", population.households())
                .query((row, n) -> new ClassCount(
                        SizeClass.valueOf(row.getString("size_class")), row.getInt("number"), row.getInt("counted")))
                .list();
    }

    private Found found(short city, EnterpriseFilter filter, LocalDate today) {
        var conditions = new ArrayList<>(List.of("e.city_id = :city"));
        Map<String, Object> values = new HashMap<>(Map.of("city", city));
        if (filter.size() != null) {
            conditions.add("e.size_class = :size");
            values.put("size", filter.size().name());
        }
        if (filter.status() != null) {
            conditions.add("e.status = :status");
            values.put("status", filter.status().name());
        }
        if (filter.districtId() != null) {
            conditions.add("e.district_id = :district");
            values.put("district", filter.districtId());
        }
        if (filter.industry() != null) {
            conditions.add(
                    "e.industry_code in (select i.code from industry i where i.section = :industry or i.code ^@ :industry)");
            values.put("industry", filter.industry());
        }
        if (filter.tag() != null) {
            conditions.add(
                    "e.id in (select t.enterprise_id from enterprise_tag t where t.city_id = :city and t.tag = :tag"
                            + " and t.withdrawn_at is null and t.granted_on <= :today"
                            + " and (t.expires_on is null or t.expires_on >= :today))");
            values.put("tag", filter.tag().name());
            values.put("today", today);
        }
        search(city, filter.words(), conditions, values);
        return new Found(String.join(" and ", conditions), values);
    }

    /** What looks like a code is the beginning of one; Latin letters are initials or stand in the name; the rest is part of a name. */
    private void search(short city, String words, List<String> conditions, Map<String, Object> values) {
        String typed = Normalizer.normalize(words, Normalizer.Form.NFKC).strip();
        String code = CreditCode.normalise(words);
        if (typed.isEmpty()) {
            return;
        }
        if (CODE.matcher(code).matches()) {
            conditions.add("e.credit_code ^@ :code");
            values.put("code", code);
            return;
        }
        String upper = typed.toUpperCase(Locale.ROOT);
        boolean latin = INITIALS.matcher(upper).matches();
        String wanted = latin ? upper : typed.replace('(', '（').replace(')', '）');
        String piece = pieces.rarest(city, wanted);
        if (!piece.isEmpty()) {
            conditions.add("e.id in (select unnest(p.enterprise_ids) from enterprise_piece p"
                    + " where p.city_id = :city and p.piece ^@ :piece union all"
                    + " select unnest(u.enterprise_ids) from enterprise_uncut u where u.city_id = :city)");
            values.put("piece", piece);
        }
        conditions.add(
                latin
                        ? "(position(:wanted in e.initials) > 0 or position(:wanted in e.name_zh) > 0)"
                        : "position(:wanted in e.name_zh) > 0");
        values.put("wanted", wanted);
    }
}
