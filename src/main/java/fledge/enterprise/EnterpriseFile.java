package fledge.enterprise;

import fledge.enterprise.rules.Population;
import fledge.enterprise.rules.SizeClass;
import fledge.enterprise.rules.SizeFigures;
import fledge.enterprise.rules.SizeStandard;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the register knows of one enterprise (一企一档), the newest first. {@code explained} is how its newest year came by its
 * size, null without figures; {@code exclusions} say why the city's programme does not count it; {@code was} and {@code became}
 * tell of a household business that became a company.
 */
public record EnterpriseFile(
        EnterpriseView enterprise,
        SizeStandard.@Nullable Result explained,
        PopulationView population,
        Set<Population.Exclusion> exclusions,
        List<Year> years,
        List<Tag> tags,
        List<Growth> growth,
        List<Step> steps,
        @Nullable Relative was,
        @Nullable Relative became) {

    /** A year's figures; {@code size} is by the standard, {@code officerSize} where it is silent. */
    public record Year(
            int year,
            SizeFigures figures,
            String source,
            String industryCode,
            String standard,
            SizeClass size,
            @Nullable SizeClass officerSize,
            @Nullable String officerReason,
            @Nullable UUID officerId,
            @Nullable UUID recordedBy,
            Instant recordedAt) {}

    /** A recognition; {@code withdrawnFor} is null unless it was recorded wrongly. */
    public record Tag(
            UUID id,
            TagKind kind,
            LocalDate grantedOn,
            @Nullable LocalDate expiresOn,
            String document,
            @Nullable UUID recordedBy,
            @Nullable String withdrawnFor) {

        public boolean isHeldOn(LocalDate day) {
            return withdrawnFor == null && !day.isBefore(grantedOn) && (expiresOn == null || !day.isAfter(expiresOn));
        }
    }

    /** A step of growth; {@code withdrawnFor} is null unless it was recorded wrongly. */
    public record Growth(
            UUID id,
            GrowthKind kind,
            LocalDate happenedOn,
            String evidence,
            @Nullable String formerCode,
            @Nullable UUID recordedBy,
            @Nullable String withdrawnFor) {}

    /** The household business it was, or the company it became: by its code, and by its id and name where it is registered. */
    public record Relative(
            String creditCode, @Nullable UUID id, @Nullable String nameZh) {}

    /** A change of its registration. */
    public record Step(
            EnterpriseAction action,
            EnterpriseStatus to,
            LocalDate since,
            String reason,
            @Nullable UUID personId,
            Instant at) {}
}
