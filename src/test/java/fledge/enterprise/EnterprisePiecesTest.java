package fledge.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.support.PortalTest;
import fledge.support.Race;
import fledge.support.Superuser;
import fledge.tenancy.City;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has the words is found, and nobody else: before a name is cut in pieces, after it, and after it changed. */
@PortalTest
class EnterprisePiecesTest {

    private static final long SEED = 20261122;
    private static final String CHARACTERS = "恒泰鑫源𬭎A1（）司";

    @Autowired
    RegisterStory.Teller stories;

    @Autowired
    EnterpriseFinder finder;

    @Autowired
    EnterprisePieces pieces;

    @Autowired
    Superuser superuser;

    @Autowired
    JdbcClient jdbc;

    private RegisterStory story;
    private City city;

    @BeforeEach
    void found() {
        story = stories.begin();
        city = story.city;
    }

    private UUID register(int number, String name) {
        return story.register(number, name);
    }

    private List<String> found(String words) {
        return story.as(() -> finder.page(new EnterpriseFilter(words, null, null, null, null, null), 0, 100)).stream()
                .map(EnterpriseLine::nameZh)
                .toList();
    }

    private boolean cut() {
        return story.in(pieces::cut);
    }

    private int lost() {
        return story.in(pieces::lost);
    }

    private int lists() {
        return story.in(() -> jdbc.sql("select count(*) from enterprise_piece")
                .query(Integer.class)
                .single());
    }

    private static String word(Random random, int least, int most) {
        int[] characters = CHARACTERS.codePoints().toArray();
        return IntStream.range(0, least + random.nextInt(most - least + 1))
                .map(n -> characters[random.nextInt(characters.length)])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void whoever_has_the_words_is_found_whether_cut_waiting_or_renamed() {
        var random = new Random(SEED);
        List<UUID> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int n = 0; n < 24; n++) {
            String name = "恒" + word(random, 2, 9);
            names.add(name);
            ids.add(register(n, name));
            if (n == 11) {
                assertThat(cut()).isTrue();
            }
        }
        for (int turn = 0; turn < 3; turn++) {
            assertThat(lost()).isZero();
            for (int n = 0; n < 40; n++) {
                String words = word(random, 1, 5);
                if (words.codePoints().anyMatch(Character::isIdeographic)) {
                    assertThat(found(words))
                            .as(words)
                            .containsExactlyInAnyOrderElementsOf(names.stream()
                                    .filter(name -> name.contains(words))
                                    .toList());
                }
            }
            cut();
            assertThat(cut()).isFalse();
            String changed = "泰" + word(random, 2, 9);
            story.revise(ids.get(turn), changed, story.district, false);
            names.set(turn, changed);
        }
    }

    @Test
    void words_that_nearly_everybody_has_are_looked_for_in_the_names_themselves() {
        register(1, "恒泰塑料有限公司");
        superuser.run("insert into enterprise_uncut (city_id, id, enterprise_ids) select " + city.id()
                + ", uuidv7(), array_agg(uuidv7()) from generate_series(1, 3000)");
        assertThat(story.in(() -> pieces.rarest(city.id(), "有限公司"))).isEmpty();
        assertThat(found("有限公司")).containsExactly("恒泰塑料有限公司");
        assertThat(found("股份公司")).isEmpty();
        while (cut()) {
            assertThat(lost()).isZero();
        }
        register(2, "恒源塑料有限公司");
        assertThat(story.in(() -> pieces.rarest(city.id(), "有限公司"))).isNotEmpty();
        assertThat(found("源塑料有限")).containsExactly("恒源塑料有限公司");
    }

    @Test
    void those_who_enter_while_others_are_cut_are_lost_by_nobody() throws Exception {
        Callable<?>[] works = IntStream.range(0, 12)
                .mapToObj(n -> (Callable<?>) () -> n % 3 == 2 ? cut() : register(n, "东区第" + n + "有限公司"))
                .toArray(Callable<?>[]::new);
        assertThat(new Race("the pieces").run(works)).noneMatch(Throwable.class::isInstance);
        while (cut()) {
            assertThat(lost()).isZero();
        }
        assertThat(found("有限公司")).hasSize(8);
        assertThat(lost()).isZero();
    }

    @Test
    void who_could_not_be_found_would_be_noticed() {
        register(1, "恒泰塑料有限公司");
        register(2, "鑫源机电有限公司");
        while (cut()) {
            assertThat(lists()).isPositive();
        }
        assertThat(lost()).isZero();
        superuser.run("delete from enterprise_piece where piece = '恒泰塑' and city_id = " + city.id());
        assertThat(lost()).isEqualTo(1);
        superuser.run(
                "update enterprise_piece set enterprise_ids = '{}' where piece = '公司' and city_id = " + city.id());
        assertThat(lost()).isEqualTo(2);
    }
}
