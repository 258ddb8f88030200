package fledge.monitoring;

import fledge.kernel.Ids;
import fledge.kernel.Quarter;
import fledge.monitoring.rules.Light;
import fledge.monitoring.rules.ProgressRating;
import fledge.programme.ProgrammeService;
import fledge.programme.rules.Observations;
import fledge.template.TemplateService;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the light of each indicator as it was when a return was accepted, with the version of the rule that set it. */
@Repository
class FrozenRatings {

    private final JdbcClient jdbc;
    private final JdbcOperations batch;
    private final Figures figures;
    private final ReturnRepository returns;
    private final ProgrammeService programmes;
    private final TemplateService templates;

    FrozenRatings(
            JdbcClient jdbc,
            JdbcOperations batch,
            Figures figures,
            ReturnRepository returns,
            ProgrammeService programmes,
            TemplateService templates) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.figures = figures;
        this.returns = returns;
        this.programmes = programmes;
        this.templates = templates;
    }

    /** Rates the indicators that a version contributes to, as of its quarter, and keeps the result. */
    void freeze(UUID programmeId, Quarter quarter, UUID versionId, Set<UUID> indicators, Instant at) {
        short city = CurrentCity.get().id();
        var totals = figures.totals(programmeId);
        var demand = new Demand(templates.plan(programmeId), returns.waived(programmeId));
        List<IndicatorProgress> rated = programmes.indicators(programmeId).stream()
                .filter(indicator -> indicators.contains(indicator.id()))
                .map(indicator -> Progress.of(
                        indicator,
                        totals.getOrDefault(indicator.id(), List.of()),
                        demand.of(indicator),
                        quarter,
                        Observations.NONE,
                        null,
                        List.of(),
                        Map.of()))
                .toList();
        batch.batchUpdate(
                "insert into frozen_rating (city_id, programme_id, indicator_id, period, id, at, version_id, rule, light,"
                        + " completion, expected) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rated,
                100,
                (row, progress) -> {
                    var evaluation = progress.evaluation();
                    row.setShort(1, city);
                    row.setObject(2, programmeId);
                    row.setObject(3, progress.indicator().id());
                    row.setInt(4, quarter.index());
                    row.setObject(5, Ids.next());
                    row.setTimestamp(6, Timestamp.from(at));
                    row.setObject(7, versionId);
                    row.setString(8, ProgressRating.VERSION);
                    row.setString(9, progress.rating().light().name());
                    row.setBigDecimal(10, evaluation == null ? null : evaluation.shownCompletion());
                    row.setBigDecimal(11, progress.expected());
                });
    }

    /** The ratings that were frozen on these figures: of their quarter and later ones, since they count. */
    List<FigureUse> standingOn(FigureChange change, Set<UUID> indicators) {
        Instant since = change.countedSince();
        return jdbc.sql("""
                select id, indicator_id, period, at from frozen_rating
                where city_id = current_city() and programme_id = :programme and indicator_id in (:indicators)
                  and period >= :period and at >= :since
                order by indicator_id, period, id""")
                .param("programme", change.programmeId())
                .param("indicators", indicators)
                .param("period", change.period().quarter().index())
                .param("since", Timestamp.from(since == null ? Instant.EPOCH : since))
                .query((row, n) -> new FigureUse(
                        "monitoring.use.rating",
                        row.getObject("indicator_id", UUID.class),
                        Quarter.ofIndex(row.getInt("period")),
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at")
                                .toInstant()
                                .atZone(PortalClock.ZONE)
                                .toLocalDate()
                                .toString(),
                        "/progress/indicators/" + row.getObject("indicator_id", UUID.class)))
                .list();
    }

    /** The lights of an indicator, the newest first; of a quarter that was accepted again, each. */
    List<IndicatorHistory.FrozenLight> of(UUID indicatorId) {
        return jdbc.sql("""
                select * from frozen_rating where city_id = current_city() and indicator_id = ?
                order by period desc, id desc limit 100""")
                .param(indicatorId)
                .query((row, n) -> new IndicatorHistory.FrozenLight(
                        Quarter.ofIndex(row.getInt("period")),
                        row.getTimestamp("at").toInstant(),
                        row.getString("rule"),
                        Light.valueOf(row.getString("light")),
                        row.getBigDecimal("completion"),
                        row.getBigDecimal("expected")))
                .list();
    }
}
