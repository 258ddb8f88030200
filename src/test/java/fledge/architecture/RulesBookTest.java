package fledge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.support.GeneratedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes docs/rules.md: what the Javadoc of every rule says, in one readable book. */
class RulesBookTest {

    private static final Path PAGE = Path.of("docs/rules.md");
    private static final Path SOURCES = Path.of("src/main/java/fledge");
    private static final String PACKAGE = "package-info.java";

    /** A Javadoc comment, the annotations after it, and the declaration up to where its body, value or parameters begin. */
    private static final Pattern DOCUMENTED = Pattern.compile(
            "/\\*\\*(.*?)\\*/\\s*((?:@\\w+(?:\\([^)]*\\))?\\s*(?://[^\\n]*\\n\\s*)?)*)([^;{=(,]*)([;{=(,])",
            Pattern.DOTALL);

    private static final Pattern TYPE =
            Pattern.compile(".*\\b(?:class|record|interface|enum)\\s+(\\w+).*", Pattern.DOTALL);
    private static final Pattern LAST_WORD = Pattern.compile(".*?(\\w+)\\s*", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("\\{@(link|code|value)\\s+([^}]*)}");

    @Test
    void the_book_says_what_the_rules_say() throws IOException {
        GeneratedPage.check(PAGE, book(), RulesBookTest.class);
    }

    @Test
    void every_rule_is_explained() throws IOException {
        for (Path file : rules()) {
            assertThat(entries(file)).as(file.toString()).contains("\n#");
        }
    }

    @Test
    void tags_become_plain_text() {
        String source = "/**\n * At most {@value #MOST} of {@link Item#name()} (see {@code x}).\n *\n * <p>Next.\n"
                + " *\n * @param a one\n */\npublic record Rule(int a) {\n  static final int MOST = 3; }";
        assertThat(entriesOf(source))
                .isEqualTo("\n### Rule\n\nAt most 3 of `Item.name()` (see `x`).\n\nNext.\n\n- `a`: one\n");
    }

    private static String book() throws IOException {
        var book = new StringBuilder("""
                # The rules

                Policy arithmetic as the code does it: formula, unit, rounding, clause and a worked example, gathered from the Javadoc of the
                packages `rules`. Written by `bin/rules-book`; a test fails when it is stale.
                """);
        Path module = SOURCES;
        for (Path file : rules()) {
            if (!file.getParent().equals(module)) {
                module = file.getParent();
                book.append("\n## ")
                        .append(SOURCES.relativize(module).getName(0))
                        .append("\n\n");
                book.append(text(firstComment(module.resolve(PACKAGE)), ""));
            }
            book.append(entries(file));
        }
        return book.toString();
    }

    private static List<Path> rules() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.getParent().endsWith("rules") && !file.endsWith(PACKAGE))
                    .sorted()
                    .toList();
        }
    }

    private static String entries(Path file) throws IOException {
        return entriesOf(Files.readString(file));
    }

    /** A heading for each documented type, a line for each documented member that others can use. */
    private static String entriesOf(String source) {
        var entries = new StringBuilder();
        Matcher documented = DOCUMENTED.matcher(source);
        while (documented.find()) {
            String declaration = documented.group(3).strip();
            String said = text(documented.group(1), source);
            Matcher type = TYPE.matcher(declaration);
            if (type.matches()) {
                String heading = isNested(source, documented.start()) ? "\n`%s` — " : "\n### %s\n\n";
                entries.append(heading.formatted(type.group(1))).append(said);
            } else if (!declaration.startsWith("private")) {
                Matcher name = LAST_WORD.matcher(declaration);
                entries.append("\n`")
                        .append(name.matches() ? name.group(1) : declaration)
                        .append(isMethod(declaration, documented.group(4)) ? "()` — " : "` — ")
                        .append(said);
            }
        }
        return entries.toString();
    }

    /** A method has a type before its name; an enum constant with arguments has none. */
    private static boolean isMethod(String declaration, String next) {
        return next.equals("(") && declaration.contains(" ");
    }

    private static boolean isNested(String source, int at) {
        return source.lastIndexOf('\n', at) < at - 1;
    }

    private static String firstComment(Path file) throws IOException {
        Matcher comment = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL).matcher(Files.readString(file));
        assertThat(comment.find()).as("%s says what it is for", file).isTrue();
        return comment.group(1);
    }

    /** Javadoc as Markdown: paragraphs on a line of their own, tags as a list. */
    private static String text(String comment, String source) {
        String plain = comment.lines()
                .map(line -> line.strip().replaceFirst("^\\* ?", "").strip())
                .collect(Collectors.joining("\n"));
        plain = INLINE.matcher(plain).replaceAll(tag -> Matcher.quoteReplacement(inline(tag, source)));
        return Stream.of(plain.split("\n\\s*\n|\n(?=@)"))
                .map(paragraph ->
                        paragraph.replace("<p>", "").replaceAll("\\s+", " ").strip())
                .filter(paragraph -> !paragraph.isEmpty())
                .map(paragraph -> paragraph
                        .replaceFirst("^@param (\\w+) ", "- `$1`: ")
                        .replaceFirst("^@return ", "- result: ")
                        .replaceFirst("^@throws (\\w+) ", "- `$1`: "))
                .collect(Collectors.joining("\n\n", "", "\n"))
                .replaceAll("(?m)^(- .*)\n\n(?=- )", "$1\n");
    }

    private static String inline(MatchResult tag, String source) {
        String name = tag.group(2).strip();
        return switch (tag.group(1)) {
            case "value" -> constant(name.replace("#", ""), source);
            case "link" -> "`" + name.replaceFirst("^#", "").replace('#', '.') + "`";
            default -> "`" + name + "`";
        };
    }

    private static String constant(String name, String source) {
        Matcher constant = Pattern.compile("\\b" + name + "\\s*=\\s*([^;]+);").matcher(source);
        assertThat(constant.find()).as("the value of %s", name).isTrue();
        return constant.group(1).strip();
    }
}
