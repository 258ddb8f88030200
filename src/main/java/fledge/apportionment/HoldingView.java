package fledge.apportionment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is to answer for a residual of that size, and whether they signed; {@code year} is that of the whole. */
public record HoldingView(
        UUID id,
        UUID setId,
        UUID indicatorId,
        int year,
        BigDecimal residual,
        UUID unitId,
        String reason,
        UUID namedBy,
        Instant namedAt,
        @Nullable UUID signedBy,
        @Nullable Instant signedAt) {

    public boolean isSigned() {
        return signedBy != null;
    }
}
