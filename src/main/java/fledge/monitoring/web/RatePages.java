package fledge.monitoring.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Period;
import fledge.monitoring.ReportingRateService;
import fledge.monitoring.ReportingRateService.Cell;
import fledge.monitoring.ReportingRateService.Rates;
import fledge.monitoring.ReturnSelection;
import fledge.monitoring.ReturnView;
import fledge.monitoring.RoundView;
import fledge.monitoring.rules.ReportingRates;
import fledge.programme.ProgrammeService;
import fledge.tenancy.PortalClock;
import fledge.ui.CsvText;
import fledge.ui.Formats;
import fledge.ui.Slice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** Lays reporting rates out: by round, by unit, each number with a link to its returns; and as canonical CSV. */
@Component
class RatePages {

    private static final List<String> COLUMNS = List.of(
            "programme",
            "quarter",
            "unit_code",
            "unit",
            "asked",
            "waived",
            "reported",
            "in_time",
            "cells_due",
            "cells_filled",
            "reporting_rate",
            "timeliness",
            "completeness");

    private final ReportingRateService rates;
    private final ProgrammeService programmes;
    private final UnitService units;
    private final PortalClock clock;
    private final Formats formats;

    RatePages(
            ReportingRateService rates,
            ProgrammeService programmes,
            UnitService units,
            PortalClock clock,
            Formats formats) {
        this.rates = rates;
        this.programmes = programmes;
        this.units = units;
        this.clock = clock;
        this.formats = formats;
    }

    /** The page of a programme; {@code quarter} where the units are those of one round. */
    record RateListPage(
            @Nullable UUID programmeId,
            String programme,
            boolean sample,
            List<Tab> tabs,
            @Nullable String quarter,
            String allHref,
            List<Row> rounds,
            Slice<Row> units) {}

    record Tab(
            String label,
            String href,
            boolean current,
            @Nullable Integer count) {}

    /** A round or a unit with its counts and rates; {@code href} leads to its own view, each count to its returns. */
    record Row(
            String label,
            @Nullable String href,
            boolean running,
            Count asked,
            Count waived,
            Count reported,
            Count inTime,
            Count missing,
            @Nullable String reporting,
            @Nullable String timeliness,
            @Nullable String completeness) {}

    record Count(long number, String href) {}

    record RateShowPage(UUID programmeId, String programme, String title, Slice<Found> slice) {}

    record Found(
            String quarter,
            String unit,
            @Nullable String href,
            String status,
            String tone,
            String due,
            @Nullable String reportedAt,
            @Nullable Boolean inTime,
            String cells) {}

    @Transactional(readOnly = true)
    RateListPage first(Slice.Request asked) {
        return programmes
                .running()
                .or(() -> programmes.programmes().stream().findFirst())
                .map(programme -> list(programme.id(), null, asked))
                .orElse(new RateListPage(
                        null,
                        "",
                        false,
                        List.of(),
                        null,
                        "/rates",
                        List.of(),
                        Slice.of(List.of(), asked, "/rates", Map.of())));
    }

    @Transactional(readOnly = true)
    RateListPage list(UUID programmeId, @Nullable Period period, Slice.Request asked) {
        Rates read = rates.rates(programmeId);
        Map<UUID, UnitView> byId = units.byId();
        RoundView chosen = read.rounds().stream()
                .filter(round -> round.period().equals(period))
                .findFirst()
                .orElse(null);
        Period shown = chosen == null ? null : chosen.period();
        String base = "/rates/programmes/" + programmeId;
        Instant now = clock.now();
        Map<UUID, ReportingRates> byRound = read.byRound();
        var rounds = new ArrayList<Row>();
        for (RoundView round : read.rounds()) {
            rounds.add(row(
                    formats.period(round.period()),
                    base + "?quarter=" + round.period().code(),
                    now.isBefore(round.dueAt()),
                    Objects.requireNonNull(byRound.get(round.id())),
                    behind(base, round.period(), null)));
        }
        if (!rounds.isEmpty()) {
            rounds.add(
                    row(formats.text("monitoring.rates.total"), null, false, read.total(), behind(base, null, null)));
        }
        Slice<Row> ofUnits = Slice.of(
                        read.byUnit(chosen == null ? null : chosen.id()).entrySet().stream()
                                .sorted(Comparator.comparingInt(one -> Objects.requireNonNull(byId.get(one.getKey()))
                                        .position()))
                                .toList(),
                        asked,
                        base,
                        shown == null ? Map.of() : Map.of("quarter", shown.code()))
                .map(one -> row(
                        Objects.requireNonNull(byId.get(one.getKey())).name(formats.locale()),
                        null,
                        false,
                        one.getValue(),
                        behind(base, shown, one.getKey())));
        return new RateListPage(
                programmeId,
                read.programme().name(formats.locale()),
                read.programme().isSample(),
                programmes.programmes().stream()
                        .map(programme -> new Tab(
                                programme.name(formats.locale()),
                                "/rates/programmes/" + programme.id(),
                                programme.id().equals(programmeId),
                                null))
                        .toList(),
                shown == null ? null : formats.period(shown),
                base,
                rounds,
                ofUnits);
    }

