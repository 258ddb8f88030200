package fledge.monitoring.web;

import fledge.identity.AccountService;
import fledge.identity.RoleHolder;
import fledge.monitoring.ClockView;
import fledge.monitoring.Turn;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose turn it is, since when, and until when: in words, for pages and lists. */
@Component
class TurnLines {

    /** More names than these are counted instead. */
    private static final int MOST_NAMES = 3;

    private final AccountService accounts;
    private final PortalClock clock;
    private final Formats formats;

    TurnLines(AccountService accounts, PortalClock clock, Formats formats) {
        this.accounts = accounts;
        this.clock = clock;
        this.formats = formats;
    }

    /** A turn in words; {@code people} only where a single return is shown. */
    record TurnLine(
            String turn,
            @Nullable String people,
            @Nullable String since,
            String due,
            String left,
            boolean overdue,
            boolean paused,
            boolean review) {}

    @Nullable
    TurnLine line(@Nullable ClockView running) {
        return running == null ? null : line(running, null);
    }

    /** With the names of those who may act: in the unit itself, or in the nearest unit above that has somebody. */
    @Nullable
    TurnLine lineWithPeople(@Nullable ClockView running, UUID unitId, UUID topUnitId) {
        if (running == null) {
            return null;
        }
        UUID asked = running.turn() == Turn.REVIEW_2 ? topUnitId : unitId;
        return line(running, names(accounts.nearest(running.turn().role(), asked)));
    }

    private TurnLine line(ClockView running, @Nullable String people) {
        Instant now = clock.now();
        return new TurnLine(
                formats.text(running.turn()),
                people,
                formats.minute(running.startedAt()),
                formats.deadline(running.dueAt()),
                running.isPaused() ? formats.text("monitoring.clock.paused") : formats.left(running.dueAt(), now),
                running.isOverdue(now),
                running.isPaused(),
                running.turn().isReview());
    }

    private String names(List<RoleHolder> people) {
        if (people.isEmpty()) {
            return formats.text("monitoring.turn.nobody");
        }
        String names = people.stream().limit(MOST_NAMES).map(this::name).collect(Collectors.joining("、"));
        return people.size() > MOST_NAMES ? formats.text("monitoring.turn.and-others", names, people.size()) : names;
    }

    private String name(RoleHolder holder) {
        return holder.deputies().isEmpty()
                ? holder.person().name()
                : formats.text("monitoring.turn.deputy", holder.person().name(), String.join("、", holder.deputies()));
    }

    /** A clock with its pauses, as the page of a return lists it. */
    record ClockRow(
            String turn,
            @Nullable String started,
            String due,
            @Nullable String ended,
            String state,
            String tone,
            List<String> pauses) {}

    ClockRow row(ClockView one, Map<UUID, String> names) {
        Instant now = clock.now();
        boolean over = one.isOverdue(now);
        String state = one.isPaused()
                ? "paused"
                : one.endedAt() == null ? (over ? "over" : "running") : over ? "late" : "kept";
        String tone = switch (state) {
            case "kept" -> "done";
            case "running" -> "working";
            case "paused" -> "waiting";
            default -> "refused";
        };
        return new ClockRow(
                formats.text(one.turn()),
                formats.minute(one.startedAt()),
                formats.deadline(one.dueAt()),
                formats.minute(one.endedAt()),
                formats.text("monitoring.clock.state." + state),
                tone,
                one.pauses().stream().map(pause -> pause(pause, names)).toList());
    }

    private String pause(ClockView.Pause pause, Map<UUID, String> names) {
        String by = names.getOrDefault(pause.pausedBy(), "");
        String from = Objects.requireNonNullElse(formats.minute(pause.pausedAt()), "");
        String until = formats.minute(pause.resumedAt());
        return until == null
                ? formats.text("monitoring.clock.pause-open", from, by, pause.reason())
                : formats.text(
                        "monitoring.clock.pause-ended",
                        from,
                        until,
                        by,
                        pause.reason(),
                        Objects.requireNonNullElse(pause.days(), 0));
    }
}
