package fledge.programme;

import fledge.kernel.Quarter;
import org.jspecify.annotations.Nullable;

/** A new version of a definition as proposed: from which quarter, what is counted among whom, by which source and law, and why it changes. */
public record NewDefinition(
        @Nullable Quarter validFrom,
        Definition content,
        @Nullable String population,
        @Nullable String dataSource,
        @Nullable String legalBasis,
        String reason,
        @Nullable String incomparable) {}
