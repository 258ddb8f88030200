package fledge.enterprise;

import fledge.enterprise.rules.Population;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;

/** Whom the city leaves out when it counts its small and micro enterprises (统计口径); one row for each city. */
@Entity
class EnterprisePopulation extends CityOwned {

    private boolean aboveScale;
    private boolean aboveLimit;
    private boolean households;
    private String document = "";

    protected EnterprisePopulation() {}

    static EnterprisePopulation blank() {
        return new EnterprisePopulation();
    }

    void define(Population population, String newDocument) {
        aboveScale = population.aboveScale();
        aboveLimit = population.aboveLimit();
        households = population.households();
        document = newDocument;
    }

    PopulationView view() {
        return new PopulationView(new Population(aboveScale, aboveLimit, households), document);
    }
}
