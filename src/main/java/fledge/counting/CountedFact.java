package fledge.counting;

import fledge.base.IntentionCount;
import fledge.enterprise.GrowthKind;
import fledge.kernel.Labelled;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A dated fact of the registers that indicators count. */
public enum CountedFact implements Labelled {
    HOUSEHOLD_TO_COMPANY(GrowthKind.HOUSEHOLD_TO_COMPANY, null),
    ABOVE_SCALE(GrowthKind.ABOVE_SCALE, null),
    SHAREHOLDING_REFORM(GrowthKind.SHAREHOLDING_REFORM, null),
    LISTING(GrowthKind.LISTING, null),
    NEW_MAKERSPACE(null, IntentionCount.NEW_MAKERSPACES),
    UPGRADED_TO_PROVINCIAL(null, IntentionCount.UPGRADED_TO_PROVINCIAL),
    RECOGNISED_NATIONALLY(null, IntentionCount.RECOGNISED_NATIONALLY),
    MODEL_BASE(null, IntentionCount.MODEL_BASES);

    private final @Nullable GrowthKind growth;
    private final @Nullable IntentionCount recognition;

    CountedFact(@Nullable GrowthKind growth, @Nullable IntentionCount recognition) {
        this.growth = growth;
        this.recognition = recognition;
    }

    /** Of enterprises; otherwise it is a recognition of bases. */
    Optional<GrowthKind> growth() {
        return Optional.ofNullable(growth);
    }

    Optional<IntentionCount> recognition() {
        return Optional.ofNullable(recognition);
    }

    public boolean isOfBases() {
        return recognition != null;
    }

    @Override
    public String labelKey() {
        return "counting.fact." + name();
    }
}
