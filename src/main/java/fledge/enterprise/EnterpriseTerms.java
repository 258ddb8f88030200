package fledge.enterprise;

import java.time.LocalDate;
import java.util.UUID;

/** What the register says of an enterprise beside its code: what an officer may put right. */
public record EnterpriseTerms(
        String nameZh,
        String industryCode,
        UUID districtId,
        LocalDate foundedOn,
        boolean aboveScale,
        boolean aboveLimit) {}
