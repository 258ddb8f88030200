package fledge.base;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which bases of the register; null asks for all. */
public record BaseFilter(
        String words,
        @Nullable BaseKind kind,
        @Nullable BaseLevel level,
        @Nullable UUID zoneId,
        boolean withoutZone) {

    /** The whole register. */
    public static final BaseFilter ALL = new BaseFilter("", null, null, null, false);

    /** Whether it leaves that base. */
    public boolean fits(BaseEntry base) {
        return (kind == null || kind == base.kind())
                && (level == null || level == base.level())
                && (withoutZone ? base.zoneId() == null : zoneId == null || zoneId.equals(base.zoneId()))
                && lower(base.nameZh() + '\n' + base.nameEn() + '\n' + base.operatorName())
                        .contains(lower(words));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
