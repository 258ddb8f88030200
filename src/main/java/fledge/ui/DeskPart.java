package fledge.ui;

import fledge.access.Actor;
import org.jspecify.annotations.Nullable;

/** What a module puts on the desk beside the worklist: a fragment of its own and the model record for it. */
public interface DeskPart {

    int order();

    /** A template of the module with two fragments: {@code strip} stands over the worklist, {@code part} below it. */
    String template();

    /** What the template reads as {@code part}; null leaves the part out for this person. */
    @Nullable
    Object model(Actor actor);
}
