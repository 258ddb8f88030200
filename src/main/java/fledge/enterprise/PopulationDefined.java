package fledge.enterprise;

import fledge.enterprise.rules.Population;
import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** The city said whom it leaves out when it counts its small and micro enterprises. */
public record PopulationDefined(UUID id, PopulationView was, PopulationView is) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("enterprise-population", id, is.document());
    }

    @Override
    public Map<String, ?> before() {
        return fields(was);
    }

    @Override
    public Map<String, ?> after() {
        return fields(is);
    }

    private static Map<String, ?> fields(PopulationView view) {
        Population population = view.population();
        return Map.of(
                "aboveScale", population.aboveScale(),
                "aboveLimit", population.aboveLimit(),
                "households", population.households(),
                "document", view.document());
    }
}
