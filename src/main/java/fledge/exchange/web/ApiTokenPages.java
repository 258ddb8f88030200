package fledge.exchange.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.exchange.ApiTokenService;
import fledge.exchange.ApiTokenView;
import fledge.identity.AccountService;
import fledge.identity.UnitService;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.ProgrammeService;
import fledge.ui.Formats;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays the tokens of a unit out for reading. */
@Component
class ApiTokenPages {

    private static final UUID NOTHING = new UUID(0, 0);

    private final ApiTokenService tokens;
    private final AccountService accounts;
    private final UnitService units;
    private final ProgrammeService programmes;
    private final Formats formats;

    ApiTokenPages(
            ApiTokenService tokens,
            AccountService accounts,
            UnitService units,
            ProgrammeService programmes,
            Formats formats) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.units = units;
        this.programmes = programmes;
        this.formats = formats;
    }

    /** @param secret of the token just issued; shown this once */
    record ListPage(
            @Nullable String secret,
            boolean mayIssue,
            List<Option> preparers,
            List<Option> programmes,
            List<Option> days,
            List<Row> rows) {}

    record Option(String value, String label) {}

    record Row(
            UUID id,
            String label,
            String hint,
            String unit,
            String person,
            String programme,
            String issued,
            String expires,
            @Nullable String used,
            String tone,
            String state,
            boolean revocable) {}

    /** A preparer in a unit, as one choice of the form. */
    record Post(UUID unit, UUID account) {

        static Post parse(String text) {
            int slash = text.indexOf('/');
            if (slash < 0) {
                throw new RuleRefused(Reason.on("preparer", "exchange.token.refused.choose-preparer"));
            }
            return new Post(id(text.substring(0, slash)), id(text.substring(slash + 1)));
        }
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Transactional(readOnly = true)
    ListPage list(@Nullable String secret) {
        List<ApiTokenView> all = tokens.list();
        Set<UUID> people = new HashSet<>();
        all.forEach(token -> people.add(token.personId()));
        var names = accounts.personNames(people);
        boolean mayIssue = Actor.current().may(Right.API_TOKEN_ISSUE);
        var running = tokens.programmes();
        return new ListPage(
                secret,
                mayIssue,
                mayIssue ? preparers() : List.of(),
                running.stream()
                        .map(programme -> new Option(programme.id().toString(), programme.name(formats.locale())))
                        .toList(),
                List.of("90", "180", "365").stream()
                        .map(days -> new Option(days, formats.text("exchange.token.days.of", days)))
                        .toList(),
                all.stream()
                        .map(token -> row(token, names.getOrDefault(token.personId(), "")))
                        .toList());
    }

    private List<Option> preparers() {
        return tokens.units().stream()
                .flatMap(unit -> tokens.preparers(unit).stream()
                        .map(person -> new Option(
                                unit + "/" + person.accountId(),
                                units.unit(unit).name(formats.locale()) + " · " + person.name())))
                .toList();
    }

    private Row row(ApiTokenView token, String person) {
        String state = token.valid() ? "valid" : token.revokedAt() != null ? "revoked" : "expired";
        return new Row(
                token.id(),
                token.label(),
                "…" + token.hint(),
                units.unit(token.unitId()).name(formats.locale()),
                person,
                programmes.programme(token.programmeId()).name(formats.locale()),
                Objects.requireNonNullElse(formats.day(token.issuedAt()), ""),
                Objects.requireNonNullElse(formats.day(token.expiresAt()), ""),
                formats.minute(token.lastUsedAt()),
                token.valid() ? "done" : "neutral",
                formats.text("exchange.token.state." + state),
                token.valid() && Actor.current().may(Right.API_TOKEN_ISSUE, token.unitId()));
    }
}
