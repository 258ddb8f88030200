package fledge.base;

import fledge.kernel.Month;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A milestone as others see it. */
public record MilestoneView(
        UUID id, String what, Month due, @Nullable Month reached) {}
