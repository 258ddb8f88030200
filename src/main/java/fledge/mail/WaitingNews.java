package fledge.mail;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.monitoring.ClockService;
import fledge.monitoring.ClockView;
import fledge.reminder.ReminderService;
import fledge.reminder.ReminderView;
import fledge.ui.Formats;
import fledge.ui.Worklist;
import fledge.ui.WorklistItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What of somebody's notices still waits for them, in the words of their worklist and in the language of their mail. */
@Component
class WaitingNews {

    private final AccountService accounts;
    private final UnitService units;
    private final Worklist worklist;
    private final ReminderService reminders;
    private final ClockService clocks;
    private final Formats formats;

    WaitingNews(
            AccountService accounts,
            UnitService units,
            Worklist worklist,
            ReminderService reminders,
            ClockService clocks,
            Formats formats) {
        this.accounts = accounts;
        this.units = units;
        this.worklist = worklist;
        this.reminders = reminders;
        this.clocks = clocks;
        this.formats = formats;
    }

    /** A thing that waits: what, of which form, until when, and where it opens below the city's address. */
    record Line(
            String title, @Nullable String form, @Nullable String due, String path) {}

    /** A notice with its line. */
    private record Told(Notice notice, Line line) {}

    /** One line for each thing, the reminder of it before its turn; nothing for whoever may act no more. */
    List<Line> lines(Mailbox mailbox, List<Notice> notices) {
        return told(mailbox, notices).stream()
                .collect(Collectors.toMap(
                        told -> told.notice().path(),
                        told -> told,
                        (one, other) -> other.notice().isReminder() ? other : one,
                        LinkedHashMap::new))
                .values()
                .stream()
                .map(Told::line)
                .toList();
    }

    /** The notices whose things still wait. */
    List<Notice> waiting(Mailbox mailbox, List<Notice> notices) {
        return told(mailbox, notices).stream().map(Told::notice).toList();
    }

    private List<Told> told(Mailbox mailbox, List<Notice> notices) {
        Actor actor = accounts.actorOf(mailbox.accountId());
        if (!actor.isSignedIn() || notices.isEmpty()) {
            return List.of();
        }
        return inLanguageOf(mailbox, () -> Actor.supply(actor, () -> told(actor, notices)));
    }

    static <T> T inLanguageOf(Mailbox mailbox, Supplier<T> work) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(mailbox.language().locale());
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private List<Told> told(Actor actor, List<Notice> notices) {
        List<WorklistItem> items = worklist.of(actor);
        Map<String, ReminderView> open = notices.stream().anyMatch(Notice::isReminder) ? reminders(actor) : Map.of();
        Map<UUID, ClockView> running = clocks.running(
                open.values().stream().map(ReminderView::returnId).toList());
        var told = new ArrayList<Told>();
        for (Notice notice : notices) {
            Line line = notice.isReminder() ? reminded(notice, open.get(notice.path()), running) : turn(notice, items);
            if (line != null) {
                told.add(new Told(notice, line));
            }
        }
        return told;
    }

    private Map<String, ReminderView> reminders(Actor actor) {
        return reminders
                .open(Stream.of(Right.RETURN_FILL, Right.RETURN_CERTIFY)
                        .flatMap(right -> actor.unitsWith(right).stream())
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(
                        reminder -> "/returns/" + reminder.returnId(),
                        reminder -> reminder,
                        (latest, earlier) -> latest));
    }

    private @Nullable Line reminded(Notice notice, @Nullable ReminderView reminder, Map<UUID, ClockView> running) {
        if (reminder == null) {
            return null;
        }
        UnitView unit = units.unit(reminder.unitId());
        ClockView clock = running.get(reminder.returnId());
        return new Line(
                formats.text("mail.line.reminded", unit.name(formats.locale()), reminder.period(), reminder.turn()),
                notice.form(formats.locale()),
                clock == null || clock.isPaused() ? null : formats.deadline(clock.dueAt()),
                notice.path());
    }

    /** An item that waits since before the cause is another one at the same address. */
    private @Nullable Line turn(Notice notice, List<WorklistItem> items) {
        return items.stream()
                .filter(item -> isOf(notice, item))
                .findFirst()
                .map(item -> {
                    Instant due = item.due();
                    return new Line(
                            formats.text(item.titleKey(), item.titleArguments().toArray()),
                            notice.form(formats.locale()),
                            due == null ? null : formats.deadline(due),
                            item.path());
                })
                .orElse(null);
    }

    private static boolean isOf(Notice notice, WorklistItem item) {
        return (item.path().equals(notice.path()) || item.path().startsWith(notice.path() + "/"))
                && !Objects.requireNonNull(item.since()).isBefore(notice.causedAt());
    }
}
