package fledge.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.NotFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HelpShelfTest {

    private static final Path PICTURES = Path.of("src/main/resources/static/help-pictures");

    private final HelpShelf shelf = new HelpShelf();

    @Test
    void both_languages_have_the_same_pages_of_the_same_build() {
        List<HelpPage> chinese = shelf.pages(Locale.CHINA);
        List<HelpPage> english = shelf.pages(Locale.ENGLISH);
        assertThat(chinese).isNotEmpty();
        assertThat(english)
                .extracting(HelpPage::slug)
                .isEqualTo(chinese.stream().map(HelpPage::slug).toList());
        for (int at = 0; at < chinese.size(); at++) {
            assertThat(kinds(english.get(at))).as(chinese.get(at).slug()).isEqualTo(kinds(chinese.get(at)));
        }
    }

    @Test
    void every_picture_exists_and_has_words() {
        Stream.of(Locale.CHINA, Locale.ENGLISH)
                .flatMap(locale -> shelf.pages(locale).stream())
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.kind() == HelpBlock.Kind.PICTURE)
                .forEach(picture -> {
                    assertThat(PICTURES.resolve(String.valueOf(picture.source())))
                            .matches(Files::exists, "exists");
                    assertThat(picture.spans().getFirst().text()).isNotBlank();
                });
    }

    @Test
    void what_a_page_calls_by_its_name_is_called_so_on_the_screen() throws IOException {
        String chinese = messages(name -> !name.endsWith("_en.properties"));
        String english = messages(name -> name.endsWith("_en.properties"));
        assertThat(names(Locale.CHINA))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(chinese).contains(name));
        assertThat(names(Locale.ENGLISH))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(english).contains(name));
    }

    private static String messages(Predicate<String> language) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            var all = new StringBuilder();
            for (Path file :
                    files.filter(one -> language.test(one.toString())).sorted().toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    private List<String> names(Locale locale) {
        return shelf.pages(locale).stream()
                .flatMap(page -> page.blocks().stream())
                .flatMap(HelpShelfTest::spans)
                .filter(HelpBlock.Span::name)
                .map(HelpBlock.Span::text)
                .distinct()
                .toList();
    }

    private static Stream<HelpBlock.Span> spans(HelpBlock block) {
        return Stream.concat(
                block.spans().stream(),
                block.items().stream().flatMap(List::stream).flatMap(HelpShelfTest::spans));
    }

    @Test
    void a_page_that_would_lose_words_is_refused() {
        assertThatThrownBy(() -> HelpText.read("x", "# Title\n\nLead\n\n<b>raw</b>\n"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HelpText.read("x", "No title")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_unknown_page_is_not_found() {
        assertThatThrownBy(() -> shelf.page("../../etc/passwd", Locale.CHINA)).isInstanceOf(NotFound.class);
    }

    private static List<HelpBlock.Kind> kinds(HelpPage page) {
        var kinds = new ArrayList<HelpBlock.Kind>();
        page.blocks().forEach(block -> kinds.add(block.kind()));
        return kinds;
    }
}
