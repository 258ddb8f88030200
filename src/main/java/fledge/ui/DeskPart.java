package fledge.ui;

import fledge.access.Actor;
import java.util.List;

/** What a module puts on the desk beside the worklist: tiles that each link to the list that makes their number. */
public interface DeskPart {

    List<DeskTile> tiles(Actor actor);

    /** A number with its name ({@code labelKey}), an addition below it, and the list behind it. */
    record DeskTile(String labelKey, String value, String noteKey, List<Object> noteArguments, String path) {}
}
