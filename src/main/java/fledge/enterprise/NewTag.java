package fledge.enterprise;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A recognition to be recorded; {@code expiresOn} is its last day. */
public record NewTag(
        TagKind kind, LocalDate grantedOn, @Nullable LocalDate expiresOn, String document) {}
