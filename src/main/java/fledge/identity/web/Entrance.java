package fledge.identity.web;

import java.io.Serializable;
import java.time.Instant;

/** Kept in a session from its sign-in on: when that was, from which network, with which browser. */
record Entrance(Instant at, String network, String browser) implements Serializable {

    static final String KEY = "fledge.entrance";
}
