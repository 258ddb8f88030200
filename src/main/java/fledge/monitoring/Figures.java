package fledge.monitoring;

import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.monitoring.rules.PeriodTotal;
import fledge.monitoring.rules.QuarterTotal;
import fledge.monitoring.rules.Reconciliation;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.rules.Accumulation;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The roll-ups: the figure that counts for each indicator, item, unit and period, and its totals over units. A total is the
 * folded row plus what was appended since, so that two acceptances at once never wait for one row; a job folds.
 * Plain SQL, because a roll-up is arithmetic on sets and not an object.
 */
@Repository
class Figures {

    private final JdbcClient jdbc;
    private final ProgrammeService programmes;

    Figures(JdbcClient jdbc, ProgrammeService programmes) {
        this.jdbc = jdbc;
        this.programmes = programmes;
    }

    /** Makes the filled lines of a return the figures that count, each with the definition that holds in its period. */
    void count(Round round, UUID returnId, UUID unitId, UUID versionId) {
        Map<UUID, Integer> definitions = programmes.indicators(round.programmeId()).stream()
                .collect(Collectors.toMap(
                        IndicatorView::id,
                        indicator -> indicator.history().numberIn(round.period().quarter())));
        jdbc.sql("""
                insert into figure (city_id, programme_id, indicator_id, item, unit_id, period, id, value, wording, version_id,
                  definition_no, standing, final_expected)
                select l.city_id, :programme, l.indicator_id, l.item, :unit, :period, uuidv7(), l.value, l.wording, :version,
                  d.number, l.standing, l.final_expected
                from return_line l
                join unnest(:indicators::uuid[], :definitions::integer[]) as d (indicator_id, number) using (indicator_id)
                where l.city_id = current_city() and l.return_id = :return and (l.value is not null or l.wording is not null)
                order by l.position""")
                .param("programme", round.programmeId())
                .param("unit", unitId)
                .param("period", round.period().index())
                .param("version", versionId)
                .param("indicators", definitions.keySet().toArray(UUID[]::new))
                .param("definitions", definitions.values().toArray(Integer[]::new))
                .param("return", returnId)
                .update();
        append(versionId, 1);
    }

    /** Takes a version's figures out again. */
    void uncount(UUID versionId) {
        append(versionId, -1);
        jdbc.sql("delete from figure where city_id = current_city() and version_id = ?")
                .param(versionId)
                .update();
    }

    private void append(UUID versionId, int sign) {
        jdbc.sql("""
                insert into figure_delta (city_id, programme_id, indicator_id, item, period, id, value, units)
                select city_id, programme_id, indicator_id, item, period, uuidv7(), ? * value, ?
                from figure where city_id = current_city() and version_id = ? and value is not null""").params(sign, sign, versionId).update();
    }

    /** Adds up what was appended; returns how many rows that were. */
    int fold() {
        return jdbc.sql("""
                with moved as (
                  delete from figure_delta where city_id = current_city() returning *
                ), folded as (
                  insert into figure_total as t (city_id, programme_id, indicator_id, item, period, id, value, units)
                  select city_id, programme_id, indicator_id, item, period, uuidv7(), sum(value), sum(units)
                  from moved group by city_id, programme_id, indicator_id, item, period
                  on conflict (city_id, programme_id, indicator_id, item, period)
                  do update set value = t.value + excluded.value, units = t.units + excluded.units
                )
                select count(*) from moved""").query(Integer.class).single();
    }

    /** Every total of a programme, by indicator and quarter; months are put together to quarters. */
    Map<UUID, List<QuarterTotal>> totals(UUID programmeId) {
        return read("""
                select indicator_id, item, period, sum(value) as value, sum(units) as units
                from (
                  select indicator_id, item, period, value, units from figure_total
                  where city_id = current_city() and programme_id = :programme
                  union all
                  select indicator_id, item, period, value, units from figure_delta
                  where city_id = current_city() and programme_id = :programme) as both_parts
                group by indicator_id, item, period
                having sum(units) > 0""", programmeId);
    }

