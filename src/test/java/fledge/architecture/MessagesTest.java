package fledge.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text is a message, in both languages, and every message that is asked for exists. */
class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path JAVA = Path.of("src/main/java");
    private static final String ENGLISH = "_en.properties";

    /** {@code #{key}}, with or without arguments; a key put together from an expression is not looked for. */
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z][\\w.-]*\\w)\\s*[(}]");

    private static final Pattern BY_NAME = Pattern.compile("#messages\\.msg\\w*\\('([a-z][\\w.-]*\\w)'[,)]");

    private static final List<Pattern> IN_JAVA = List.of(
            Pattern.compile("Reason\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]"),
            Pattern.compile("Reason\\.on\\(\\s*[^,()]+,\\s*\"([^\"]+)\"\\s*[,)]"),
            Pattern.compile("Flash\\.\\w+\\(\\s*\\w+,\\s*\"([^\"]+)\"\\s*[,)]"),
            Pattern.compile("getMessage\\(\\s*\"([^\"]+)\"\\s*,"));

    private static final Pattern LITERAL = Pattern.compile("[\"'|]([a-z][\\w.-]*[\\w.-])[\"'|$]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[,}]");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** An example of what may be typed, with its Chinese unit: {@code 1200万元}. */
    private static final Pattern EXAMPLE = Pattern.compile("\\d\\p{IsHan}+");

    @Test
    void every_message_is_in_both_languages() throws IOException {
        Map<String, String> chinese = messages(false);
        Map<String, String> english = messages(true);
        assertThat(minus(chinese.keySet(), english.keySet()))
                .as("missing in English")
                .isEmpty();
        assertThat(minus(english.keySet(), chinese.keySet()))
                .as("missing in Chinese")
                .isEmpty();
    }

    @Test
    void a_key_stands_in_one_file_only() throws IOException {
        for (boolean english : new boolean[] {false, true}) {
            var seen = new HashSet<String>();
            var twice = new TreeSet<String>();
            for (Path file : files(english)) {
                read(file).keySet().stream().filter(key -> !seen.add(key)).forEach(twice::add);
            }
            assertThat(twice).isEmpty();
        }
    }

    @Test
    void both_languages_use_the_same_arguments() throws IOException {
        Map<String, String> english = messages(true);
        var different = new TreeSet<String>();
        messages(false).forEach((key, text) -> {
            if (english.containsKey(key) && !arguments(text).equals(arguments(english.get(key)))) {
                different.add(key);
            }
        });
        assertThat(different).isEmpty();
    }

    @Test
    void english_messages_are_english() throws IOException {
        assertThat(messages(true).entrySet().stream()
                        .filter(message -> CHINESE.matcher(
                                        EXAMPLE.matcher(message.getValue()).replaceAll(""))
                                .find())
                        // The switch to the other language is written in that language.
                        .filter(message -> !message.getKey().startsWith("ui.locale."))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void every_message_a_template_shows_exists() throws IOException {
        var missing = new TreeMap<String, Path>();
        Set<String> known = messages(false).keySet();
        for (Path template : TemplatesTest.templates()) {
            String text = Files.readString(template).replaceAll("(?s)<!--.*?-->", "");
            Stream.of(IN_TEMPLATE, BY_NAME)
                    .flatMap(pattern -> pattern.matcher(text).results())
                    .map(found -> found.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(key -> missing.put(key, template));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void every_message_the_code_gives_exists() throws IOException {
        var missing = new TreeMap<String, Path>();
        Set<String> known = messages(false).keySet();
        for (Path source : sources()) {
            String text = Files.readString(source);
            IN_JAVA.stream()
                    .flatMap(pattern -> pattern.matcher(text).results())
                    .map(found -> found.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(key -> missing.put(key, source));
        }
        assertThat(missing).isEmpty();
    }

    /** Keys are also put together while running, so this is a note. */
    @Test
    void messages_that_nobody_seems_to_use_are_named() throws IOException {
        var literals = new HashSet<String>();
        for (Path file : Stream.concat(sources().stream(), TemplatesTest.templates().stream())
                .toList()) {
            String text = Files.readString(file);
            LITERAL.matcher(text).results().map(found -> found.group(1)).forEach(literals::add);
            IN_TEMPLATE.matcher(text).results().map(found -> found.group(1)).forEach(literals::add);
        }
        List<String> unused = messages(false).keySet().stream()
                .filter(key -> !literals.contains(key) && prefixes(key).noneMatch(literals::contains))
                .toList();
        if (!unused.isEmpty()) {
            System.out.println("Messages that nobody seems to use: " + unused);
        }
    }

    private static Stream<String> prefixes(String key) {
        return Stream.iterate(key.lastIndexOf('.'), dot -> dot > 0, dot -> key.lastIndexOf('.', dot - 1))
                .flatMap(dot -> Stream.of(key.substring(0, dot), key.substring(0, dot + 1)));
    }

    private static Set<String> arguments(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> minus(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Map<String, String> messages(boolean english) throws IOException {
        var messages = new TreeMap<String, String>();
        for (Path file : files(english)) {
            messages.putAll(read(file));
        }
        return messages;
    }

    private static List<Path> files(boolean english) throws IOException {
        Path folder = RESOURCES.resolve("messages");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .filter(file -> file.toString().endsWith(ENGLISH) == english)
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> read(Path file) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var messages = new TreeMap<String, String>();
        properties.forEach((key, text) -> messages.put((String) key, (String) text));
        return messages;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(JAVA)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
