package fledge.ui.web;

import fledge.access.OpenToAll;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The only page outside a city: which one? Inside a city the same address is its public front page. */
@Controller
class CityChooserController {

    private final CityService cities;
    private final FrontPage front;

    CityChooserController(CityService cities, FrontPage front) {
        this.cities = cities;
        this.front = front;
    }

    @GetMapping("/")
    @OpenToAll
    String show(Model model, Locale locale) {
        if (CurrentCity.isBound()) {
            model.addAttribute("page", front.page());
            return "home/front";
        }
        List<Choice> choices = cities.cities().stream()
                .filter(City::open)
                .map(city -> new Choice(
                        "/" + city.code() + "/",
                        city.name(locale),
                        locale.getLanguage().equals("en") ? city.provinceEn() : city.provinceZh(),
                        city.hue()))
                .toList();
        model.addAttribute("page", new ChooserPage(choices));
        return "home/chooser";
    }

    record ChooserPage(List<Choice> cities) {}

    record Choice(String href, String name, String province, String hue) {}
}
