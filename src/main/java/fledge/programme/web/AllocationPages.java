package fledge.programme.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Measure;
import fledge.programme.AllocationView;
import fledge.programme.ApportionmentService;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the page model of a split. */
@Component
class AllocationPages {

    private final ApportionmentService apportionments;
    private final ProgrammeService programmes;
    private final UnitService units;
    private final AccountService accounts;
    private final Wording wording;

    AllocationPages(
            ApportionmentService apportionments,
            ProgrammeService programmes,
            UnitService units,
            AccountService accounts,
            Wording wording) {
        this.apportionments = apportionments;
        this.programmes = programmes;
        this.units = units;
        this.accounts = accounts;
        this.wording = wording;
    }

    record ShowPage(
            UUID indicatorId,
            String indicator,
            String programme,
            boolean sample,
            String measure,
            int version,
            boolean begun,
            boolean issued,
            @Nullable String documentNo,
            @Nullable String draftedBy,
            @Nullable String issuedBy,
            @Nullable String issuedAt,
            List<Integer> years,
            List<Row> rows,
            List<String> sums,
            @Nullable String total,
            List<Balance> balances,
            boolean closes,
            List<Choice> units,
            boolean mayDraft,
            boolean mayIssue) {}

    record Row(String unit, List<Cell> cells, String sum) {}

    record Cell(
            String name,
            String label,
            @Nullable String typed,
            @Nullable String shown) {}

    /** A target, what the parts have come to, and what is left. */
    record Balance(String name, String target, String sum, String residual, boolean closed) {}

    record Choice(String id, String name, boolean chosen) {}

    @Transactional(readOnly = true)
    ShowPage show(UUID indicatorId) {
        IndicatorView indicator = programmes.indicator(indicatorId);
        ProgrammeView programme = programmes.programme(indicator.programmeId());
        AllocationView split = apportionments.split(indicatorId);
        Measure measure = indicator.valueMeasure();
        Map<UUID, UnitView> byId = units.byId();
        UUID drafter = split.draftedBy();
        UUID issuer = split.issuedBy();
        Map<UUID, String> names = accounts.personNames(
                Stream.of(drafter, issuer).filter(Objects::nonNull).toList());
        Actor actor = Actor.current();
        boolean open = !split.isIssued() && !split.wholes().isEmpty();
        return new ShowPage(
                indicatorId,
                indicator.name(wording.locale()),
                wording.name(programme),
                programme.isSample(),
                wording.text(measure),
                split.version(),
                split.planId() != null,
                split.isIssued(),
                split.documentNo(),
                drafter == null ? null : names.get(drafter),
                issuer == null ? null : names.get(issuer),
                wording.minute(split.issuedAt()),
                split.years(),
                rows(split, measure, byId),
                split.years().stream()
                        .map(year -> shown(split.sumIn(year), measure))
                        .toList(),
                shown(split.years().stream().map(split::sumIn).reduce(BigDecimal.ZERO, BigDecimal::add), measure),
                split.wholes().stream()
                        .map(whole -> new Balance(
                                wording.whole(whole),
                                shown(whole.target(), measure),
                                shown(split.sum(whole), measure),
                                shown(split.residual(whole), measure),
                                split.residual(whole).signum() == 0))
                        .toList(),
                split.closes(),
                byId.values().stream()
                        .map(unit -> new Choice(
                                unit.id().toString(),
                                unit.name(wording.locale()),
                                split.units().contains(unit.id())))
                        .toList(),
                open && actor.may(Right.PROGRAMME_EDIT),
                open && split.planId() != null && actor.may(Right.TARGET_ISSUE));
    }

    private List<Row> rows(AllocationView split, Measure measure, Map<UUID, UnitView> byId) {
        List<Row> rows = new ArrayList<>();
        for (UUID unit : split.units()) {
            String name = wording.unit(byId, unit);
            List<Cell> cells = split.years().stream()
                    .map(year -> {
                        BigDecimal value = split.value(unit, year).orElse(null);
                        return new Cell(
                                "part-" + unit + "-" + year,
                                wording.text(
                                        "programme.apportionment.cell", name, year.toString(), wording.text(measure)),
                                wording.plain(value, measure),
                                wording.number(value, measure));
                    })
                    .toList();
            rows.add(new Row(name, cells, shown(split.sumOf(unit), measure)));
        }
        return rows;
    }

    private String shown(BigDecimal value, Measure measure) {
        return Objects.requireNonNull(wording.number(value, measure));
    }
}
