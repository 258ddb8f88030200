package fledge.enterprise.web;

import fledge.enterprise.PopulationService;
import fledge.enterprise.PopulationView;
import fledge.enterprise.rules.Population;
import fledge.enterprise.rules.Population.Exclusion;
import fledge.ui.Formats;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in words whom the city's programme counts. */
@Component
class PopulationWording {

    private final PopulationService populations;
    private final Formats formats;

    PopulationWording(PopulationService populations, Formats formats) {
        this.populations = populations;
        this.formats = formats;
    }

    /** Those the city leaves out although they are small or micro. */
    static List<Exclusion> leftOut(Population population) {
        Map<Exclusion, Boolean> all = new EnumMap<>(Map.of(
                Exclusion.ABOVE_SCALE, population.aboveScale(),
                Exclusion.ABOVE_LIMIT, population.aboveLimit(),
                Exclusion.HOUSEHOLD, population.households()));
        return all.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The whole rule in a sentence, with its document. */
    String sentence() {
        PopulationView view = populations.population();
        String names = leftOut(view.population()).stream()
                .map(formats::text)
                .collect(Collectors.joining(formats.text("enterprise.and")));
        return names.isEmpty()
                ? formats.text("enterprise.population.everybody")
                : formats.text("enterprise.population.sentence", names, view.document());
    }
}
