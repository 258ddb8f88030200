package fledge.monitoring;

import fledge.kernel.Ids;
import fledge.kernel.Quarter;
import fledge.monitoring.rules.QuarterTotal;
import fledge.programme.rules.Item;
import fledge.tenancy.CurrentCity;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The roll-ups: the figure that counts for each indicator, item, unit and quarter, and its totals over units. A total is the
 * folded row plus what was appended since, so that two acceptances at once never wait for one row; a job folds.
 * Plain SQL, because a roll-up is arithmetic on sets and not an object.
 */
@Repository
class Figures {

    private final JdbcClient jdbc;
    private final JdbcOperations batch;

    Figures(JdbcClient jdbc, JdbcOperations batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Makes a certified version's lines the figures that count. */
    void count(UUID programmeId, Quarter quarter, UUID unitId, UUID versionId, List<ReturnLine> lines) {
        short city = CurrentCity.get().id();
        var filled = lines.stream().filter(line -> line.content().isFilled()).toList();
        batch.batchUpdate(
                "insert into figure (city_id, programme_id, indicator_id, item, unit_id, period, id, value, wording,"
                        + " version_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                filled,
                100,
                (row, line) -> {
                    row.setShort(1, city);
                    row.setObject(2, programmeId);
                    row.setObject(3, line.indicatorId());
                    row.setString(4, line.item().name());
                    row.setObject(5, unitId);
                    row.setInt(6, quarter.index());
                    row.setObject(7, Ids.next());
                    row.setBigDecimal(8, line.content().value());
                    row.setString(9, line.content().wording());
                    row.setObject(10, versionId);
                });
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

    /** Every total of a programme, by indicator. */
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
                having sum(units) > 0
                order by indicator_id, item, period""", programmeId);
    }

    /** The same from the figures themselves; for proof, not for pages. */
    Map<UUID, List<QuarterTotal>> totalsRecomputed(UUID programmeId) {
        return read("""
                select indicator_id, item, period, sum(value) as value, count(*) as units
                from figure
                where city_id = current_city() and programme_id = :programme and value is not null
                group by indicator_id, item, period
                order by indicator_id, item, period""", programmeId);
    }

    private Map<UUID, List<QuarterTotal>> read(String sql, UUID programmeId) {
        record Row(UUID indicatorId, QuarterTotal total) {}
        return jdbc
                .sql(sql)
                .param("programme", programmeId)
                .query((row, n) -> new Row(
                        row.getObject("indicator_id", UUID.class),
                        new QuarterTotal(
                                Item.valueOf(row.getString("item")),
                                Quarter.ofIndex(row.getInt("period")),
                                row.getBigDecimal("value").stripTrailingZeros(),
                                row.getInt("units"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::indicatorId, Collectors.mapping(Row::total, Collectors.toUnmodifiableList())));
    }

    /** What a unit reported for some quarters. */
    List<Figure> ofUnit(UUID programmeId, UUID unitId, Collection<Quarter> quarters) {
        if (quarters.isEmpty()) {
            return new ArrayList<>();
        }
        return jdbc.sql("""
                select * from figure
                where city_id = current_city() and programme_id = :programme and unit_id = :unit and period in (:periods)""")
                .param("programme", programmeId)
                .param("unit", unitId)
                .param("periods", quarters.stream().map(Quarter::index).toList())
                .query((row, n) -> figure(row))
                .list();
    }

    /** The same of some indicators only. */
    List<Figure> ofUnit(UUID programmeId, UUID unitId, Collection<Quarter> quarters, Collection<UUID> indicators) {
        return indicators.isEmpty()
                ? List.of()
                : jdbc.sql("""
                select * from figure
                where city_id = current_city() and programme_id = :programme and unit_id = :unit and period in (:periods)
                  and indicator_id in (:indicators)""")
                        .param("programme", programmeId)
                        .param("unit", unitId)
                        .param("periods", quarters.stream().map(Quarter::index).toList())
                        .param("indicators", indicators)
                        .query((row, n) -> figure(row))
                        .list();
    }

    /** What every other unit reported for a quarter and the one before it, so that their growth can be compared. */
    List<Pair> ofOthers(UUID programmeId, UUID unitId, Quarter quarter, Collection<UUID> indicators) {
        return indicators.isEmpty()
                ? List.of()
                : jdbc.sql("""
                select now.indicator_id, now.item, now.value, before.value as before
                from figure now join figure before on before.city_id = now.city_id and before.programme_id = now.programme_id
                  and before.indicator_id = now.indicator_id and before.item = now.item and before.unit_id = now.unit_id
                  and before.period = now.period - 1
                where now.city_id = current_city() and now.programme_id = :programme and now.period = :period
                  and now.unit_id <> :unit and now.indicator_id in (:indicators)
                  and now.value is not null and before.value is not null""")
                        .param("programme", programmeId)
                        .param("period", quarter.index())
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

    /** The latest sentence of each qualitative indicator. */
    Map<UUID, String> latestWordings(UUID programmeId) {
        return jdbc
                .sql("""
                select distinct on (indicator_id) indicator_id, wording from figure
                where city_id = current_city() and programme_id = ? and item = 'TEXT' and wording is not null
                order by indicator_id, period desc, unit_id""")
                .param(programmeId)
                .query((row, n) -> Map.entry(row.getObject("indicator_id", UUID.class), row.getString("wording")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

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
                Quarter.ofIndex(row.getInt("period")),
                row.getBigDecimal("value"),
                row.getString("wording"),
                row.getObject("version_id", UUID.class));
    }

    /** A unit's figure and the one of the quarter before. */
    record Pair(UUID indicatorId, Item item, BigDecimal value, BigDecimal before) {}

    /** A figure that counts. */
    record Figure(
            UUID indicatorId,
            Item item,
            UUID unitId,
            Quarter quarter,
            @Nullable BigDecimal value,
            @Nullable String wording,
            UUID versionId) {}
}
