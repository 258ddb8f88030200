package fledge.ui;

/** What a module puts on the city's public front page: a fragment of its own and the model record for it. */
public interface FrontPart {

    int order();

    /** A template of the module, for example {@code programme/_front}. */
    String template();

    /** What the template reads as {@code part}. */
    Object model();
}
