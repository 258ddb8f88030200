package fledge.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A unit to be added; the position among its siblings is that of being added. */
public record NewUnit(
        String code,
        String nameZh,
        String nameEn,
        UnitKind kind,
        @Nullable UUID parentId,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<String> aliases) {

    public NewUnit {
        aliases = List.copyOf(aliases);
    }

    /** A unit without known dates or other names. */
    public static NewUnit of(String code, String nameZh, String nameEn, UnitKind kind, @Nullable UUID parentId) {
        return new NewUnit(code, nameZh, nameEn, kind, parentId, null, null, List.of());
    }
}
