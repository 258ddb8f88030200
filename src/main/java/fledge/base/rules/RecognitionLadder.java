package fledge.base.rules;

import fledge.kernel.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which level a base may apply for.
 *
 * <p>Without a level in force: the lowest. With one: the next above it, and only after its last yearly assessment was EXCELLENT.
 * The level held stays in force until the higher one is recognised.
 *
 * <p>Clause: seed 004 (Yingtan): bases found excellent are recommended first for the provincial and national levels. Example: a
 * city base whose last grade is PASSED may not apply for the provincial level; with EXCELLENT it may, and never at once for the
 * national one.
 */
public final class RecognitionLadder {

    private RecognitionLadder() {}

    /** Why a base may not apply for the level; empty when it may. */
    public static Optional<Reason> refusal(
            RecognitionLevel wanted, @Nullable RecognitionLevel held, @Nullable Grade lastGrade) {
        if (held == null) {
            return wanted == RecognitionLevel.CITY
                    ? Optional.empty()
                    : Optional.of(Reason.on("level", "recognition.refused.lowest-first", RecognitionLevel.CITY));
        }
        if (held.above().filter(wanted::equals).isEmpty()) {
            return Optional.of(Reason.on("level", "recognition.refused.next-above", held));
        }
        return lastGrade == Grade.EXCELLENT
                ? Optional.empty()
                : Optional.of(Reason.on("level", "recognition.refused.not-excellent"));
    }
}
