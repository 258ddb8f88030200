package fledge.kernel;

/** What a field of a form is called, in a refusal as on the page. */
public record FieldName(String labelKey) implements Labelled {}