    private static UriComponentsBuilder behind(String base, @Nullable Period period, @Nullable UUID unit) {
        var address = UriComponentsBuilder.fromPath(base + "/returns");
        if (period != null) {
            address.queryParam("quarter", period.code());
        }
        if (unit != null) {
            address.queryParam("unit", unit);
        }
        return address;
    }

    private Row row(
            String label, @Nullable String href, boolean running, ReportingRates of, UriComponentsBuilder returns) {
        return new Row(
                label,
                href,
                running,
                count(of.asked(), returns, ReturnSelection.ASKED),
                count(of.waived(), returns, ReturnSelection.WAIVED),
                count(of.reported(), returns, ReturnSelection.REPORTED),
                count(of.inTime(), returns, ReturnSelection.IN_TIME),
                count(of.missing(), returns, ReturnSelection.MISSING),
                formats.percent(of.reporting()),
                formats.percent(of.timeliness()),
                formats.percent(of.completeness()));
    }

    private static Count count(long number, UriComponentsBuilder returns, ReturnSelection selection) {
        return new Count(
                number,
                returns.cloneBuilder()
                        .queryParam("selection", selection)
                        .build()
                        .toUriString());
    }

    @Transactional(readOnly = true)
    RateShowPage behind(
            UUID programmeId,
            @Nullable Period period,
            @Nullable UUID unitId,
            ReturnSelection selection,
            Slice.Request asked) {
        List<ReturnView> found = rates.behind(programmeId, period, unitId, selection);
        Map<UUID, UnitView> byId = units.byId();
        UnitView unit = unitId == null ? null : byId.get(unitId);
        String title = Stream.of(
                        period == null ? null : formats.period(period),
                        unit == null ? null : unit.name(formats.locale()),
                        formats.text(selection))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return new RateShowPage(
                programmeId,
                programmes.programme(programmeId).name(formats.locale()),
                title,
                Slice.of(
                                found,
                                asked,
                                "/rates/programmes/" + programmeId + "/returns",
                                Map.of(
                                        "quarter", period == null ? "" : period.code(),
                                        "unit", unitId == null ? "" : unitId.toString(),
                                        "selection", selection.name()))
                        .map(report -> found(report, byId)));
    }

    private Found found(ReturnView report, Map<UUID, UnitView> byId) {
        return new Found(
                formats.period(report.round().period()),
                Objects.requireNonNull(byId.get(report.unitId())).name(formats.locale()),
                Actor.current().may(Right.RETURN_READ, report.unitId()) ? "/returns/" + report.id() : null,
                formats.text(report.status()),
                ReturnPages.tone(report.status()),
                formats.deadline(report.dueAt()),
                formats.minute(report.reportedAt()),
                report.reportedAt() == null ? null : report.reportedInTime(),
                report.cellsFilled() + " / " + report.cellsAsked());
    }

    /** Fixed columns, rows by quarter and unit code, LF, UTF-8, numbers plain: the same rates give the same bytes. */
    String csv(Rates exported) {
        Map<UUID, UnitView> byId = units.byId();
        var text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        exported.cells().stream()
                .sorted(Comparator.comparingInt(
                                (Cell cell) -> cell.round().period().index())
                        .thenComparing(cell ->
                                Objects.requireNonNull(byId.get(cell.unitId())).code()))
                .forEach(cell -> text.append(line(exported, cell, Objects.requireNonNull(byId.get(cell.unitId()))))
                        .append('\n'));
        return text.toString();
    }

    private static String line(Rates exported, Cell cell, UnitView unit) {
        ReportingRates of = cell.rates();
        return String.join(
                ",",
                CsvText.quoted(exported.programme().code()),
                cell.round().period().code(),
                CsvText.quoted(unit.code()),
                CsvText.quoted(unit.nameZh()),
                Long.toString(of.asked()),
                Long.toString(of.waived()),
                Long.toString(of.reported()),
                Long.toString(of.inTime()),
                Long.toString(of.cellsDue()),
                Long.toString(of.cellsFilled()),
                plain(of.reporting()),
                plain(of.timeliness()),
                plain(of.completeness()));
    }

    private static String plain(@Nullable BigDecimal rate) {
        return rate == null ? "" : rate.toPlainString();
    }
}
