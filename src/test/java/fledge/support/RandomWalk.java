package fledge.support;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.access.NotFound;
import fledge.kernel.RuleRefused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/**
 * Whatever anybody does in whatever order. What is refused must leave everything as it was, and after each step that was not,
 * everything that must hold is asserted.
 */
public final class RandomWalk {

    private static final String NEVER = "never: ";
    private static final int SELDOM = 1;
    private static final int NOW_AND_THEN = 2;
    private static final int OFTEN = 6;
    private static final int LONGEST = 40;
    private static final int ONE_WORLD = 4;

    private final String what;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Supplier<?> everything;
    private Runnable beginAgain = () -> {};
    private final Map<String, Runnable> ways = new HashMap<>();
    private final List<String> chances = new ArrayList<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, Integer> refused = new TreeMap<>();

    /** The seed is printed; {@code everything} is compared before and after what is refused. */
    public RandomWalk(String what, Supplier<?> everything) {
        this.what = what;
        this.everything = everything;
        System.out.println("Random walk " + what + ", seed " + seed);
    }

    public Random random() {
        return random;
    }

    public <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Something that may be tried at each step. */
    public RandomWalk way(String name, Runnable act) {
        return add(name, NOW_AND_THEN, act);
    }

    /** What leads on, and so is tried more often than what leads back. */
    public RandomWalk often(String name, Runnable act) {
        return add(name, OFTEN, act);
    }

    /** What puts an end to everything, so that the rest of the way is reached as well. */
    public RandomWalk seldom(String name, Runnable act) {
        return add(name, SELDOM, act);
    }

    /** Something that must be refused whenever it is tried. */
    public RandomWalk never(String name, Runnable act) {
        return add(NEVER + name, SELDOM, act);
    }

    /** Where the way may come to an end before every goal was reached: goes on in another world. */
    public RandomWalk beginningAgain(Runnable begin) {
        beginAgain = begin;
        return this;
    }

    private RandomWalk add(String name, int chance, Runnable act) {
        ways.put(name, act);
        chances.addAll(Collections.nCopies(chance, name));
        return this;
    }

    /** Walks at least so many steps, and on until every goal was reached; {@code holds} is told where it is. */
    public void walk(int least, Consumer<String> holds, String... goals) {
        Object before = everything.get();
        for (int step = 0; step < least || step < LONGEST * least && !wentAll(goals); step++) {
            if (step > 0 && step % (ONE_WORLD * least) == 0) {
                beginAgain.run();
                before = everything.get();
            }
            String name = anyOf(chances);
            String where = "%s, seed %d, step %d, %s after %s".formatted(what, seed, step, name, done);
            try {
                Objects.requireNonNull(ways.get(name)).run();
            } catch (RuleRefused | NotFound | AccessDeniedException | ObjectOptimisticLockingFailureException no) {
                refused.merge(name + ": " + no.getMessage(), 1, Integer::sum);
                assertThat(everything.get()).as("refused, and yet: " + where).isEqualTo(before);
                continue;
            }
            assertThat(name).as("must be refused: " + where).doesNotStartWith(NEVER);
            done.merge(name, 1, Integer::sum);
            holds.accept(where);
            before = everything.get();
        }
        System.out.println("Random walk " + what + ": " + done + ", refused " + refused);
        assertThat(wentAll(goals))
                .as("%s, seed %d, %s, refused %s", what, seed, done, refused)
                .isTrue();
    }

    private boolean wentAll(String... goals) {
        return Arrays.stream(goals).allMatch(done::containsKey);
    }
}
