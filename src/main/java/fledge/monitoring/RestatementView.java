package fledge.monitoring;

import fledge.kernel.Period;
import fledge.programme.rules.Item;
import java.time.Instant;
import java.util.UUID;

/** That a figure which counted was replaced: whose, of which period, what it was, what it is, why and when. */
public record RestatementView(
        UUID indicatorId,
        Item item,
        UUID unitId,
        Period period,
        UUID returnId,
        UUID amendmentId,
        LineContent before,
        LineContent after,
        String reason,
        Instant at) {}
