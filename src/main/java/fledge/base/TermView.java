package fledge.base;

import fledge.base.rules.RecognitionLevel;
import java.time.LocalDate;
import java.util.UUID;

/** A time in which a base holds a level; {@code until} is the first day on which it no longer does. */
public record TermView(
        UUID recognitionId, UUID baseId, RecognitionLevel level, LocalDate from, LocalDate until, String documentNo) {

    public boolean isInForceOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
