package fledge.identity.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The units of the city as a tree. */
@Controller
class UnitController {

    private final UnitService units;

    UnitController(UnitService units) {
        this.units = units;
    }

    @GetMapping("/units")
    @Requires(Right.UNIT_READ)
    String list(Model model, Locale locale) {
        model.addAttribute(
                "page",
                new UnitListPage(units.units().stream()
                        .map(unit -> Line.of(unit, locale))
                        .toList()));
        return "identity/unit-list";
    }

    record UnitListPage(List<Line> units) {}

    /** The depth is shown as a class and told as a number; deeper than six looks like six. */
    record Line(
            String name,
            String code,
            UnitKind kind,
            int depth,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<String> aliases) {

        static Line of(UnitView unit, Locale locale) {
            return new Line(
                    unit.name(locale),
                    unit.code(),
                    unit.kind(),
                    Math.min(unit.depth(), 6),
                    unit.validFrom(),
                    unit.validTo(),
                    unit.aliases());
        }
    }
}
