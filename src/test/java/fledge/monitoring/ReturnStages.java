package fledge.monitoring;

import fledge.tenancy.City;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Cities with a return that has come to a certain stage, for tests of other packages. */
@TestComponent
public class ReturnStages {

    /** How far a return has come. */
    public enum Stage {
        DRAFT,
        AWAITING_SIGN_OFF,
        IN_REVIEW,
        ACCEPTED
    }

    /** A city of its own with such a return, one of its cells, its programme and its indicators. */
    public record Prepared(
            City city, UUID returnId, UUID lineId, UUID programme, List<UUID> indicators, List<UUID> units) {}

    private final MonitoringStory.Teller teller;
    private final SignOffService signOffs;
    private final ReviewService reviews;

    ReturnStages(MonitoringStory.Teller teller, SignOffService signOffs, ReviewService reviews) {
        this.teller = teller;
        this.signOffs = signOffs;
        this.reviews = reviews;
    }

    public Prepared at(Stage stage) {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        story.fill(story.preparer, id, "1000", "80", "100", "平稳");
        if (stage.compareTo(Stage.AWAITING_SIGN_OFF) >= 0) {
            story.as(story.preparer, () -> {
                signOffs.check(id);
                signOffs.request(id);
            });
        }
        if (stage.compareTo(Stage.IN_REVIEW) >= 0) {
            story.as(story.certifier, () -> signOffs.certify(id));
            story.as(story.reviewer, () -> reviews.start(id));
        }
        if (stage == Stage.ACCEPTED) {
            story.as(story.reviewer, () -> reviews.accept(id));
        }
        return new Prepared(
                story.city,
                id,
                story.sheet(story.preparer, id).lines().getFirst().id(),
                story.programme,
                List.of(story.firms, story.share, story.words),
                List.of(story.east, story.west));
    }
}
