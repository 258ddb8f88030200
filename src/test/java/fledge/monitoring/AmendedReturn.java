package fledge.monitoring;

import fledge.access.Actor;
import fledge.amendment.AmendmentCause;
import fledge.amendment.AmendmentKind;
import fledge.amendment.AmendmentRequest;
import fledge.amendment.AmendmentService;
import fledge.kernel.Quarter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A return of the eastern unit that was accepted and locked, or missed, and everybody who has a part in putting it right. */
final class AmendedReturn {

    final MonitoringStory story;
    final Quarter quarter;
    final UUID id;

    private final SignOffService signOffs;
    private final ReviewService reviews;
    private final AmendmentService amendments;

    /** Its cells in their order: firms, numerator, denominator, words; without any it is missed. */
    AmendedReturn(
            MonitoringStory story,
            Quarter quarter,
            SignOffService signOffs,
            ReviewService reviews,
            AmendmentService amendments,
            RoundDates dates,
            RoundService rounds,
            String... values) {
        this.story = story;
        this.quarter = quarter;
        this.signOffs = signOffs;
        this.reviews = reviews;
        this.amendments = amendments;
        var round = new UUID[1];
        story.at(MonitoringStory.dayAfter(quarter), () -> {
            round[0] = story.round(quarter);
            if (values.length > 0) {
                UUID returnId = story.returnOf(round[0], story.east);
                story.fill(story.preparer, returnId, values);
                certify(returnId);
                accept(returnId);
            }
        });
        this.id = story.returnOf(round[0], story.east);
        RoundView view = story.ask(story.planner, () -> rounds.round(round[0]));
        story.at(
                view.editEndAt(),
                () -> story.as(Actor.SYSTEM, () -> {
                    dates.closeWindows();
                    dates.lock();
                }));
    }

    private void certify(UUID returnId) {
        story.as(story.preparer, () -> {
            signOffs.check(returnId);
            signOffs.request(returnId);
        });
        story.as(story.certifier, () -> signOffs.certify(returnId));
    }

    private void accept(UUID returnId) {
        story.as(story.reviewer, () -> {
            reviews.start(returnId);
            reviews.accept(returnId);
        });
    }

    void certify() {
        certify(id);
    }

    void accept() {
        accept(id);
    }

    /** The id of a cell by its place. */
    UUID line(int place) {
        return story.sheet(story.planner, id).lines().get(place).id();
    }

    /** Asked for by the unit's certifier. */
    UUID requested(AmendmentKind kind, int... places) {
        return requestedBy(story.certifier, kind, places);
    }

    UUID requestedBy(Actor actor, AmendmentKind kind, int... places) {
        Set<UUID> lines = Arrays.stream(places).mapToObj(this::line).collect(Collectors.toSet());
        return story.ask(
                actor,
                () -> amendments.draft(
                        id,
                        new AmendmentRequest(kind, AmendmentCause.TRANSCRIPTION, "台账核对时发现少计", "区统〔2026〕3号", lines),
                        true));
    }

    /** Asked for and approved. */
    UUID opened(AmendmentKind kind, int... places) {
        UUID amendment = requested(kind, places);
        story.as(story.decider, () -> amendments.approve(amendment, 1));
        return amendment;
    }

    ReturnView view() {
        return story.sheet(story.planner, id).report();
    }

    Instant expiry() {
        return view().writableUntil();
    }

    <T> T ask(Actor actor, Supplier<T> work) {
        return story.ask(actor, work);
    }
}
