package fledge.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit as others see it; {@code depth} is 0 for a unit without a parent, {@code validTo} is its last day. */
public record UnitView(
        UUID id,
        String code,
        String nameZh,
        String nameEn,
        UnitKind kind,
        @Nullable UUID parentId,
        int depth,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> aliases,
        int position) {

    UnitView at(int newDepth) {
        return new UnitView(id, code, nameZh, nameEn, kind, parentId, newDepth, validFrom, validTo, aliases, position);
    }

    public String name(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : nameZh;
    }

    public boolean isValidOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }
}
