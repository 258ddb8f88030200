package fledge.representative.web;

import fledge.access.OpenToAll;
import fledge.identity.SignUp;
import fledge.representative.RepresentativeService;
import fledge.ui.Flash;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** For people from an enterprise who come for the first time: an account, and the claim to act for the enterprise. */
@Controller
class SignUpController {

    private final RepresentativeService representatives;
    private final RepresentativePages pages;

    SignUpController(RepresentativeService representatives, RepresentativePages pages) {
        this.representatives = representatives;
        this.pages = pages;
    }

    /** Who opens the account. */
    record PersonForm(
            @Nullable String personName,
            @Nullable String login,
            @Nullable String password,
            @Nullable String passwordAgain) {

        SignUp person() {
            return new SignUp(
                    ClaimForm.text(login),
                    ClaimForm.text(personName),
                    ClaimForm.text(password),
                    ClaimForm.text(passwordAgain));
        }

        @Override
        public String toString() {
            return "PersonForm[" + login + "]";
        }
    }

    @GetMapping("/sign-up")
    @OpenToAll
    String show(Model model) {
        model.addAttribute("page", pages.claimForm());
        return "representative/sign-up";
    }

    @PostMapping("/sign-up")
    @OpenToAll
    String open(
            @ModelAttribute("person") PersonForm person,
            @ModelAttribute("claim") ClaimForm claim,
            HttpServletRequest request,
            RedirectAttributes next) {
        representatives.signUp(person.person(), claim.claim(), request.getRemoteAddr());
        Flash.success(next, "representative.signed-up");
        next.addAttribute("account", person.person().login().strip());
        return "redirect:/sign-in";
    }
}