    /** The same from the figures themselves; for proof, not for pages. */
    Map<UUID, List<QuarterTotal>> totalsRecomputed(UUID programmeId) {
        return read("""
                select indicator_id, item, period, sum(value) as value, count(*) as units
                from figure
                where city_id = current_city() and programme_id = :programme and value is not null
                group by indicator_id, item, period""", programmeId);
    }

    /** How each total's indicator adds up, and how often the form of its period asks for it. */
    private static final String WITH_ITEM = """
            select added.*, i.accumulation, t.frequency
            from added
            join indicator i on i.city_id = current_city() and i.id = added.indicator_id
            left join round o on o.city_id = i.city_id and o.programme_id = :programme and o.period = added.period
            left join template_item t on t.city_id = o.city_id and t.template_id = o.template_id and t.indicator_id = i.id
            order by added.indicator_id, added.item, added.period""";

    private Map<UUID, List<QuarterTotal>> read(String added, UUID programmeId) {
        record Row(UUID indicatorId, Accumulation accumulation, PeriodTotal total) {}
        Map<UUID, List<Row>> byIndicator = jdbc
                .sql("with added as materialized (" + added + ")\n" + WITH_ITEM)
                .param("programme", programmeId)
                .query((row, n) -> new Row(
                        row.getObject("indicator_id", UUID.class),
                        Accumulation.valueOf(row.getString("accumulation")),
                        new PeriodTotal(
                                Item.valueOf(row.getString("item")),
                                Period.ofIndex(row.getInt("period")),
                                row.getBigDecimal("value").stripTrailingZeros(),
                                row.getInt("units"),
                                "MONTH".equals(row.getString("frequency")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::indicatorId));
        Map<UUID, List<QuarterTotal>> totals = new HashMap<>();
        byIndicator.forEach((indicator, rows) -> totals.put(
                indicator,
                PeriodTotal.byQuarter(
                        rows.getFirst().accumulation(),
                        rows.stream().map(Row::total).toList())));
        return totals;
    }

    /** What a unit reported for some periods. */
    List<Figure> ofUnit(UUID programmeId, UUID unitId, Collection<? extends Period> periods) {
        if (periods.isEmpty()) {
            return new ArrayList<>();
        }
        return jdbc.sql("""
                select * from figure
                where city_id = current_city() and programme_id = :programme and unit_id = :unit and period in (:periods)""")
                .param("programme", programmeId)
                .param("unit", unitId)
                .param("periods", periods.stream().map(Period::index).toList())
                .query((row, n) -> figure(row))
                .list();
    }

    /** The same of some indicators only. */
    List<Figure> ofUnit(
            UUID programmeId, UUID unitId, Collection<? extends Period> periods, Collection<UUID> indicators) {
        return indicators.isEmpty()
                ? List.of()
                : jdbc.sql("""
                select * from figure
                where city_id = current_city() and programme_id = :programme and unit_id = :unit and period in (:periods)
                  and indicator_id in (:indicators)""")
                        .param("programme", programmeId)
                        .param("unit", unitId)
                        .param("periods", periods.stream().map(Period::index).toList())
                        .param("indicators", indicators)
                        .query((row, n) -> figure(row))
                        .list();
    }

    /** What every other unit reported for a period and, under the same definition, for the one before it, to compare their growth. */
    List<Pair> ofOthers(UUID programmeId, UUID unitId, Period period, Collection<UUID> indicators) {
        return indicators.isEmpty()
                ? List.of()
                : jdbc.sql("""
                select now.indicator_id, now.item, now.value, before.value as before
                from figure now join figure before on before.city_id = now.city_id and before.programme_id = now.programme_id
                  and before.indicator_id = now.indicator_id and before.item = now.item and before.unit_id = now.unit_id
                  and before.period = now.period - 1 and before.definition_no = now.definition_no
                where now.city_id = current_city() and now.programme_id = :programme and now.period = :period
                  and now.unit_id <> :unit and now.indicator_id in (:indicators)
                  and now.value is not null and before.value is not null""")
                        .param("programme", programmeId)
                        .param("period", period.index())
                        .param("unit", unitId)
                        .param("indicators", indicators)
                        .query((row, n) -> new Pair(
                                row.getObject("indicator_id", UUID.class),
                                Item.valueOf(row.getString("item")),
                                row.getBigDecimal("value"),
                                row.getBigDecimal("before")))
                        .list();
    }

    /** Every figure behind an indicator's totals. */
    List<Figure> ofIndicator(UUID programmeId, UUID indicatorId) {
        return jdbc.sql("""
                select * from figure
                where city_id = current_city() and programme_id = :programme and indicator_id = :indicator
                order by period desc, unit_id, item""")
                .param("programme", programmeId)
                .param("indicator", indicatorId)
                .query((row, n) -> figure(row))
                .list();
    }

    /**
     * What totals do not tell.
     *
     * @param wordings the latest sentence of each qualitative indicator
     * @param notFinal by indicator since which quarter figures are provisional or estimated
     */
    record Remarks(Map<UUID, String> wordings, Map<UUID, Map<Standing, Quarter>> notFinal) {}

    Remarks remarks(UUID programmeId) {
        Map<UUID, String> wordings = new HashMap<>();
        Map<UUID, Map<Standing, Quarter>> notFinal = new HashMap<>();
        jdbc.sql("""
                (select distinct on (indicator_id) indicator_id, wording, null as standing, period from figure
                where city_id = current_city() and programme_id = :programme and item = 'TEXT' and wording is not null
                order by indicator_id, period desc, unit_id)
                union all
                select indicator_id, null, standing, min(period) from figure
                where city_id = current_city() and programme_id = :programme and standing in ('PROVISIONAL', 'ESTIMATED')
                group by indicator_id, standing""").param("programme", programmeId).query(row -> {
            UUID indicator = row.getObject("indicator_id", UUID.class);
            String standing = row.getString("standing");
            if (standing == null) {
                wordings.put(indicator, row.getString("wording"));
            } else {
                notFinal.computeIfAbsent(indicator, id -> new EnumMap<>(Standing.class))
                        .put(
                                Standing.valueOf(standing),
                                Period.ofIndex(row.getInt("period")).quarter());
            }
        });
        return new Remarks(wordings, notFinal);
    }

    /** Figures that wait for their final value, of some units or of all (null), those due first. */
    List<AwaitedFigure> awaited(@Nullable Collection<UUID> units, LocalDate today) {
        if (units != null && units.isEmpty()) {
            return List.of();
        }
        String which = units == null ? "" : " and f.unit_id in (:units)";
        var query = jdbc.sql("select f.*, v.return_id, r.status = 'LOCKED' as locked from figure f"
                + " join return_version v on v.city_id = f.city_id and v.id = f.version_id"
                + " join quarterly_return r on r.city_id = v.city_id and r.id = v.return_id"
                + " where f.city_id = current_city() and f.standing in ('PROVISIONAL', 'ESTIMATED')"
                + which + " order by f.final_expected, f.period, f.unit_id, f.indicator_id, f.item limit 500");
        return (units == null ? query : query.param("units", units))
                .query((row, n) -> {
                    Figure figure = figure(row);
                    LocalDate expected = row.getObject("final_expected", LocalDate.class);
                    return new AwaitedFigure(
                            row.getObject("programme_id", UUID.class),
                            figure.indicatorId(),
                            figure.item(),
                            figure.unitId(),
                            figure.period(),
                            figure.value(),
                            figure.wording(),
                            figure.standing(),
                            expected,
                            expected.isBefore(today),
                            row.getObject("return_id", UUID.class),
                            row.getBoolean("locked"));
                })
                .list();
    }

    /** By unit how many figures should be final by a day and are not, and since when. */
    List<Overdue> overdue(LocalDate today) {
        return jdbc.sql("""
                select unit_id, count(*) as number, min(final_expected) as since from figure
                where city_id = current_city() and standing in ('PROVISIONAL', 'ESTIMATED') and final_expected < :today
                group by unit_id""")
                .param("today", today)
                .query((row, n) -> new Overdue(
                        row.getObject("unit_id", UUID.class),
                        row.getInt("number"),
                        row.getObject("since", LocalDate.class)))
                .list();
    }

    /** How many of a unit, and since which day. */
    record Overdue(UUID unitId, int number, LocalDate since) {}

    /** By indicator and period the units whose value counts. */
    Map<UUID, Map<Period, Set<UUID>>> reporters(Collection<UUID> indicators) {
        Map<UUID, Map<Period, Set<UUID>>> reporters = new HashMap<>();
        jdbc.sql("""
                select indicator_id, period, unit_id from figure
                where city_id = current_city() and indicator_id in (:indicators) and item = 'VALUE' and value is not null""").param("indicators", indicators).query(row -> {
            reporters
                    .computeIfAbsent(row.getObject("indicator_id", UUID.class), id -> new HashMap<>())
                    .computeIfAbsent(Period.ofIndex(row.getInt("period")), period -> new HashSet<>())
                    .add(row.getObject("unit_id", UUID.class));
        });
        return reporters;
    }

    /** By pair of sources the quarters in which the two differ beyond their tolerance, as {@link Reconciliation} has it, unexplained. */
    List<OpenDifferences> openDifferences() {
        return jdbc.sql("""
                select p.id, p.name, count(*) as number, min(v.recorded_at) as since
                from source_pair p
                join source_value v on v.city_id = p.city_id and v.pair_id = p.id
                join lateral (
                  select sum(value) as value, sum(units) as units
                  from (
                    select city_id, programme_id, indicator_id, item, period, value, units from figure_total
                    union all
                    select city_id, programme_id, indicator_id, item, period, value, units from figure_delta) as both_parts
                  where city_id = p.city_id and programme_id = p.programme_id and indicator_id = p.indicator_id
                    and item = 'VALUE' and period = v.period) t on t.units > 0
                where p.city_id = current_city() and v.explained_reported is distinct from t.value
                  and abs(t.value - v.value) * 100 > p.tolerance_percent * abs(v.value)
                group by p.id, p.name
                order by p.name, p.id""")
                .query((row, n) -> new OpenDifferences(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getInt("number"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** In how many quarters a pair differs, and since when that stands there. */
    record OpenDifferences(UUID pairId, String source, int number, Instant since) {}

    /** The returns of which these are versions. */
    Map<UUID, UUID> returnsOf(Collection<UUID> versions) {
        if (versions.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select id, return_id from return_version where city_id = current_city() and id in (:ids)")
                .param("ids", versions)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getObject("return_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return new Figure(
                row.getObject("indicator_id", UUID.class),
                Item.valueOf(row.getString("item")),
                row.getObject("unit_id", UUID.class),
                Period.ofIndex(row.getInt("period")),
                row.getBigDecimal("value"),
                row.getString("wording"),
                row.getObject("version_id", UUID.class),
                row.getInt("definition_no"),
                Standing.valueOf(row.getString("standing")));
    }

    /** A unit's figure and the one of the period before. */
    record Pair(UUID indicatorId, Item item, BigDecimal value, BigDecimal before) {}

    /** A figure that counts. */
    record Figure(
            UUID indicatorId,
            Item item,
            UUID unitId,
            Period period,
            @Nullable BigDecimal value,
            @Nullable String wording,
            UUID versionId,
            int definition,
            Standing standing) {}
}
