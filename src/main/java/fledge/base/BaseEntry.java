package fledge.base;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the register says of a base, as an officer writes it: areas in square metres, money in yuan; null is not known. */
public record BaseEntry(
        String nameZh,
        String nameEn,
        BaseKind kind,
        @Nullable BaseLevel level,
        @Nullable BasePhase phase,
        String operatorName,
        @Nullable UUID operatorUnitId,
        @Nullable UUID zoneId,
        @Nullable UUID partOf,
        BaseNumbers numbers,
        String note,
        Source source,
        boolean sample) {

    /** The same with other numbers. */
    BaseEntry with(BaseNumbers others) {
        return new BaseEntry(
                nameZh,
                nameEn,
                kind,
                level,
                phase,
                operatorName,
                operatorUnitId,
                zoneId,
                partOf,
                others,
                note,
                source,
                sample);
    }
}
