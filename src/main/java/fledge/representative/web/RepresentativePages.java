package fledge.representative.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.enterprise.EnterpriseFinder;
import fledge.enterprise.EnterpriseView;
import fledge.identity.AccountService;
import fledge.kernel.Labelled;
import fledge.representative.Capacity;
import fledge.representative.RepresentativeAction;
import fledge.representative.RepresentativeFinder;
import fledge.representative.RepresentativeStatus;
import fledge.representative.RepresentativeView;
import fledge.representative.StepView;
import fledge.ui.Formats;
import fledge.ui.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages about representatives show. */
@Component
class RepresentativePages {

    private static final String PATH = "/representatives";

    private final RepresentativeFinder representatives;
    private final EnterpriseFinder enterprises;
    private final AccountService accounts;
    private final Formats formats;

    RepresentativePages(
            RepresentativeFinder representatives,
            EnterpriseFinder enterprises,
            AccountService accounts,
            Formats formats) {
        this.representatives = representatives;
        this.enterprises = enterprises;
        this.accounts = accounts;
        this.formats = formats;
    }

    /** A line of a select or of radio buttons. */
    record Option(String value, String label) {}

    record ClaimFormPage(List<Option> capacities) {}

    /** {@code shown}: which of them, by the name of the status or empty for those that wait. */
    record ListPage(String shown, List<Option> statuses, Slice<Row> rows) {}

    /** {@code besides}: who else acts for the enterprises that one signs for. */
    record OwnPage(List<Row> own, List<Row> besides) {}

    /** A claim in words; {@code enterpriseId} where one may open the enterprise's file. */
    record Row(
            UUID id,
            @Nullable UUID enterpriseId,
            String enterprise,
            String code,
            String person,
            String capacity,
            String status,
            String tone,
            @Nullable String since,
            boolean withdrawable) {}

    /** A decision with the address it is sent to. */
    record Decision(String path, String label) {}

    /** A label with its value. */
    record Line(
            String label, @Nullable String text, @Nullable String href) {}

    /** An entry of the timeline. */
    record Event(
            @Nullable String at,
            String title,
            @Nullable String who,
            @Nullable String note,
            boolean expected) {}

    /** {@code warning}: what the officer has to know before deciding, null where nothing is in the way. */
    record ShowPage(
            UUID id,
            String enterprise,
            String status,
            String tone,
            List<Line> facts,
            @Nullable UUID enterpriseId,
            @Nullable String warning,
            List<Decision> actions,
            boolean withdrawable,
            String backHref,
            List<Event> history,
            boolean mayAudit) {}

    ClaimFormPage claimForm() {
        return new ClaimFormPage(options(List.of(Capacity.values())));
    }

    private <E extends Enum<E> & Labelled> List<Option> options(Collection<E> constants) {
        return constants.stream()
                .map(constant -> new Option(constant.name(), formats.text(constant)))
                .toList();
    }

    ListPage list(String show, Slice.Request asked) {
        RepresentativeStatus chosen = Stream.of(RepresentativeStatus.values())
                .filter(status -> status.name().equals(show))
                .findFirst()
                .orElse(RepresentativeStatus.CLAIMED);
        Set<RepresentativeStatus> statuses = EnumSet.of(chosen);
        var rows = Slice.of(
                representatives.count(statuses),
                (from, size) -> representatives.page(statuses, from / size, size),
                asked,
                PATH,
                Map.of("show", chosen.name()));
        Map<UUID, String> names = names(rows.rows());
        return new ListPage(
                chosen.name(), options(List.of(RepresentativeStatus.values())), rows.map(view -> row(view, names)));
    }

    OwnPage own() {
        List<RepresentativeView> own = representatives.own();
        List<RepresentativeView> besides = representatives.besideOneself();
        Map<UUID, String> names =
                names(Stream.concat(own.stream(), besides.stream()).toList());
        return new OwnPage(
                own.stream().map(view -> row(view, names)).toList(),
                besides.stream().map(view -> row(view, names)).toList());
    }

    private Map<UUID, String> names(List<RepresentativeView> views) {
        return accounts.personNames(
                views.stream().map(RepresentativeView::personId).collect(Collectors.toSet()));
    }

