package fledge.mail.web;

import fledge.identity.AccountService;
import fledge.identity.AccountView;
import fledge.mail.LetterReason;
import fledge.mail.LetterService;
import fledge.mail.LetterStatus;
import fledge.mail.LetterView;
import fledge.ui.Formats;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The page of the queue. */
@Component
class MailQueuePages {

    private static final int ROWS = 50;

    private final LetterService letters;
    private final AccountService accounts;
    private final Formats formats;

    MailQueuePages(LetterService letters, AccountService accounts, Formats formats) {
        this.letters = letters;
        this.accounts = accounts;
        this.formats = formats;
    }

    /** The views of the queue: what somebody may have to see to comes first. */
    private enum Shown {
        OPEN(LetterStatus.WAITING, LetterStatus.FAILED, LetterStatus.NO_SERVER),
        SENT(LetterStatus.SENT),
        DROPPED(LetterStatus.DROPPED);

        @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
        private final Set<LetterStatus> statuses;

        Shown(LetterStatus... statuses) {
            this.statuses = Set.of(statuses);
        }

        static Shown of(String typed) {
            return Stream.of(values())
                    .filter(shown -> shown.address().equals(typed))
                    .findFirst()
                    .orElse(OPEN);
        }

        String address() {
            return name().toLowerCase(Locale.ROOT);
        }

        String href() {
            return "/mail?show=" + address();
        }

        int count(Map<LetterStatus, Long> counts) {
            return Math.toIntExact(statuses.stream()
                    .mapToLong(status -> counts.getOrDefault(status, 0L))
                    .sum());
        }
    }

    /** {@code again}: how many letters could be sent again. */
    record MailQueuePage(
            boolean serverSetUp,
            long gathering,
            long again,
            List<Tab> tabs,
            String empty,
            List<Row> rows,
            Slice slice) {}

    /** A view of the queue. */
    record Tab(String label, String href, boolean current, int count) {}

    /** A letter in words. */
    record Row(
            UUID id,
            String login,
            String person,
            String purpose,
            @Nullable String made,
            String tone,
            String status,
            @Nullable String when,
            int attempts,
            String reason,
            String reply,
            boolean again) {}

    /** What the pager reads. */
    record Slice(
            int total,
            int from,
            int to,
            @Nullable String previousHref,
            @Nullable String nextHref,
            List<Integer> sizes) {}

    MailQueuePage list(String typedShow, String typedPage) {
        Shown shown = Shown.of(typedShow);
        Map<LetterStatus, Long> counts = letters.counts();
        int total = shown.count(counts);
        int page = page(typedPage, total);
        List<LetterView> found = letters.letters(shown.statuses, page, ROWS);
        Map<UUID, AccountView> owners =
                accounts.views(found.stream().map(LetterView::accountId).collect(Collectors.toSet()));
        return new MailQueuePage(
                letters.isServerSetUp(),
                letters.gathering(),
                counts.getOrDefault(LetterStatus.FAILED, 0L) + counts.getOrDefault(LetterStatus.NO_SERVER, 0L),
                Stream.of(Shown.values())
                        .map(view -> new Tab(
                                formats.text("mail.shown." + view), view.href(), view == shown, view.count(counts)))
                        .toList(),
                formats.text("mail.empty." + shown),
                found.stream()
                        .map(letter -> row(letter, Objects.requireNonNull(owners.get(letter.accountId()))))
                        .toList(),
                new Slice(
                        total,
                        found.isEmpty() ? 0 : page * ROWS + 1,
                        page * ROWS + found.size(),
                        page == 0 ? null : shown.href() + "&page=" + page,
                        (page + 1) * ROWS >= total ? null : shown.href() + "&page=" + (page + 2),
                        List.of()));
    }

    /** Typed from 1, answered from 0; what is no page of the list is the first one. */
    private static int page(String typed, int total) {
        int page = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) - 1 : 0;
        return page < 0 || page * (long) ROWS >= total ? 0 : page;
    }

    private Row row(LetterView letter, AccountView owner) {
        LetterReason reason = letter.reason();
        boolean waits = letter.status() == LetterStatus.WAITING;
        return new Row(
                letter.id(),
                owner.login(),
                owner.personName(),
                formats.text(letter.purpose()),
                formats.minute(letter.madeAt()),
                tone(letter.status()),
                formats.text(letter.status()),
                waits ? formats.minute(letter.nextTryAt()) : formats.minute(letter.sentAt()),
                letter.attempts(),
                reason == null ? "" : formats.text(reason),
                letter.reply(),
                letter.status() == LetterStatus.FAILED || letter.status() == LetterStatus.NO_SERVER);
    }

    private static String tone(LetterStatus status) {
        return switch (status) {
            case WAITING -> "waiting";
            case SENT -> "done";
            case FAILED -> "refused";
            case NO_SERVER, DROPPED -> "neutral";
        };
    }
}
