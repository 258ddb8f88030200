package fledge.monitoring;

import fledge.kernel.Month;
import fledge.kernel.Period;
import fledge.kernel.Quarter;
import fledge.programme.IndicatorView;
import fledge.programme.rules.Item;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Follows figures back to what was signed: each with its version, the hash of that, and the people who signed.
 * Plain SQL, because a page of figures comes with versions, returns, rounds and cells in one statement.
 */
@Repository
class FigureTrail {

    /** Rows the driver holds at a time; each carries a whole signed text. */
    private static final int FETCHED = 200;

    private final JdbcClient jdbc;

    FigureTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which figures: of an indicator, and of one period or unit if only those; a quarter has its months with it. */
    record Choice(
            IndicatorView indicator,
            @Nullable Period period,
            @Nullable UUID unitId) {

        private String condition() {
            return "city_id = current_city() and programme_id = :programme and indicator_id = :indicator"
                    + (period == null ? "" : " and period in (:periods)")
                    + (unitId == null ? "" : " and unit_id = :unit");
        }

        private JdbcClient.StatementSpec bound(JdbcClient jdbc, String sql) {
            JdbcClient.StatementSpec statement = jdbc.sql(sql.formatted(condition()))
                    .param("programme", indicator.programmeId())
                    .param("indicator", indicator.id());
            if (period != null) {
                statement = statement.param("periods", indexes(period));
            }
            return unitId == null ? statement : statement.param("unit", unitId);
        }

        private static List<Integer> indexes(Period period) {
            return period instanceof Quarter quarter
                    ? Stream.<Period>concat(
                                    Stream.of(quarter), IntStream.range(0, 3).mapToObj(Month.of(quarter.start())::plus))
                            .map(Period::index)
                            .toList()
                    : List.of(period.index());
        }

        /** Whether it is one of those that are asked for. */
        boolean has(Period other, UUID unit) {
            return (period == null || period.equals(other) || period.equals(other.quarter()))
                    && (unitId == null || unitId.equals(unit));
        }
    }

    /** The totals that pages are made of, beside the sums of the figures as they are now; the newest first. */
    List<Lineage.PeriodSum> sums(Choice choice) {
        return choice.bound(jdbc, """
                        with kept as (
                          select item, period, value, units from figure_total where %1$s
                          union all
                          select item, period, value, units from figure_delta where %1$s
                        ), found as (
                          select item, period, sum(value) as value, count(*) as units from figure
                          where %1$s and value is not null group by item, period
                        ), totals as (
                          select item, period, sum(value) as value, sum(units) as units from kept
                          group by item, period having sum(units) <> 0 or sum(value) <> 0
                        )
                        select item, period, totals.value as total, coalesce(totals.units, 0) as units,
                          found.value as recomputed, coalesce(found.units, 0) as figures
                        from totals full join found using (item, period) order by period desc, item""")
                .query((row, n) -> new Lineage.PeriodSum(
                        Item.valueOf(row.getString("item")),
                        Period.ofIndex(row.getInt("period")),
                        row.getBigDecimal("total"),
                        row.getInt("units"),
                        row.getBigDecimal("recomputed"),
                        row.getInt("figures")))
                .list();
    }

