package fledge.enterprise;

import java.time.LocalDate;
import java.util.UUID;

/** An enterprise behind a count of steps of growth, with the day and the evidence. */
public record GrowthName(UUID enterpriseId, String nameZh, UUID districtId, LocalDate happenedOn, String evidence) {}
