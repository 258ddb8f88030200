package fledge.monitoring.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.monitoring.ClockService;
import fledge.monitoring.ClockView;
import fledge.monitoring.ReturnStatus;
import fledge.monitoring.ReturnView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.template.FormHead;
import fledge.template.TemplateService;
import fledge.template.rules.Frequency;
import fledge.ui.Formats;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of returns, worded as the statistics bureau's own system words them. */
@Component
class ReturnListPages {

    private final UnitService units;
    private final ProgrammeService programmes;
    private final ClockService clocks;
    private final TemplateService templates;
    private final TurnLines turns;
    private final Formats formats;

    ReturnListPages(
            UnitService units,
            ProgrammeService programmes,
            ClockService clocks,
            TemplateService templates,
            TurnLines turns,
            Formats formats) {
        this.units = units;
        this.programmes = programmes;
        this.clocks = clocks;
        this.templates = templates;
        this.turns = turns;
        this.formats = formats;
    }

    record ReturnListPage(List<Row> rows) {}

    record Row(
            UUID id,
            String quarter,
            String unit,
            String programme,
            @Nullable String formCode,
            String name,
            String frequency,
            String opens,
            boolean sample,
            String status,
            String tone,
            TurnLines.@Nullable TurnLine turn,
            String due,
            @Nullable String certifiedAt,
            String href) {}

    @Transactional(readOnly = true)
    ReturnListPage own(List<ReturnView> returns) {
        Map<UUID, FormHead> forms = templates.forms(
                returns.stream().map(report -> report.round().templateId()).toList());
        Map<UUID, UnitView> unitsById = units.byId();
        Map<UUID, ProgrammeView> programmesById =
                programmes.programmes().stream().collect(Collectors.toMap(ProgrammeView::id, Function.identity()));
        Map<UUID, ClockView> running =
                clocks.running(returns.stream().map(ReturnView::id).toList());
        return new ReturnListPage(returns.stream()
                .map(report -> row(
                        report,
                        unitsById,
                        programmesById,
                        forms.get(report.round().templateId()),
                        turns.line(running.get(report.id()))))
                .toList());
    }

    private Row row(
            ReturnView report,
            Map<UUID, UnitView> unitsById,
            Map<UUID, ProgrammeView> programmesById,
            @Nullable FormHead form,
            TurnLines.@Nullable TurnLine turn) {
        ProgrammeView programme =
                Objects.requireNonNull(programmesById.get(report.round().programmeId()));
        return new Row(
                report.id(),
                formats.period(report.round().period()),
                Objects.requireNonNull(unitsById.get(report.unitId())).name(formats.locale()),
                programme.name(formats.locale()),
                form == null ? null : form.head().formCode(),
                form == null ? formats.text("monitoring.return.usual-form") : form.name(),
                formats.text(Frequency.of(report.round().period())),
                Objects.requireNonNullElse(formats.day(report.round().opensAt()), ""),
                programme.isSample(),
                formats.text(report.status()),
                ReturnPages.tone(report.status()),
                turn,
                formats.deadline(report.dueAt()),
                formats.minute(report.certifiedAt()),
                href(report));
    }

    /** Where a return opens for this person: the grid for who may write it now, else the page to read. */
    static String href(ReturnView report) {
        boolean writes = report.status().isWritable()
                && report.status() != ReturnStatus.SCHEDULED
                && Actor.current().may(Right.RETURN_FILL, report.unitId());
        return "/returns/" + report.id() + (writes ? "/form" : "");
    }
}
