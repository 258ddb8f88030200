package fledge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a template may not contain. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final int GUIDE = 80;

    private static final Pattern TYPE = Pattern.compile("(?<![\\w])T\\(");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern INLINED = Pattern.compile("\\[\\[|\\[\\(");
    private static final Set<String> SPOKEN = Set.of("title", "alt", "placeholder", "aria-label", "aria-description");

    static List<Path> templates() throws IOException {
        if (!Files.exists(TEMPLATES)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("templates")
    void a_template_begins_with_its_doctype(Path template) throws IOException {
        assertThat(Files.readAllLines(template).getFirst()).isEqualToIgnoringCase("<!doctype html>");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("templates")
    void a_template_calls_no_types_and_writes_no_raw_text(Path template) throws IOException {
        String text = Files.readString(template);
        assertThat(TYPE.matcher(text).results().map(found -> around(text, found.start())))
                .as("T(…)")
                .isEmpty();
        assertThat(text).doesNotContain("th:utext").doesNotContain("th:inline");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("templates")
    void a_template_has_no_inline_style_or_script(Path template) throws IOException {
        for (Element element : elements(template)) {
            element.attributes().forEach(attribute -> {
                String name = attribute.getKey().replaceFirst("^(th:|data-th-)", "");
                assertThat(name).as(element.outerHtml()).isNotEqualTo("style").doesNotStartWith("on");
            });
            assertThat(element.normalName()).isNotEqualTo("style");
            if (element.normalName().equals("script")) {
                assertThat(element.data().strip()).as("a script's content").isEmpty();
                assertThat(element.hasAttr("src") || element.hasAttr("th:src")).isTrue();
            }
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("templates")
    void a_template_has_no_text_of_its_own(Path template) throws IOException {
        for (Element element : elements(template)) {
            for (Node node : element.childNodes()) {
                if (node instanceof TextNode text) {
                    assertThat(WORDS.matcher(text.getWholeText()).find()
                                    || INLINED.matcher(text.getWholeText()).find())
                            .as(
                                    "text of %s: “%s”",
                                    element.tagName(), text.getWholeText().strip())
                            .isFalse();
                }
                assertThat(node instanceof Comment comment && !comment.getData().startsWith("/*"))
                        .as("a comment that reaches the browser: %s", node)
                        .isFalse();
            }
            element.attributes().forEach(attribute -> {
                if (SPOKEN.contains(attribute.getKey())) {
                    assertThat(WORDS.matcher(attribute.getValue()).find())
                            .as("%s=\"%s\"", attribute.getKey(), attribute.getValue())
                            .isFalse();
                }
            });
        }
    }

    /** Lengths are for the eye: printed, never failed. */
    @Test
    void long_templates_are_named() throws IOException {
        var lengths = new TreeMap<Path, Integer>();
        for (Path template : templates()) {
            int lines = Files.readAllLines(template).size();
            if (lines > GUIDE) {
                lengths.put(template, lines);
            }
        }
        if (!lengths.isEmpty()) {
            System.out.println("Templates of more than " + GUIDE + " lines: " + lengths);
        }
    }

    private static List<Element> elements(Path template) throws IOException {
        return Jsoup.parse(Files.readString(template), "", Parser.xmlParser()).getAllElements();
    }

    private static String around(String text, int place) {
        return text.substring(Math.max(0, place - 30), Math.min(text.length(), place + 30));
    }
}
