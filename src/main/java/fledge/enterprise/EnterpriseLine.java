package fledge.enterprise;

import fledge.enterprise.rules.SizeClass;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An enterprise in the list. */
public record EnterpriseLine(
        UUID id,
        String creditCode,
        String nameZh,
        String industryCode,
        UUID districtId,
        EnterpriseStatus status,
        SizeClass size,
        @Nullable Integer sizeYear,
        boolean sample) {}
