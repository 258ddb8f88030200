package fledge.demo;

import fledge.access.Role;
import fledge.counting.CountingService;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Says of both programmes which indicators count facts of the registers, as the city's file tells. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class CountedIndicators {

    private final Stage stage;
    private final CountingService counting;

    CountedIndicators(Stage stage, CountingService counting) {
        this.stage = stage;
        this.counting = counting;
    }

    void write(Town town, ProgrammeLoading.Both written) {
        stage.act(town.city(), town.founding().plus(Duration.ofHours(2)), town.player(Role.PLANNER), () -> {
            for (ProgrammePart.Item item : town.file().indicators()) {
                if (item.counts() != null) {
                    count(written.printed().indicators().get(item.code()), item);
                    count(written.sample().indicators().get(item.code()), item);
                }
            }
        });
    }

    /** The sample leaves some indicators out. */
    private void count(@Nullable UUID indicator, ProgrammePart.Item item) {
        if (indicator != null && item.counts() != null) {
            counting.count(indicator, item.counts());
        }
    }
}
