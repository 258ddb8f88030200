package fledge.apportionment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One change of state: which way it went, whence, whither, by whom (nobody is the portal itself), when and why. */
public record TargetStepView(
        String action, String from, String to, @Nullable UUID person, Instant at, String reason) {}
