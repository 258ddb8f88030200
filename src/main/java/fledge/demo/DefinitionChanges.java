package fledge.demo;

import fledge.access.Role;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.monitoring.IndicatorProgress;
import fledge.monitoring.ProgressService;
import fledge.monitoring.rules.QuarterTotal;
import fledge.programme.Bilingual;
import fledge.programme.BridgedQuarter;
import fledge.programme.Definition;
import fledge.programme.DefinitionService;
import fledge.programme.IndicatorView;
import fledge.programme.NewDefinition;
import fledge.programme.ProgrammeService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Changes the definition of an indicator as its file tells: proposed and bridged by the planner, approved by the decider. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class DefinitionChanges {

    private final Stage stage;
    private final DefinitionService definitions;
    private final ProgrammeService programmes;
    private final ProgressService progress;

    DefinitionChanges(
            Stage stage, DefinitionService definitions, ProgrammeService programmes, ProgressService progress) {
        this.stage = stage;
        this.definitions = definitions;
        this.programmes = programmes;
        this.progress = progress;
    }

    /** Makes the change once the last quarter before it is reported, in the week before its own first round. */
    void change(Town town, UUID programmeId, Quarter reported) {
        SamplePart.Redefinition told = town.file().definitionChange();
        Quarter from = town.years().quarter(told.from());
        if (!from.equals(reported.next())) {
            return;
        }
        LocalDate day = from.end().minusDays(7);
        IndicatorView indicator = stage.ask(town.city(), () -> programmes.indicators(programmeId)).stream()
                .filter(known -> known.code().equals(told.indicator()))
                .findFirst()
                .orElseThrow();
        var proposed = new AtomicReference<UUID>();
        stage.act(town.city(), Town.at(day, 9, 40), town.player(Role.PLANNER), () -> {
            UUID id = definitions.propose(indicator.id(), described(told, from, indicator));
            definitions.bridge(id, version(id), bridge(told, from, progress.one(indicator.id())));
            proposed.set(id);
        });
        stage.act(
                town.city(),
                Town.at(day, 11, 5),
                town.player(Role.PLANNER),
                () -> definitions.test(proposed.get(), version(proposed.get())));
        stage.act(
                town.city(),
                Town.at(day.plusDays(2), 15, 30),
                town.player(Role.DECIDER),
                () -> definitions.approve(proposed.get(), version(proposed.get()), told.documentNo()));
    }

    private int version(UUID id) {
        return definitions.definition(id).version();
    }

    private static NewDefinition described(SamplePart.Redefinition told, Quarter from, IndicatorView indicator) {
        Definition before = indicator.definitions().getLast().content();
        return new NewDefinition(
                from,
                new Definition(
                        new Bilingual(told.definitionZh(), told.definitionEn()),
                        before.formula(),
                        before.numerator(),
                        before.denominator()),
                told.population(),
                told.dataSource(),
                told.legalBasis(),
                told.reasonZh(),
                null);
    }

    private static List<BridgedQuarter> bridge(SamplePart.Redefinition told, Quarter from, IndicatorProgress known) {
        Measure measure = known.indicator().valueMeasure();
        var rows = new ArrayList<BridgedQuarter>();
        for (int at = 0; at < told.bridge().size(); at++) {
            Quarter quarter = from.plus(at - told.bridge().size());
            rows.add(new BridgedQuarter(
                    quarter,
                    known.totals().stream()
                            .filter(total -> total.quarter().equals(quarter))
                            .map(QuarterTotal::value)
                            .findFirst()
                            .orElseThrow(),
                    measure.toBase(told.bridge().get(at))));
        }
        return rows;
    }
}
