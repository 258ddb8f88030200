package fledge.monitoring;

import java.util.List;

/** A module's answer to what of its own used some figures; a module that uses figures adds a bean. */
public interface FigureUseSource {

    /** In a stable order: the same answer twice is equal. */
    List<FigureUse> uses(FigureChange change);
}
