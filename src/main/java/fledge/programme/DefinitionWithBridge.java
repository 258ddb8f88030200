package fledge.programme;

import org.jspecify.annotations.Nullable;

/** A version and one of its bridged quarters, if it has any. */
record DefinitionWithBridge(
        IndicatorDefinition definition, @Nullable BridgeRow bridge) {}
