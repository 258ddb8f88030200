package fledge.base.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.ui.Slice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of bases: the list, the same as a file, some of them side by side, and where they are. */
@Controller
class BaseController {

    private final RegisterPages register;
    private final ComparisonPages comparison;
    private final DistrictPages districts;

    BaseController(RegisterPages register, ComparisonPages comparison, DistrictPages districts) {
        this.register = register;
        this.comparison = comparison;
        this.districts = districts;
    }

    @GetMapping("/bases")
    @Requires(Right.BASE_LIST)
    String list(@ModelAttribute RegisterFilter filter, @ModelAttribute Slice.Request asked, Model model) {
        model.addAttribute("page", register.list(filter, asked));
        return "base/base-list";
    }

    @PostMapping("/bases/export")
    @Requires(Right.BASE_LIST)
    ResponseEntity<byte[]> export(@ModelAttribute RegisterFilter filter) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("bases.csv")
                                .build()
                                .toString())
                .body(register.csv(filter).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/bases/comparison")
    @Requires(Right.BASE_LIST)
    String compare(@RequestParam(defaultValue = "") List<String> base, Model model) {
        model.addAttribute("page", comparison.of(base));
        return "base/base-comparison";
    }

    @GetMapping("/bases/map")
    @Requires(Right.BASE_LIST)
    String map(Model model) {
        model.addAttribute("page", districts.map());
        return "base/base-map";
    }
}
