package fledge.identity.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.identity.FoundingService;
import fledge.identity.FoundingService.Administrator;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.NewCity;
import fledge.ui.Flash;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cities of the platform: found, open and suspend them; nothing of their business is seen from here. */
@Controller
class CityController {

    private final CityService cities;
    private final FoundingService foundings;

    CityController(CityService cities, FoundingService foundings) {
        this.cities = cities;
        this.foundings = foundings;
    }

    record CityListPage(List<City> cities) {}

    record CityForm(
            String code,
            String nameZh,
            String nameEn,
            String provinceZh,
            String provinceEn,
            String divisionCode,
            String hue,
            String sponsor,
            String host,
            String contactPhone,
            String login1,
            String person1,
            String login2,
            String person2) {

        NewCity city() {
            return new NewCity(
                    text(code).toLowerCase(Locale.ROOT),
                    text(nameZh),
                    text(nameEn),
                    text(provinceZh),
                    text(provinceEn),
                    text(divisionCode),
                    text(hue).toLowerCase(Locale.ROOT),
                    text(sponsor),
                    text(host),
                    text(contactPhone));
        }

        List<Administrator> administrators() {
            return List.of(
                    new Administrator(text(login1), text(person1)), new Administrator(text(login2), text(person2)));
        }

        private static String text(@Nullable String typed) {
            return typed == null ? "" : typed.strip();
        }
    }

    @GetMapping("/cities")
    @Requires(Right.CITY_LIST_MANAGE)
    String list(Model model) {
        model.addAttribute("page", new CityListPage(cities.cities()));
        return "identity/city-list";
    }

    @GetMapping("/cities/new")
    @Requires(Right.CITY_LIST_MANAGE)
    String blank() {
        return "identity/city-form";
    }

    @PostMapping("/cities")
    @Requires(Right.CITY_LIST_MANAGE)
    String found(CityForm form, RedirectAttributes next) {
        FoundingService.Founded founded = foundings.found(form.city(), form.administrators());
        for (FoundingService.Founded.Let let : founded.administrators()) {
            Flash.success(next, "identity.founding.done", founded.city().nameZh(), let.login(), let.password());
        }
        return "redirect:/cities";
    }

    @PostMapping("/cities/{id}/opening")
    @Requires(Right.CITY_LIST_MANAGE)
    String open(@PathVariable short id, RedirectAttributes next) {
        cities.open(id);
        Flash.success(next, "identity.city.opened");
        return "redirect:/cities";
    }

    @PostMapping("/cities/{id}/suspension")
    @Requires(Right.CITY_LIST_MANAGE)
    String suspend(@PathVariable short id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        cities.suspend(id, reason);
        Flash.success(next, "identity.city.suspended");
        return "redirect:/cities";
    }
}
