package fledge.kernel;

import java.io.Serializable;

/** Something a page names by a message: pages and refusals show the text of {@link #labelKey()}, never the constant. */
public interface Labelled extends Serializable {

    /** The key of the name in the message files. */
    String labelKey();
}
