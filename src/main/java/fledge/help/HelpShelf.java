package fledge.help;

import fledge.access.NotFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;

/**
 * The help pages, read once at the start from {@code help/<language>/<number>-<address>.md}; the number is the place in the
 * list of contents.
 */
@Service
public class HelpShelf {

    private final Map<String, List<HelpPage>> pages = Map.of("zh", read("zh"), "en", read("en"));

    /** Every page in the order of the list of contents. */
    public List<HelpPage> pages(Locale locale) {
        return Objects.requireNonNull(
                pages.get(Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? "en" : "zh"));
    }

    public HelpPage page(String slug, Locale locale) {
        return pages(locale).stream()
                .filter(page -> page.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new NotFound("help page " + slug));
    }

    private static List<HelpPage> read(String language) {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:help/" + language + "/*.md");
            return Arrays.stream(files)
                    .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                    .map(HelpShelf::page)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HelpPage page(Resource file) {
        try {
            String name = Objects.requireNonNull(file.getFilename());
            return HelpText.read(
                    name.substring(name.indexOf('-') + 1, name.lastIndexOf('.')),
                    file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
