package fledge.identity.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.tenancy.CurrentCity;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows what was typed into a form whose session had expired, and offers to send it once more. */
@Controller
class ResumeController {

    static final String PATH = "/resume";

    @GetMapping(PATH)
    @Requires(Right.OWN_DESK)
    String show(HttpServletRequest request, Model model) {
        TypedForm typed = typed(request);
        if (typed == null) {
            return "redirect:" + ReturnPath.DESK;
        }
        model.addAttribute("page", typed);
        return "identity/resume";
    }

    /** Lets go of what was typed. */
    @PostMapping(PATH + "/discarding")
    @Requires(Right.OWN_DESK)
    String discard(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(TypedForm.KEY);
        }
        return "redirect:" + ReturnPath.DESK;
    }

    private static @Nullable TypedForm typed(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(TypedForm.KEY) instanceof TypedForm typed
                        && typed.cityId() == CurrentCity.get().id()
                ? typed
                : null;
    }
}
