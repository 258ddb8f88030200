package fledge.programme;

/** A version that waits for a decision, and its indicator. */
record ProposedDefinition(IndicatorDefinition definition, Indicator indicator) {}
