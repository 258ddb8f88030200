package fledge.ui;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that waits for a person: what, where it opens, since when, until when. */
public record WorklistItem(
        String titleKey,
        List<Object> titleArguments,
        String path,
        String source,
        Instant since,
        @Nullable Instant due) {}
