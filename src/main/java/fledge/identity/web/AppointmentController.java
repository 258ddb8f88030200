package fledge.identity.web;

import fledge.access.Actor;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.identity.AccountService;
import fledge.identity.PeopleService;
import fledge.ui.Flash;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Roles in units: proposed by one administrator, confirmed or refused by a second one, taken back by any. */
@Controller
class AppointmentController {

    private final AccountService accounts;
    private final PeopleService people;

    AppointmentController(AccountService accounts, PeopleService people) {
        this.accounts = accounts;
        this.people = people;
    }

    @GetMapping("/appointments")
    @Requires(Right.PEOPLE_READ)
    String list(Model model) {
        Actor actor = Actor.current();
        model.addAttribute(
                "page",
                new AppointmentListPage(people.proposals().stream()
                        .map(proposal -> AppointmentRow.of(proposal, actor))
                        .toList()));
        return "identity/appointment-list";
    }

    @PostMapping("/people/{id}/appointments")
    @Requires(Right.PEOPLE_MANAGE)
    String propose(@PathVariable UUID id, @ModelAttribute("form") ProposalForm form, RedirectAttributes next) {
        accounts.propose(id, form.unit(), form.roleChosen(), form.lastDay(), form.why());
        Flash.success(next, "identity.appointment.proposed");
        return "redirect:/people/" + id;
    }

    @PostMapping("/appointments/{id}/confirmation")
    @Requires(Right.PEOPLE_MANAGE)
    String confirm(@PathVariable UUID id, RedirectAttributes next) {
        accounts.confirm(id);
        Flash.success(next, "identity.appointment.confirmed");
        return "redirect:/appointments";
    }

    @PostMapping("/appointments/{id}/revocation")
    @Requires(Right.PEOPLE_MANAGE)
    String revoke(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        accounts.revoke(id, reason);
        Flash.success(next, "identity.appointment.revoked");
        return "redirect:/appointments";
    }

    record AppointmentListPage(List<AppointmentRow> proposals) {}
}
