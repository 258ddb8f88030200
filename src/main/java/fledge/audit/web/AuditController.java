package fledge.audit.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.audit.AuditPage;
import fledge.audit.AuditService;
import fledge.audit.Verification;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CurrentCity;
import fledge.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The trail of the city: read, checked, and taken away as a bundle. */
@Controller
class AuditController {

    private final AuditService audit;

    AuditController(AuditService audit) {
        this.audit = audit;
    }

    @GetMapping("/audit")
    @Requires(Right.AUDIT_READ)
    String list(@ModelAttribute("filter") AuditFilterForm filter, @RequestParam @Nullable Long before, Model model) {
        AuditPage entries = audit.page(filter.toFilter(), before);
        model.addAttribute(
                "page",
                AuditListPage.of(filter, entries, audit.actions(), audit.head(), audit.lastVerification(), before));
        return "audit/audit-list";
    }

    @GetMapping("/audit/entries/{seq}")
    @Requires(Right.AUDIT_READ)
    String show(@PathVariable long seq, Model model) {
        model.addAttribute("page", AuditEntryPage.of(audit.entry(seq)));
        return "audit/audit-show";
    }

    @PostMapping("/audit/verification")
    @Requires(Right.AUDIT_READ)
    String verify(@RequestParam(defaultValue = "") String anchor, RedirectAttributes next) {
        Verification result = audit.verify(anchor.isBlank() ? null : anchor);
        if (result.firstBad() == null) {
            Flash.success(next, "audit.verification.intact", result.entries());
        } else {
            Flash.warning(
                    next,
                    "audit.verification.broken." + result.firstBad().fault(),
                    result.firstBad().seq());
        }
        return "redirect:/audit";
    }

    @PostMapping("/audit/export")
    @Requires(Right.AUDIT_READ)
    void export(
            @RequestParam(defaultValue = "") String recordedFrom,
            @RequestParam(defaultValue = "") String recordedTo,
            HttpServletResponse response)
            throws IOException {
        LocalDate from = day("recordedFrom", recordedFrom);
        LocalDate to = day("recordedTo", recordedTo);
        String name = "audit-" + CurrentCity.get().code() + ".zip";
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        audit.export(from, to, response.getOutputStream());
    }

    private static @Nullable LocalDate day(String field, String text) {
        if (text.isBlank()) {
            return null;
        }
        LocalDate day = AuditFilterForm.day(text);
        if (day == null) {
            throw new RuleRefused(Reason.on(field, "audit.export.unreadable-date"));
        }
        return day;
    }
}
