package fledge.enterprise;

import fledge.enterprise.rules.Population;
import fledge.enterprise.rules.SizeClass;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An enterprise as others see it; {@code size} is that of {@code sizeYear}, its newest year with figures. */
public record EnterpriseView(
        UUID id,
        int version,
        String creditCode,
        @Nullable String codeReason,
        String nameZh,
        EnterpriseKind kind,
        String industryCode,
        UUID districtId,
        LocalDate foundedOn,
        EnterpriseStatus status,
        boolean aboveScale,
        boolean aboveLimit,
        boolean sample,
        SizeClass size,
        @Nullable Integer sizeYear) {

    /** What matters for the city's own population. */
    public Population.Member member() {
        return new Population.Member(
                size, status.isRegistered(), kind == EnterpriseKind.HOUSEHOLD, aboveScale, aboveLimit);
    }
}
