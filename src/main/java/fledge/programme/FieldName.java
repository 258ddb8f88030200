package fledge.programme;

import fledge.kernel.Labelled;

/** A form's field, named in a refusal as it is named on the page. */
record FieldName(String labelKey) implements Labelled {}
