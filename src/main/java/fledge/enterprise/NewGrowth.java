package fledge.enterprise;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A step of growth to be recorded, with what proves it; {@code formerCode} is that of the household business a company was. */
public record NewGrowth(
        GrowthKind kind,
        LocalDate happenedOn,
        String evidence,
        @Nullable String formerCode) {

    public NewGrowth(GrowthKind kind, LocalDate happenedOn, String evidence) {
        this(kind, happenedOn, evidence, null);
    }
}