    private Row row(RepresentativeView view, Map<UUID, String> names) {
        UUID enterprise = view.enterpriseId();
        return new Row(
                view.id(),
                enterprise != null && Actor.current().may(Right.ENTERPRISE_OWN, enterprise) ? enterprise : null,
                view.enterpriseName(),
                view.creditCode(),
                names.getOrDefault(view.personId(), ""),
                formats.text(view.capacity()),
                formats.text(view.status()),
                tone(view.status()),
                formats.day(view.since()),
                view.actions(Actor.current()).contains(RepresentativeAction.WITHDRAW));
    }

    private static String tone(RepresentativeStatus status) {
        return switch (status) {
            case CLAIMED -> "waiting";
            case CONFIRMED -> "done";
            case REFUSED -> "refused";
            case WITHDRAWN, ENDED -> "neutral";
        };
    }

    ShowPage show(UUID id) {
        RepresentativeView view = representatives.one(id);
        List<StepView> steps = representatives.history(id);
        Map<UUID, String> names = accounts.personNames(
                Stream.concat(Stream.of(view.personId()), steps.stream().map(StepView::personId))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        Set<RepresentativeAction> actions = view.actions(Actor.current());
        EnterpriseView known = enterprises.known(view.creditCode()).orElse(null);
        boolean officer = Actor.current().may(Right.REPRESENTATIVE_READ);
        return new ShowPage(
                id,
                view.enterpriseName(),
                formats.text(view.status()),
                tone(view.status()),
                facts(view, names, officer ? known : null),
                known != null
                                && (Actor.current().may(Right.ENTERPRISE_READ)
                                        || Actor.current().may(Right.ENTERPRISE_OWN, known.id()))
                        ? known.id()
                        : null,
                actions.contains(RepresentativeAction.CONFIRM) ? warning(view, known) : null,
                actions.stream()
                        .filter(action -> action != RepresentativeAction.WITHDRAW)
                        .map(action -> new Decision(path(action), formats.text(action)))
                        .toList(),
                actions.contains(RepresentativeAction.WITHDRAW),
                officer ? PATH : "/me/enterprises",
                history(view, steps, names),
                Actor.current().may(Right.AUDIT_READ));
    }

    private static String path(RepresentativeAction action) {
        return switch (action) {
            case CONFIRM -> "confirmation";
            case REFUSE -> "refusal";
            case END -> "end";
            case WITHDRAW -> "withdrawal";
        };
    }

    private List<Line> facts(RepresentativeView view, Map<UUID, String> names, @Nullable EnterpriseView known) {
        var lines = new ArrayList<>(List.of(
                line("person", names.getOrDefault(view.personId(), "")),
                line("capacity", formats.text(view.capacity())),
                line("creditCode", view.creditCode()),
                line("enterpriseName", view.enterpriseName())));
        if (known != null) {
            lines.add(line("registeredName", known.nameZh()));
        }
        lines.add(line("grounds", view.grounds()));
        return lines;
    }

    private Line line(String field, String text) {
        return new Line(formats.text("representative.field." + field), text, null);
    }

    /** Before somebody confirms: it cannot be yet, or the name is another one than the register's. */
    private @Nullable String warning(RepresentativeView view, @Nullable EnterpriseView known) {
        if (known == null) {
            return formats.text("representative.warning.not-registered");
        }
        return known.nameZh().equals(view.enterpriseName())
                ? null
                : formats.text("representative.warning.other-name", known.nameZh());
    }

    private List<Event> history(RepresentativeView view, List<StepView> steps, Map<UUID, String> names) {
        return Stream.concat(
                        steps.stream()
                                .map(step -> new Event(
                                        formats.minute(step.at()),
                                        formats.text(step.action()),
                                        name(step.personId(), names),
                                        step.reason().isEmpty() ? null : step.reason(),
                                        false)),
                        Stream.of(new Event(
                                formats.minute(view.claimedAt()),
                                formats.text("representative.history.claimed"),
                                names.get(view.personId()),
                                null,
                                false)))
                .toList();
    }

    private static @Nullable String name(@Nullable UUID person, Map<UUID, String> names) {
        return person == null ? null : names.get(person);
    }
}
