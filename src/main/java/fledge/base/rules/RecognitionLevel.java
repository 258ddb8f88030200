package fledge.base.rules;

import fledge.kernel.Labelled;
import java.util.Arrays;
import java.util.Optional;

/**
 * The levels at which a base is recognised (认定级别), each above the one before: 市级, 省级, 国家级.
 *
 * <p>Clause: seed 003 (Jinan), where city bases are to rise to the provincial level and some to be recognised by the state.
 * Example: above CITY is PROVINCIAL; above NATIONAL is none.
 */
public enum RecognitionLevel implements Labelled {
    CITY,
    PROVINCIAL,
    NATIONAL;

    /** The level above; empty at the top. */
    public Optional<RecognitionLevel> above() {
        return Arrays.stream(values())
                .filter(level -> level.compareTo(this) > 0)
                .findFirst();
    }

    @Override
    public String labelKey() {
        return "recognition.level." + name();
    }
}
