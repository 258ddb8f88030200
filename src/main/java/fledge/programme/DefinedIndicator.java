package fledge.programme;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An indicator with one of its approved definitions and a quarter of that one's bridge, as far as there are any. */
record DefinedIndicator(
        Indicator indicator,
        @Nullable IndicatorDefinition definition,
        @Nullable BridgeRow bridge) {

    Optional<DefinitionWithBridge> defined() {
        return definition == null ? Optional.empty() : Optional.of(new DefinitionWithBridge(definition, bridge));
    }
}
