package fledge.base;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A base as others see it: what the register says, and who wrote that. */
public record BaseView(
        UUID id,
        int version,
        BaseEntry entry,
        @Nullable UUID registeredBy,
        Instant registeredAt,
        @Nullable UUID revisedBy,
        @Nullable Instant revisedAt) {

    /** The name in the reader's language; one without an English name keeps its own. */
    public String name(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage())
                        && !entry.nameEn().isEmpty()
                ? entry.nameEn()
                : entry.nameZh();
    }
}