    /** Some of the figures, the newest period first, with what was signed and who approved it after that very certification. */
    List<Lineage.Input> inputs(Choice choice, int from, int most) {
        return choice.bound(jdbc, """
                        select f.item, f.period, f.unit_id, f.value, f.wording, f.definition_no, f.standing,
                          v.id, v.return_id, v.number, v.receipt, v.hash, v.content, v.prepared_by, v.prepared_for,
                          v.certified_by, v.certified_for, v.certified_at, v.timely, o.template_id,
                          r.status in ('ACCEPTED', 'LOCKED') as closed,
                          l.value as line_value, l.wording as line_wording, l.standing as line_standing,
                          array(
                            select array[action, from_status, to_status, person_id::text, on_behalf_of::text,
                              to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')]
                            from (
                              select s.*, count(*) filter (where s.action = 'CERTIFY') over (order by s.number) as signed
                              from return_step s where s.city_id = v.city_id and s.return_id = v.return_id) steps
                            where signed = v.number and action in ('PASS_LEVEL', 'ACCEPT') order by number) as approvals
                        from (select * from figure where %s order by period desc, unit_id, item offset :from limit :most) f
                        join return_version v on v.city_id = f.city_id and v.id = f.version_id
                        join quarterly_return r on r.city_id = v.city_id and r.id = v.return_id
                        join round o on o.city_id = r.city_id and o.id = r.round_id
                        left join return_line l on l.city_id = r.city_id and l.return_id = r.id
                          and l.indicator_id = f.indicator_id and l.item = f.item
                        order by f.period desc, f.unit_id, f.item""")
                .param("from", from)
                .param("most", most)
                .withFetchSize(FETCHED)
                .query((row, n) -> input(row, choice.indicator().code()))
                .list();
    }

    private static Lineage.Input input(ResultSet row, String indicatorCode) throws SQLException {
        Item item = Item.valueOf(row.getString("item"));
        Standing standing = Standing.valueOf(row.getString("standing"));
        var figure = new LineContent(row.getBigDecimal("value"), row.getString("wording"), "");
        int definition = row.getInt("definition_no");
        String content = row.getString("content");
        VersionView version = version(row);
        return new Lineage.Input(
                row.getObject("unit_id", UUID.class),
                Period.ofIndex(row.getInt("period")),
                item,
                figure,
                standing,
                definition,
                row.getObject("template_id", UUID.class),
                version,
                SignedContent.files(content),
                approvals(row),
                SignedContent.sha256(content).equals(version.hash())
                        ? check(
                                SignedContent.cells(content).get(indicatorCode + "." + item.name()),
                                figure,
                                standing,
                                definition,
                                row)
                        : Lineage.Check.CONTENT_CHANGED);
    }

    /** Holds the figure, and the cell of a closed return, against what was signed; a return that is open again may differ from it. */
    private static Lineage.Check check(
            SignedContent.@Nullable Cell signed, LineContent figure, Standing standing, int definition, ResultSet row)
            throws SQLException {
        if (signed == null
                || !signed.hasSame(figure, standing)
                || (signed.definition() != null && signed.definition() != definition)) {
            return Lineage.Check.FIGURE_DIFFERS;
        }
        if (row.getBoolean("closed")) {
            String firm = row.getString("line_standing");
            var line = new LineContent(row.getBigDecimal("line_value"), row.getString("line_wording"), "");
            if (firm == null || !signed.hasSame(line, Standing.valueOf(firm))) {
                return Lineage.Check.LINE_DIFFERS;
            }
        }
        return Lineage.Check.AS_SIGNED;
    }

    private static VersionView version(ResultSet row) throws SQLException {
        return new VersionView(
                row.getObject("id", UUID.class),
                row.getObject("return_id", UUID.class),
                row.getInt("number"),
                row.getString("receipt"),
                row.getString("hash"),
                row.getObject("prepared_by", UUID.class),
                row.getObject("prepared_for", UUID.class),
                row.getObject("certified_by", UUID.class),
                row.getObject("certified_for", UUID.class),
                row.getTimestamp("certified_at").toInstant(),
                row.getBoolean("timely"));
    }

    /** Who passed and who accepted the version, of each the last time: the one before was taken back. */
    private static List<StepView> approvals(ResultSet row) throws SQLException {
        Map<ReturnAction, StepView> last = new EnumMap<>(ReturnAction.class);
        for (Object fields : (Object[]) row.getArray("approvals").getArray()) {
            String[] step = (String[]) fields;
            var action = ReturnAction.valueOf(step[0]);
            last.put(
                    action,
                    new StepView(
                            action,
                            ReturnStatus.valueOf(step[1]),
                            ReturnStatus.valueOf(step[2]),
                            id(step[3]),
                            id(step[4]),
                            Instant.parse(step[5]),
                            null,
                            ""));
        }
        return List.copyOf(last.values());
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
