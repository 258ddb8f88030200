package fledge.monitoring;

import fledge.kernel.Quarter;
import fledge.programme.rules.Item;
import java.time.Instant;
import java.util.UUID;

/** That a figure which counted was replaced: whose, of which quarter, what it was, what it is, why and when. */
public record RestatementView(
        UUID indicatorId,
        Item item,
        UUID unitId,
        Quarter quarter,
        UUID returnId,
        UUID amendmentId,
        LineContent before,
        LineContent after,
        String reason,
        Instant at) {}
