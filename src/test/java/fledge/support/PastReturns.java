package fledge.support;

import fledge.tenancy.City;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;

/** Multiplies a city's past, to show what does not grow with it; written by the database's administrator, below all rules. */
@TestComponent
public class PastReturns {

    private final Superuser superuser;

    PastReturns(Superuser superuser) {
        this.superuser = superuser;
    }

    /** Of the tables with a past: which columns are ids of copied rows. */
    private static final Map<String, List<String>> PAST = Map.of(
            "round", List.of("id"),
            "quarterly_return", List.of("id", "round_id", "valid_version_id"),
            "return_line", List.of("id", "return_id"),
            "return_version", List.of("id", "return_id"),
            "return_step", List.of("id", "return_id"),
            "figure", List.of("id", "version_id"),
            "figure_total", List.of("id"),
            "figure_delta", List.of("id"),
            "frozen_rating", List.of("id", "version_id"));

    private static final List<String> ORDER = List.of(
            "round",
            "quarterly_return",
            "return_line",
            "return_version",
            "return_step",
            "figure",
            "figure_total",
            "figure_delta",
            "frozen_rating");

    /** A closed programme of before with the same indicators, and the whole past copied into it that many times, ever earlier. */
    public void multiply(City of, UUID programme, int times) {
        short city = of.id();
        superuser.run(
                "set session_replication_role = replica;"
                        + copy("programme", city, programme, "past", Map.of("code", "'before'", "status", "'CLOSED'"))
                        + copy("indicator", city, programme, "past", Map.of())
                        + IntStream.rangeClosed(1, times)
                                .mapToObj(n -> ORDER.stream()
                                        .map(table -> copy(table, city, programme, Integer.toString(n), Map.of()))
                                        .collect(Collectors.joining()))
                                .collect(Collectors.joining()),
                "analyze");
    }

    private static String copy(String table, short city, UUID programme, String n, Map<String, String> fixed) {
        boolean once = n.equals("past");
        String ids = PAST.getOrDefault(table, List.of()).stream()
                .map(column ->
                        "when '" + column + "' then format('md5(%I::text || %L)::uuid', column_name, '" + n + "')")
                .collect(Collectors.joining(" "));
        String parent = " when 'programme_id' then 'md5(programme_id::text || ''past'')::uuid'"
                + " when 'indicator_id' then 'md5(indicator_id::text || ''past'')::uuid'";
        String own = once ? " when 'id' then 'md5(id::text || ''past'')::uuid'" : "";
        String rest = fixed.entrySet().stream()
                .map(entry -> " when '" + entry.getKey() + "' then '"
                        + entry.getValue().replace("'", "''") + "'")
                .collect(Collectors.joining());
        String shifted = once
                ? ""
                : " when 'period' then 'period - 8 * " + n + "' when 'receipt' then 'receipt || ''-" + n + "'''"
                        + " when 'status' then '''LOCKED'''"
                        + " when 'reopened_by' then 'null' when 'reopened_until' then 'null'"
                        + " when 'reopened_lines' then 'null' when 'reopened_reason' then 'null'";
        String of = switch (table) {
            case "programme" -> "id = %s";
            case "indicator", "round", "figure", "figure_total", "figure_delta", "frozen_rating" -> "programme_id = %s";
            case "quarterly_return" ->
                "round_id in (select id from round where city_id = " + city + " and programme_id = %s)";
            default ->
                "return_id in (select r.id from quarterly_return r join round o on o.city_id = r.city_id and o.id = r.round_id"
                        + " where r.city_id = " + city + " and o.programme_id = %s)";
        };
        return """
                do $do$ begin execute (
                  select format('insert into %s (%%s) select %%s from %s where city_id = %d and %s on conflict do nothing',
                    string_agg(quote_ident(column_name), ', ' order by ordinal_position),
                    string_agg(case column_name %s else quote_ident(column_name) end, ', ' order by ordinal_position))
                  from information_schema.columns where table_schema = 'fledge' and table_name = '%s'); end $do$;
                """.formatted(
                table, table, city, of.formatted("''" + programme + "''"), ids + own + parent + rest + shifted, table);
    }
}
