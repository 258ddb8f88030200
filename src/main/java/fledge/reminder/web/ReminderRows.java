package fledge.reminder.web;

import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.reminder.ReminderView;
import fledge.ui.Formats;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reminders in words: names for ids, days for instants. */
@Component
class ReminderRows {

    private final UnitService units;
    private final AccountService accounts;
    private final Formats formats;

    ReminderRows(UnitService units, AccountService accounts, Formats formats) {
        this.units = units;
        this.accounts = accounts;
        this.formats = formats;
    }

    /** A line of the list of reminders. */
    record Row(
            UUID returnId,
            String unit,
            String quarter,
            String kind,
            String turn,
            @Nullable String at,
            String by,
            boolean byHand,
            String text,
            @Nullable String settled) {}

    List<Row> rows(List<ReminderView> reminders) {
        if (reminders.isEmpty()) {
            return List.of();
        }
        Map<UUID, UnitView> byId = units.byId();
        Map<UUID, String> names = accounts.personNames(reminders.stream()
                .map(ReminderView::sentBy)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return reminders.stream().map(reminder -> row(reminder, byId, names)).toList();
    }

    private Row row(ReminderView reminder, Map<UUID, UnitView> byId, Map<UUID, String> names) {
        UUID by = reminder.sentBy();
        return new Row(
                reminder.returnId(),
                Objects.requireNonNull(byId.get(reminder.unitId())).name(formats.locale()),
                formats.period(reminder.period()),
                formats.text(reminder.kind()),
                formats.text(reminder.turn()),
                formats.minute(reminder.sentAt()),
                by == null ? formats.text("reminder.system") : names.getOrDefault(by, ""),
                by != null,
                reminder.text(),
                formats.minute(reminder.settledAt()));
    }
}
