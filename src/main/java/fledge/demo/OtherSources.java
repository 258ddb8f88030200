package fledge.demo;

import fledge.access.Role;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.monitoring.SourceService;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Sets another source beside an indicator as its file tells, with a difference that is explained and one that is not. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class OtherSources {

    private final Stage stage;
    private final ProgrammeService programmes;
    private final SourceService sources;

    OtherSources(Stage stage, ProgrammeService programmes, SourceService sources) {
        this.stage = stage;
        this.programmes = programmes;
        this.sources = sources;
    }

    void write(Town town, UUID programmeId, Instant now) {
        SamplePart.OtherSource told = town.file().otherSource();
        IndicatorView indicator = stage.ask(town.city(), () -> programmes.indicators(programmeId)).stream()
                .filter(known -> known.code().equals(told.indicator()))
                .findFirst()
                .orElseThrow();
        Measure measure = indicator.valueMeasure();
        var pair = new AtomicReference<UUID>();
        Instant day = now.minus(Duration.ofDays(5));
        stage.act(town.city(), day, town.player(Role.PLANNER), () -> {
            pair.set(sources.pair(indicator.id(), told.kind(), told.nameZh(), told.tolerance()));
            for (SamplePart.OtherValue value : told.values()) {
                sources.record(
                        pair.get(),
                        town.years().quarter(value.quarter()),
                        measure.toBase(value.value()),
                        told.documentZh());
            }
        });
        stage.act(
                town.city(),
                day.plus(Duration.ofHours(2)),
                town.player(Role.PLANNER),
                () -> told.values().stream()
                        .filter(value -> value.reason() != null)
                        .forEach(value -> explain(town, pair.get(), value)));
    }

    private void explain(Town town, UUID pair, SamplePart.OtherValue value) {
        Quarter quarter = town.years().quarter(value.quarter());
        sources.explain(pair, quarter, value.reason(), value.textZh() == null ? "" : value.textZh());
    }
}
