package fledge.monitoring.web;

import fledge.monitoring.MonitoringPart;
import fledge.monitoring.ReturnSheet;
import fledge.monitoring.ReturnView;
import fledge.programme.IndicatorView;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects what other modules add to the pages of rounds and returns. */
@Component
class AddedParts {

    private final List<MonitoringPart> parts;

    AddedParts(List<MonitoringPart> parts) {
        this.parts = parts;
    }

    List<AddedPart> ofRound(UUID roundId) {
        return collect(part -> part.ofRound(roundId));
    }

    List<AddedPart> ofReturn(ReturnView report) {
        return collect(part -> part.ofReturn(report));
    }

    List<AddedPart> ofForm(ReturnSheet sheet) {
        return collect(part -> part.ofForm(sheet));
    }

    List<AddedPart> ofIndicator(IndicatorView indicator) {
        return collect(part -> part.ofIndicator(indicator));
    }

    private List<AddedPart> collect(Function<MonitoringPart, @Nullable Object> model) {
        return parts.stream()
                .flatMap(part -> {
                    Object read = model.apply(part);
                    return read == null ? Stream.empty() : Stream.of(new AddedPart(part.template(), read));
                })
                .toList();
    }
}
