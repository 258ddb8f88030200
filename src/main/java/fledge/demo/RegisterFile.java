package fledge.demo;

import fledge.base.BaseField;
import fledge.base.BaseKind;
import fledge.base.BaseLevel;
import fledge.base.BasePhase;
import fledge.base.IntentionCount;
import fledge.base.Precision;
import fledge.base.RecognitionStatus;
import fledge.base.ResultNature;
import fledge.base.ResultTopic;
import fledge.base.rules.Grade;
import fledge.base.rules.RecognitionLevel;
import fledge.kernel.Measure;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A city's bases, as db/demo/README.md describes them. */
record RegisterFile(List<Wish> intentions, List<Entry> bases) {

    /** What a document wants, or a sample of such; years may be those of the sample (y1 to y3). */
    record Wish(
            String nameZh,
            String nameEn,
            @Nullable IntentionCount counted,
            Precision precision,
            BigDecimal value,
            @Nullable BigDecimal upper,
            Measure measure,
            @Nullable String fromYear,
            @Nullable String toYear,
            CityFile.@Nullable Place source) {}

    record Entry(
            String code,
            String nameZh,
            String nameEn,
            BaseKind kind,
            @Nullable BaseLevel level,
            @Nullable BasePhase phase,
            @Nullable String operatorZh,
            @Nullable String operatorUnit,
            @Nullable String zone,
            @Nullable String partOf,
            @Nullable BigDecimal landMu,
            @Nullable BigDecimal floorWanM2,
            @Nullable BigDecimal floorDoneWanM2,
            @Nullable BigDecimal investmentTotalYi,
            @Nullable BigDecimal investmentDoneYi,
            @Nullable String noteZh,
            CityFile.@Nullable Place source,
            boolean sample,
            List<Result> results,
            List<Step> milestones,
            List<Contradiction> clashes,
            List<Tale> recognitions,
            @Nullable Residents residents) {

        Entry {
            results = Lists.of(results);
            milestones = Lists.of(milestones);
            clashes = Lists.of(clashes);
            recognitions = Lists.of(recognitions);
        }
    }

    record Result(
            ResultNature nature,
            ResultTopic topic,
            @Nullable Integer year,
            Precision precision,
            BigDecimal value,
            CityFile.@Nullable Place source) {}

    /** An application, replayed from a day after the founding up to a status. */
    record Tale(
            RecognitionLevel level,
            RecognitionStatus until,
            int day,
            @Nullable Grade grade,
            boolean model) {}

    /**
     * How many invented enterprises reside in the base, and did: with {@code jobs} of those in residence together, from the
     * {@code first} of them on.
     */
    record Residents(int first, int present, int graduated, int left, int jobs) {

        int all() {
            return present + graduated + left;
        }
    }

    record Step(String what, String due) {}

    record Contradiction(BaseField field, List<Side> sides) {}

    record Side(BigDecimal value, String wording, CityFile.@Nullable Place source) {}
}
