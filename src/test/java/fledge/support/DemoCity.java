package fledge.support;

import fledge.access.Right;
import fledge.access.Role;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** A city of the demonstration, Luqiao unless told: for every address its biggest object, and for every right an account that holds it there. */
@TestComponent
public class DemoCity {

    /** The open return with the most cells. */
    private static final String LARGEST = """
            select r.id, r.unit_id from quarterly_return r
            join return_line l on l.city_id = r.city_id and l.return_id = r.id
            where r.city_id = :city and r.status in ('OPEN', 'DRAFT') group by r.id, r.unit_id order by count(*) desc, r.id limit 1""";

    private static final String SIGNED = """
            select r.id from quarterly_return r
            join return_version v on v.city_id = r.city_id and v.return_id = r.id
            where r.city_id = :city and r.unit_id = (select unit_id from (%s)) order by v.number desc, r.id desc limit 1""".formatted(LARGEST);

    private static final String ATTACHED =
            "select %s from attachment where city_id = :city and owner_kind = '%s' order by id limit 1";

    private static final Map<String, String> ATTACHABLE =
            Map.of("returns", "RETURN", "amendments", "AMENDMENT", "bases", "BASE", "enterprises", "ENTERPRISE");

    private static final String ISSUED =
            "select id from target_set where city_id = :city and status = 'ISSUED' limit 1";

    private static final Map<String, String> BIGGEST = Map.ofEntries(
            Map.entry(
                    "bases",
                    "select base_id from base_result where city_id = :city group by 1 order by count(*) desc limit 1"),
            Map.entry("ledger-comparisons", "select id from ledger_comparison where city_id = :city limit 1"),
            Map.entry(
                    "counted-indicators",
                    "select id from counted_indicator where city_id = :city order by id desc limit 1"),
            Map.entry("residencies", "select id from residency where city_id = :city limit 1"),
            Map.entry("recognitions", "select id from recognition where city_id = :city order by moves desc limit 1"),
            Map.entry("base-intentions", "select id from base_intention where city_id = :city limit 1"),
            Map.entry("base-clashes", "select id from base_clash where city_id = :city limit 1"),
            Map.entry("help", "select 'fill-in-a-return'"),
            Map.entry(
                    "programmes",
                    "select programme_id from indicator where city_id = :city group by 1 order by count(*) desc limit 1"),
            Map.entry(
                    "indicators",
                    "select indicator_id from figure where city_id = :city group by 1 order by count(*) desc, 1 limit 1"),
            Map.entry(
                    "definitions",
                    "select id from indicator_definition where city_id = :city order by number desc limit 1"),
            Map.entry("sources", "select id from source_pair where city_id = :city limit 1"),
            Map.entry("announcements", "select id from announcement where city_id = :city limit 1"),
            Map.entry(
                    "people",
                    "select account_id from appointment where city_id = :city group by 1 order by count(*) desc limit 1"),
            Map.entry(
                    "rounds",
                    "select round_id from quarterly_return where city_id = :city group by 1 order by count(*) desc, 1 desc limit 1"),
            Map.entry("returns", "select id from (%s)".formatted(LARGEST)),
            Map.entry(
                    "cells",
                    "select id from return_line where city_id = :city and return_id = (select id from (%s)) limit 1"
                            .formatted(LARGEST)),
            Map.entry("entries", "select max(seq) from audit_entry where city_id = :city"),
            Map.entry("appointments", "select id from appointment where city_id = :city limit 1"),
            Map.entry(
                    "rules",
                    "select rule_id from finding where city_id = :city and rule_id is not null group by 1 order by count(*) desc, 1 limit 1"),
            Map.entry("target-sets", ISSUED),
            Map.entry(
                    "splits",
                    "select indicator_id from target_line where city_id = :city and set_id = (%s) group by 1 order by count(*) desc, 1 limit 1"
                            .formatted(ISSUED)),
            Map.entry(
                    "target-lines",
                    "select id from target_line where city_id = :city and set_id = (%s) and unit_id = (select unit_id from (%s)) limit 1"
                            .formatted(ISSUED, LARGEST)),
            Map.entry("editions", "select max(edition) from target_set where city_id = :city"),
            Map.entry(
                    "letters",
                    "select unit_id from target_line where city_id = :city and set_id = (%s) and unit_id = (select unit_id from (%s)) limit 1"
                            .formatted(ISSUED, LARGEST)),
            Map.entry(
                    "templates",
                    "select template_id from template_item where city_id = :city group by 1 order by count(*) desc, 1 desc limit 1"),
            Map.entry(
                    "enterprises",
                    "select enterprise_id from enterprise_tag where city_id = :city group by 1 order by count(*) desc, 1 limit 1"),
            Map.entry(
                    "representatives",
                    "select id from representative where city_id = :city order by moves desc limit 1"),
            Map.entry("imports", "select id from enterprise_import where city_id = :city limit 1"),
            Map.entry("target-amendments", "select id from target_amendment where city_id = :city limit 1"),
            Map.entry(
                    "amendments",
                    "select amendment_id from amendment_impact where city_id = :city group by 1 order by count(*) desc, 1 limit 1"));

