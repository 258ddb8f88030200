package fledge.counting;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An enterprise or a base behind a count, with the day and what proves it. */
public record FactName(
        UUID objectId,
        String nameZh,
        String nameEn,
        @Nullable UUID unitId,
        LocalDate day,
        String evidence) {}
