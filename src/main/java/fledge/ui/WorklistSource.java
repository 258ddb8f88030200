package fledge.ui;

import fledge.access.Actor;
import java.util.List;

/** A module's share of somebody's worklist (待办). */
public interface WorklistSource {

    List<WorklistItem> worklist(Actor actor);
}
