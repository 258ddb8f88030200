package fledge.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of docs that is written from the code: with {@code -Dfledge.docs=write} it is, without it the test compares. */
public final class GeneratedPage {

    private GeneratedPage() {}

    /** How to write the page of that test. */
    public static String command(Class<?> test) {
        return "mvn -q test -Dtest=" + test.getSimpleName() + " -Dfledge.docs=write";
    }

    /** Writes the page, or fails where the committed one says something else. */
    public static void check(Path page, String text, Class<?> test) throws IOException {
        if ("write".equals(System.getProperty("fledge.docs"))) {
            Files.writeString(page, text);
        }
        assertThat(page)
                .as("stale or missing: run %s", command(test))
                .exists()
                .content()
                .isEqualTo(text);
    }
}
