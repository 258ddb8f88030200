package fledge.base;

import fledge.access.Actor;
import fledge.access.Hand;
import fledge.access.Right;
import fledge.tenancy.CityMemory;
import fledge.tenancy.PortalClock;
import fledge.ui.WorklistItem;
import fledge.ui.WorklistSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Recognitions that wait for this person: to recommend, to have evaluated, to decide, to supplement, to check what was put right. */
@Component
class RecognitionWorklist implements WorklistSource {

    private static final Set<RecognitionStatus> WAITING = EnumSet.copyOf(Arrays.stream(RecognitionStatus.values())
            .filter(status -> turn(status) != null)
            .toList());

    private final RecognitionRepository recognitions;
    private final PortalClock clock;
    private final CityMemory<String, List<Waiting>> remembered = CityMemory.ofChanging(Duration.ofSeconds(15));

    /** A recognition that somebody has to go on with, and the base it is of. */
    private record Waiting(RecognitionView recognition, BaseView base) {}

    RecognitionWorklist(RecognitionRepository recognitions, PortalClock clock) {
        this.recognitions = recognitions;
        this.clock = clock;
    }

    @Override
    public List<WorklistItem> worklist(Actor actor) {
        if (WAITING.stream().noneMatch(status -> actor.may(Objects.requireNonNull(turn(status))))) {
            return List.of();
        }
        Instant now = clock.now();
        return remembered
                .get(
                        "all",
                        () -> recognitions.withBases(WAITING).stream()
                                .map(found -> new Waiting(
                                        found.recognition().view(), found.base().view()))
                                .toList())
                .stream()
                .filter(found -> isFor(actor, found, now))
                .map(RecognitionWorklist::item)
                .toList();
    }

    @EventListener({RecognitionApplied.class, RecognitionMoved.class})
    void forget() {
        remembered.forget();
    }

    /** By which right the next step is made; null where none waits. */
    private static @Nullable Right turn(RecognitionStatus status) {
        return switch (status) {
            case APPLIED -> Right.RECOGNITION_RECOMMEND;
            case NEEDS_SUPPLEMENT -> Right.RECOGNITION_APPLY;
            case RECOMMENDED, RECTIFYING -> Right.RECOGNITION_HANDLE;
            case REVIEW, NOTICE, RENEWAL -> Right.RECOGNITION_DECIDE;
            case RECOGNISED, UPGRADED, EXPIRED, REVOKED, WITHDRAWN, REFUSED -> null;
        };
    }

    /** Nobody is asked to pass their own work, and nothing waits while the public notice runs. */
    private static boolean isFor(Actor actor, Waiting found, Instant now) {
        RecognitionView recognition = found.recognition();
        UUID operator = found.base().entry().operatorUnitId();
        Right right = turn(recognition.status());
        return right != null
                && actor.may(right)
                && switch (recognition.status()) {
                    case NEEDS_SUPPLEMENT -> operator != null && actor.may(Right.RECOGNITION_APPLY, operator);
                    case NOTICE ->
                        recognition.noticeUntil() != null
                                && !now.isBefore(recognition.noticeUntil())
                                && !hasWorkedOn(actor, recognition);
                    case APPLIED, RECOMMENDED, REVIEW -> !hasWorkedOn(actor, recognition);
                    default -> true;
                };
    }

    private static boolean hasWorkedOn(Actor actor, RecognitionView recognition) {
        var hand = new Hand(actor.person(), null, actor.oneWith());
        return hand.gave(recognition.appliedBy(), recognition.recommendedBy())
                || hand.gave(recognition.reviewedBy(), null);
    }

    private static WorklistItem item(Waiting found) {
        RecognitionView recognition = found.recognition();
        return new WorklistItem(
                "recognition.worklist." + recognition.status(),
                List.of(found.base().name(LocaleContextHolder.getLocale()), recognition.level()),
                "/recognitions/" + recognition.id(),
                "recognition.worklist.source",
                recognition.since(),
                recognition.status() == RecognitionStatus.NEEDS_SUPPLEMENT
                        ? recognition.supplementUntil()
                        : recognition.status() == RecognitionStatus.RECTIFYING ? recognition.rectifyUntil() : null);
    }
}
