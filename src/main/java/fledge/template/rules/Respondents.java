package fledge.template.rules;

import fledge.kernel.Labelled;

/** Who is asked: units of the administration, or bases and enterprises, which may refuse a form without a head. */
public enum Respondents implements Labelled {
    INSIDE,
    OUTSIDE;

    @Override
    public String labelKey() {
        return "template.respondents." + name();
    }
}
