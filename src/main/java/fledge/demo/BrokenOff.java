package fledge.demo;

/** The load of a demonstration city was killed; it cannot go on, for nothing is ever deleted and a history has an order. */
class BrokenOff extends RuntimeException {

    BrokenOff(String city) {
        super("The demonstration city " + city
                + " was not loaded to its end, because the portal was stopped meanwhile.");
    }
}
