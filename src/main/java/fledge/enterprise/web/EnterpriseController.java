package fledge.enterprise.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.enterprise.EnterpriseService;
import fledge.ui.Flash;
import fledge.ui.Slice;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register: its list, the file of one enterprise, entering and putting right. */
@Controller
class EnterpriseController {

    private final EnterpriseService enterprises;
    private final EnterpriseListPages lists;
    private final EnterprisePages pages;
    private final EnterpriseForms forms;
    private final EnterpriseCsv csv;

    EnterpriseController(
            EnterpriseService enterprises,
            EnterpriseListPages lists,
            EnterprisePages pages,
            EnterpriseForms forms,
            EnterpriseCsv csv) {
        this.enterprises = enterprises;
        this.lists = lists;
        this.pages = pages;
        this.forms = forms;
        this.csv = csv;
    }

    @GetMapping("/enterprises")
    @Requires(Right.ENTERPRISE_READ)
    String list(@ModelAttribute("filter") FilterForm filter, Slice.Request asked, Model model) {
        model.addAttribute("page", lists.list(filter, asked));
        return "enterprise/enterprise-list";
    }

    @PostMapping("/enterprises/export")
    @Requires(Right.ENTERPRISE_READ)
    void export(@ModelAttribute("filter") FilterForm filter, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("enterprises.csv")
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        csv.write(
                filter.filter(),
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)));
    }

    @GetMapping("/enterprises/new")
    @Requires(Right.ENTERPRISE_MANAGE)
    String blank(Model model) {
        model.addAttribute("page", forms.blank());
        return "enterprise/enterprise-form";
    }

    @PostMapping("/enterprises")
    @Requires(Right.ENTERPRISE_MANAGE)
    String register(@ModelAttribute("form") EnterpriseForm form, RedirectAttributes next) {
        UUID id = enterprises.register(form.entered());
        Flash.success(next, "enterprise.done.registered");
        return "redirect:/enterprises/" + id;
    }

    @GetMapping("/enterprises/{id}")
    @Requires({Right.ENTERPRISE_READ, Right.ENTERPRISE_OWN})
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.show(id));
        return "enterprise/enterprise-show";
    }

    @GetMapping("/enterprises/{id}/edit")
    @Requires(Right.ENTERPRISE_MANAGE)
    String edit(@PathVariable UUID id, Model model) {
        model.addAttribute("page", forms.edit(id));
        return "enterprise/enterprise-form";
    }

    @PostMapping("/enterprises/{id}")
    @Requires(Right.ENTERPRISE_MANAGE)
    String revise(@PathVariable UUID id, @ModelAttribute("form") EnterpriseForm form, RedirectAttributes next) {
        enterprises.revise(id, form.versionTyped(), form.terms());
        Flash.success(next, "enterprise.done.revised");
        return "redirect:/enterprises/" + id;
    }
}
