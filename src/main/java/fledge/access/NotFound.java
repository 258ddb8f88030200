package fledge.access;

/** What is not there, and what is there but not for this person: the same answer. */
public class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what);
    }
}