    private final CityService cities;
    private final Superuser superuser;
    private final String code;

    @Autowired
    DemoCity(CityService cities, Superuser superuser) {
        this(cities, superuser, "luqiao");
    }

    private DemoCity(CityService cities, Superuser superuser, String code) {
        this.cities = cities;
        this.superuser = superuser;
        this.code = code;
    }

    public City city() {
        return cities.byCode(code).orElseThrow();
    }

    /** The city that has what an address shows: only Jiangmen's bases report what their ledgers count as well. */
    public DemoCity of(String pattern) {
        return pattern.startsWith("/ledger-comparisons") ? new DemoCity(cities, superuser, "jiangmen") : this;
    }

    /** An address with its variables filled in. */
    public String path(String pattern) {
        String path = pattern;
        if (pattern.contains("/versions/{number}")) {
            path = path.replace("{id}", ask(SIGNED)).replace("{number}", "1");
        }
        if (pattern.contains("/attachments/{file}")) {
            String kind = ATTACHABLE.get(pattern.split("/")[1]);
            path = path.replace("{id}", ask(ATTACHED.formatted("owner_id", kind)))
                    .replace("{file}", ask(ATTACHED.formatted("id", kind)));
        }
        while (path.contains("{")) {
            int open = path.indexOf('{');
            String[] before = path.substring(0, open).split("/");
            String kind = before[before.length - 1];
            String query = BIGGEST.get(kind);
            if (query == null) {
                throw new IllegalStateException(
                        "tell " + DemoCity.class.getSimpleName() + " which of the " + kind + " to open");
            }
            path = path.substring(0, open) + ask(query) + path.substring(path.indexOf('}') + 1);
        }
        return "/" + city().code() + path;
    }

    /** Who holds one of these rights where the biggest return is, or anywhere in the city. */
    public String login(Set<Right> rights) {
        String roles = rights.stream()
                .flatMap(right -> right.roles().stream())
                .filter(role -> role != Role.PLATFORM_OPERATOR)
                .map(role -> "'" + role + "'")
                .collect(Collectors.joining(", "));
        return ask("""
                select a.login from account a join appointment p on p.city_id = a.city_id and p.account_id = a.id
                where a.city_id = :city and p.role in (%s)
                order by p.unit_id = (select unit_id from (%s)) desc, a.login limit 1""".formatted(roles, LARGEST));
    }

    /** Everybody who is listed on the sign-in page. */
    public List<String> listed() {
        return List.of(ask("select string_agg(login, ',' order by login) from account where city_id = :city and listed")
                .split(","));
    }

    private String ask(String sql) {
        try (Connection connection = superuser.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.replace(":city", Short.toString(city().id())))) {
            if (!rows.next() || rows.getString(1) == null) {
                throw new IllegalStateException("the demonstration has nothing for: " + sql);
            }
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
