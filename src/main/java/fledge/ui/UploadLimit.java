package fledge.ui;

import java.util.regex.Pattern;

/** How large a file may be that is sent to some addresses; a module that takes files in adds a bean. */
public record UploadLimit(Pattern addresses, long bytes) {

    /** What the page of the upload is told in its parameter {@code refused}. */
    public static final String TOO_LARGE = "too-large";
}
