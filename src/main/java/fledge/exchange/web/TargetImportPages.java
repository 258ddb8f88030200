package fledge.exchange.web;

import fledge.apportionment.LineView;
import fledge.apportionment.Period;
import fledge.apportionment.SplitForecast;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetSetService;
import fledge.apportionment.TargetSetView;
import fledge.apportionment.rules.Balance;
import fledge.exchange.ImportService;
import fledge.exchange.ImportVerdict;
import fledge.exchange.TargetImportRow;
import fledge.exchange.TargetImportService;
import fledge.exchange.TargetImportView;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Measure;
import fledge.kernel.Reason;
import fledge.programme.SplitLaw;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays the steps of a decomposition's import out for reading. */
@Component
class TargetImportPages {

    private final TargetImportService imports;
    private final TargetSetService sets;
    private final UnitService units;
    private final ImportSteps steps;
    private final Formats formats;

    TargetImportPages(
            TargetImportService imports, TargetSetService sets, UnitService units, ImportSteps steps, Formats formats) {
        this.imports = imports;
        this.sets = sets;
        this.units = units;
        this.steps = steps;
        this.formats = formats;
    }

    record DifferencesPage(
            ImportSteps.Head head,
            UUID upload,
            String basis,
            @Nullable String closed,
            long writable,
            long conflicts,
            long faulty,
            long unchanged,
            List<Row> rows,
            List<Sum> sums) {

        public boolean confirmable() {
            return closed == null && faulty == 0 && writable + conflicts > 0;
        }
    }

    record Row(
            String cell,
            String indicator,
            @Nullable String href,
            String unit,
            String period,
            @Nullable String before,
            @Nullable String then,
            String tone,
            String verdict,
            String said) {}

    /** What the parts of a whole come to before and after. */
    record Sum(
            String indicator,
            String whole,
            String measure,
            @Nullable String target,
            @Nullable String before,
            @Nullable String then,
            @Nullable String residualBefore,
            @Nullable String residualThen,
            String tone,
            String state) {}

    @Transactional(readOnly = true)
    ImportSteps.ChoosePage choose(UUID setId, boolean tooLarge) {
        TargetSetView set = sets.set(setId);
        Reason closed = TargetImportService.closed(set);
        return new ImportSteps.ChoosePage(
                head(set, ImportSteps.At.UPLOAD, tooLarge),
                closed == null ? null : formats.text(closed),
                formats.text("exchange.target.how", ImportService.LIMITS.megabytes()));
    }

    @Transactional(readOnly = true)
    ImportSteps.RecognisedPage recognised(TargetImportView view, boolean tooLarge) {
        return steps.recognised(
                head(view.set(), ImportSteps.At.RECOGNISED, tooLarge),
                new ImportSteps.File(view.fileName(), view.size(), view.sha256(), view.uploadedAt(), view.expiresAt()),
                List.of(
                        steps.fact("set", named(view.set())),
                        steps.fact("sheets", formats.text("exchange.recognised.sheets.text", view.sheets())),
                        steps.fact(
                                "cells",
                                formats.text(
                                        "exchange.recognised.cells.text",
                                        view.rows().stream()
                                                .filter(row -> row.line() != null)
                                                .count(),
                                        view.asked())),
                        steps.fact(
                                "changed",
                                formats.text(
                                        "exchange.recognised.changed.cells",
                                        view.count(ImportVerdict.WRITABLE) + view.count(ImportVerdict.CONFLICT),
                                        view.count(ImportVerdict.FAULTY)))));
    }

    @Transactional(readOnly = true)
    DifferencesPage differences(TargetImportView view) {
        Map<UUID, UnitView> byId = units.byId();
        Reason closed = view.closed();
        return new DifferencesPage(
                head(view.set(), ImportSteps.At.DIFFERENCES, false),
                view.id(),
                view.basis(),
                closed == null ? null : formats.text(closed),
                view.count(ImportVerdict.WRITABLE),
                view.count(ImportVerdict.CONFLICT),
                view.count(ImportVerdict.FAULTY),
                view.count(ImportVerdict.UNCHANGED),
                view.rows().stream()
                        .filter(row -> row.verdict() != ImportVerdict.UNCHANGED)
                        .map(row -> row(view, row, byId))
                        .toList(),
                sums(view));
    }

    private Row row(TargetImportView view, TargetImportRow row, Map<UUID, UnitView> byId) {
        SplitView split = row.split();
        LineView line = row.line();
        Measure measure = split.measure();
        UnitView unit = line == null ? null : byId.get(line.unitId());
        return new Row(
                row.sheet() + " " + row.cell().address(),
                split.indicator().name(formats.locale()),
                "/target-sets/" + view.set().id() + "/splits/"
                        + split.indicator().id(),
                unit == null ? "" : unit.name(formats.locale()),
                line == null ? "" : period(line.period(), row.denominator()),
                formats.concise(row.now(), measure),
                row.verdict() == ImportVerdict.FAULTY ? row.typed() : formats.concise(row.then(), measure),
                ImportPages.tone(row.verdict()),
                formats.text(row.verdict()),
                imports.said(row));
    }

    private String period(Period period, boolean denominator) {
        Integer quarter = period.quarter();
        String year = Integer.toString(period.year());
        String shown = quarter == null
                ? formats.text("apportionment.year", year)
                : formats.text("ui.quarter." + quarter, year);
        return denominator ? formats.text("apportionment.denominator", shown) : shown;
    }

    /** The wholes of every indicator that the workbook would change. */
    private List<Sum> sums(TargetImportView view) {
        List<UUID> changed = view.rows().stream()
                .filter(row -> row.verdict() != ImportVerdict.UNCHANGED)
                .map(row -> row.split().indicator().id())
                .toList();
        var sums = new ArrayList<Sum>();
        for (SplitForecast forecast : view.splits()) {
            if (changed.contains(forecast.now().indicator().id())) {
                for (int at = 0; at < forecast.now().balances().size(); at++) {
                    sums.add(sum(
                            forecast,
                            forecast.now().balances().get(at),
                            forecast.then().balances().get(at)));
                }
            }
        }
        return sums;
    }

    private Sum sum(SplitForecast forecast, Balance now, Balance then) {
        SplitView split = forecast.then();
        Measure measure = split.measure();
        Measure ofTarget = split.law() == SplitLaw.RATIO ? split.indicator().measure() : measure;
        BigDecimal reached = then.reached();
        return new Sum(
                split.indicator().name(formats.locale()),
                formats.text(
                        now.whole().cumulative() ? "apportionment.upTo" : "apportionment.year",
                        Integer.toString(now.whole().year())),
                formats.measure(measure),
                formats.concise(now.whole().target(), ofTarget),
                formats.concise(now.reached(), ofTarget),
                formats.concise(reached, ofTarget),
                formats.concise(now.residual(), measure),
                formats.concise(then.residual(), measure),
                split.stands(then) ? "done" : "attention",
                formats.text(then.state()));
    }

    private String named(TargetSetView set) {
        return set.name() + " · " + formats.text("apportionment.set.number", set.number());
    }

    private ImportSteps.Head head(TargetSetView set, ImportSteps.At at, boolean tooLarge) {
        String address = "/target-sets/" + set.id();
        return steps.head(
                new ImportSteps.Subject(
                        address,
                        address,
                        formats.text("apportionment.split.back"),
                        address + "/decomposition.xlsx",
                        formats.text("exchange.target.download"),
                        named(set)),
                at,
                tooLarge,
                ImportService.LIMITS);
    }
}
