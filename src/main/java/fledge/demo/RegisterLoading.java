package fledge.demo;

import fledge.access.Role;
import fledge.base.BaseEntry;
import fledge.base.BaseNumbers;
import fledge.base.BaseService;
import fledge.base.ClashService;
import fledge.base.IntentionService;
import fledge.base.NewIntention;
import fledge.base.NewResult;
import fledge.base.NewSide;
import fledge.base.ResultService;
import fledge.base.Source;
import fledge.base.rules.LandArea;
import fledge.kernel.Measure;
import fledge.kernel.Month;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Registers a city's bases, as its case officer would from the documents; what these contradict stays open. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class RegisterLoading {

    private final Stage stage;
    private final BaseService bases;
    private final ResultService results;
    private final ClashService clashes;
    private final IntentionService intentions;
    private final RecognitionStory recognitions;

    RegisterLoading(
            Stage stage,
            BaseService bases,
            ResultService results,
            ClashService clashes,
            IntentionService intentions,
            RecognitionStory recognitions) {
        this.stage = stage;
        this.bases = bases;
        this.results = results;
        this.clashes = clashes;
        this.intentions = intentions;
        this.recognitions = recognitions;
    }

    /** The bases by their codes in the file. */
    Map<String, UUID> write(Town town, RegisterFile file) {
        Map<String, UUID> written = new HashMap<>();
        stage.act(town.city(), town.founding(), town.player(Role.CASE_OFFICER), () -> {
            file.intentions().forEach(wish -> intend(town, wish));
            file.bases().forEach(entry -> written.put(entry.code(), register(town, entry, written)));
        });
        for (RegisterFile.Entry entry : file.bases()) {
            UUID base = Objects.requireNonNull(written.get(entry.code()));
            entry.recognitions().forEach(tale -> recognitions.replay(town, base, tale));
        }
        return written;
    }

    private void intend(Town town, RegisterFile.Wish wish) {
        BigDecimal upper = wish.upper();
        intentions.record(new NewIntention(
                wish.nameZh(),
                wish.nameEn(),
                wish.counted(),
                wish.precision(),
                wish.measure().toBase(wish.value()),
                upper == null ? null : wish.measure().toBase(upper),
                wish.measure(),
                town.years().year(wish.fromYear()),
                town.years().year(wish.toYear()),
                source(wish.source())));
    }

    private UUID register(Town town, RegisterFile.Entry entry, Map<String, UUID> written) {
        UUID base = bases.register(new BaseEntry(
                entry.nameZh(),
                entry.nameEn(),
                entry.kind(),
                entry.level(),
                entry.phase(),
                Objects.requireNonNullElse(entry.operatorZh(), ""),
                entry.operatorUnit() == null ? null : town.unit(entry.operatorUnit()),
                entry.zone() == null ? null : town.unit(entry.zone()),
                entry.partOf() == null ? null : Objects.requireNonNull(written.get(entry.partOf())),
                new BaseNumbers(
                        entry.landMu() == null ? null : LandArea.squareMetres(entry.landMu()),
                        inBase(Measure.WAN_M2, entry.floorWanM2()),
                        inBase(Measure.WAN_M2, entry.floorDoneWanM2()),
                        inBase(Measure.CNY_YI, entry.investmentTotalYi()),
                        inBase(Measure.CNY_YI, entry.investmentDoneYi())),
                Objects.requireNonNullElse(entry.noteZh(), ""),
                source(entry.source()),
                entry.sample()));
        entry.results()
                .forEach(result -> results.record(
                        base,
                        new NewResult(
                                result.nature(),
                                result.topic(),
                                result.year(),
                                result.precision(),
                                result.topic().measure().toBase(result.value()),
                                source(result.source()))));
        entry.milestones()
                .forEach(step ->
                        results.plan(base, step.what(), Month.parse(step.due().replace('-', 'M'))));
        entry.clashes()
                .forEach(clash -> clashes.find(
                        base,
                        clash.field(),
                        clash.sides().stream()
                                .map(side -> new NewSide(
                                        clash.field().measure().toBase(side.value()),
                                        side.wording(),
                                        source(side.source())))
                                .toList()));
        return base;
    }

    private static @Nullable BigDecimal inBase(Measure measure, @Nullable BigDecimal shown) {
        return shown == null ? null : measure.toBase(shown);
    }

    private static Source source(CityFile.@Nullable Place place) {
        return place == null
                ? Source.NONE
                : new Source(
                        Objects.requireNonNullElse(place.document(), ""),
                        place.line(),
                        Objects.requireNonNullElse(place.quote(), ""));
    }
}
