package fledge.audit;

import fledge.audit.rules.Chain;
import fledge.kernel.AuditedEvent;
import java.util.Map;
import java.util.UUID;

/** The first entry of a city's chain: it names the algorithm of all that follow. */
public record ChainOpened(UUID id, String cityCode, String cityName) implements AuditedEvent {

    @Override
    public Subject subject() {
        return new Subject("chain", id, cityName);
    }

    @Override
    public Map<String, ?> after() {
        return Map.of("algorithm", Chain.ALGORITHM, "city", cityCode, "layout", 1);
    }
}
