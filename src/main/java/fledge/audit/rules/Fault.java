package fledge.audit.rules;

import fledge.kernel.Labelled;

/** What a verification can find, with the sentence the command line prints. */
public enum Fault implements Labelled {
    OTHER_CITY("the entry belongs to another city"),
    MISSING("one or more entries before this one are missing"),
    OUT_OF_ORDER("the entry repeats a number or stands out of order"),
    ALTERED("the entry's content does not match its hash"),
    UNLINKED("the entry does not continue the one before it"),
    CLOCK_BACK("the entry is older than the one before it"),
    ALGORITHM("the first entry does not name the algorithm this program checks"),
    COLUMNS("the entry's searchable columns differ from its content"),
    TAIL("the chain ends elsewhere than its head says"),
    ANCHOR("the hash noted elsewhere is not in the chain");

    private final String sentence;

    Fault(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    @Override
    public String labelKey() {
        return "audit.fault." + name();
    }
}
