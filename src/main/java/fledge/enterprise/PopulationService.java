package fledge.enterprise;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.enterprise.rules.Population;
import fledge.tenancy.CityMemory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom the city's programme counts as small and micro, beside the national standard and never instead of it. */
@Service
public class PopulationService {

    private static final PopulationView EVERYBODY = new PopulationView(Population.EVERYBODY, "");

    private final EnterprisePopulationRepository populations;
    private final ApplicationEventPublisher events;
    private final CityMemory<String, PopulationView> remembered = CityMemory.ofChanging(Duration.ofSeconds(5));

    PopulationService(EnterprisePopulationRepository populations, ApplicationEventPublisher events) {
        this.populations = populations;
        this.events = events;
    }

    /** As the city has defined it; nobody is left out before it has. */
    @Transactional(readOnly = true)
    public PopulationView population() {
        return remembered.get(
                "population",
                () -> populations.findAll().stream()
                        .map(EnterprisePopulation::view)
                        .findFirst()
                        .orElse(EVERYBODY));
    }

    @Transactional
    public void define(Population population, @Nullable String document) {
        if (!Actor.current().equals(Actor.SYSTEM)) {
            Actor.current().require(Right.POPULATION_DEFINE);
        }
        var words = new Words();
        String given = words.take("document", document, Words.SHORT);
        words.refuse();
        EnterprisePopulation kept = populations.findAll().stream().findFirst().orElseGet(EnterprisePopulation::blank);
        PopulationView was = kept.view();
        kept.define(population, given);
        populations.save(kept);
        remembered.forget();
        events.publishEvent(new PopulationDefined(kept.id(), was, kept.view()));
    }
}
