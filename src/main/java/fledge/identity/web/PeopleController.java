package fledge.identity.web;

import fledge.access.Actor;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.AccountState;
import fledge.identity.AccountView;
import fledge.identity.OneTimePassword;
import fledge.identity.PeopleService;
import fledge.identity.UnitService;
import fledge.ui.Flash;
import fledge.ui.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people of the city and their accounts. */
@Controller
class PeopleController {

    private static final String ONE_TIME = "oneTimePassword";

    private final AccountService accounts;
    private final PeopleService people;
    private final UnitService units;
    private final MessageSource messages;

    PeopleController(AccountService accounts, PeopleService people, UnitService units, MessageSource messages) {
        this.accounts = accounts;
        this.people = people;
        this.units = units;
        this.messages = messages;
    }

    @GetMapping("/people")
    @Requires(Right.PEOPLE_READ)
    String list(@RequestParam(defaultValue = "") String words, @ModelAttribute Slice.Request asked, Model model) {
        Slice<PeopleService.PersonLine> slice =
                Slice.of(people.search(words), asked, "/people", Map.of("words", words));
        model.addAttribute(
                "page",
                new PeopleListPage(words, slice.rows(), slice, Actor.current().may(Right.PEOPLE_MANAGE)));
        return "identity/people-list";
    }

    @GetMapping("/people/new")
    @Requires(Right.PEOPLE_MANAGE)
    String blank() {
        return "identity/people-form";
    }

    @PostMapping("/people")
    @Requires(Right.PEOPLE_MANAGE)
    String create(
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String personName,
            RedirectAttributes next) {
        OneTimePassword made = accounts.openWithOneTimePassword(login, personName);
        next.addFlashAttribute(ONE_TIME, made.password());
        Flash.success(next, "identity.account.opened", login.strip().toLowerCase(Locale.ROOT));
        return "redirect:/people/" + made.accountId();
    }

    @GetMapping("/people/{id}")
    @Requires(Right.PEOPLE_READ)
    String show(@PathVariable UUID id, Model model, Locale locale) {
        AccountView account = people.account(id);
        Actor actor = Actor.current();
        model.addAttribute(
                "page",
                new PeopleShowPage(
                        account,
                        Days.minute(account.openedAt()),
                        people.appointments(id).stream()
                                .map(held -> AppointmentRow.of(held, actor))
                                .toList(),
                        actor.may(Right.PEOPLE_MANAGE) && !account.personId().equals(actor.personId()),
                        model.getAttribute(ONE_TIME) instanceof String password ? password : null,
                        roles(locale),
                        units(locale)));
        return "identity/people-show";
    }

    @PostMapping("/people/{id}/state")
    @Requires(Right.PEOPLE_MANAGE)
    String changeState(
            @PathVariable UUID id,
            @RequestParam AccountState state,
            @RequestParam(defaultValue = "") String stateReason,
            RedirectAttributes next,
            Locale locale) {
        accounts.setState(id, state, stateReason);
        Flash.success(next, "identity.account.state-changed", messages.getMessage(state.labelKey(), null, locale));
        return "redirect:/people/" + id;
    }

    @PostMapping("/people/{id}/one-time-password")
    @Requires(Right.PEOPLE_MANAGE)
    String replacePassword(@PathVariable UUID id, RedirectAttributes next) {
        next.addFlashAttribute(ONE_TIME, accounts.replacePassword(id).password());
        return "redirect:/people/" + id;
    }

    private List<Option> roles(Locale locale) {
        return accounts.rolesHere().stream()
                .map(role -> new Option(role.name(), roleName(role, locale)))
                .toList();
    }

    private String roleName(Role role, Locale locale) {
        return messages.getMessage("access.role." + role, null, locale);
    }

    private List<Option> units(Locale locale) {
        return units.units().stream()
                .map(unit -> new Option(unit.id().toString(), "　".repeat(unit.depth()) + unit.name(locale)))
                .toList();
    }

    record Option(String value, String label) {}

    record PeopleListPage(
            String words,
            List<PeopleService.PersonLine> lines,
            Slice<PeopleService.PersonLine> slice,
            boolean mayManage) {}

    /** {@code mayAct}: an administrator who looks at somebody else. */
    record PeopleShowPage(
            AccountView account,
            String openedAt,
            List<AppointmentRow> appointments,
            boolean mayAct,
            @Nullable String oneTimePassword,
            List<Option> roles,
            List<Option> units) {}
}
