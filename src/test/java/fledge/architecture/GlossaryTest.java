package fledge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The glossary is law: what it calls code is in the code. */
class GlossaryTest {

    private static final Path GLOSSARY = Path.of("docs/glossary.md");
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");
    private static final Pattern WORD = Pattern.compile("\\b[A-Z]\\w+");

    @Test
    void every_name_in_the_glossary_is_in_the_code() throws IOException {
        Set<String> used = wordsOfTheCode();
        assertThat(names(Files.readAllLines(GLOSSARY)).filter(name -> !used.contains(name)))
                .isEmpty();
    }

    @Test
    void a_name_that_nobody_uses_is_noticed() throws IOException {
        assertThat(names(List.of("| 词 | word · `NoSuchName`, will be `Later` |", "| 词 | word · `NoSuchName` |")))
                .containsExactly("NoSuchName");
        assertThat(wordsOfTheCode()).doesNotContain("NoSuchName").contains("Return");
    }

    /** A line that says "will be" speaks of what is not built yet. */
    private static Stream<String> names(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("|") && !line.contains("will be"))
                .flatMap(line -> NAME.matcher(line).results())
                .flatMap(name -> Stream.of(name.group(1), name.group(2)))
                .filter(name -> name != null);
    }

    private static Set<String> wordsOfTheCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(GlossaryTest::read)
                    .flatMap(source -> WORD.matcher(source).results())
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
