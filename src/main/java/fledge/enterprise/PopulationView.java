package fledge.enterprise;

import fledge.enterprise.rules.Population;

/** Whom the city leaves out, and by which document; empty where it leaves nobody out. */
public record PopulationView(Population population, String document) {}
