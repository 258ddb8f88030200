package fledge.base.web;

import fledge.base.ResidentFilter;
import fledge.kernel.DayEntry;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The filter of a base's residents as it stands in the address; what cannot be read is today, and who is in residence. */
record ResidentQuery(@Nullable String on, @Nullable String state) {

    ResidentFilter read(LocalDate today) {
        return new ResidentFilter(
                DayEntry.read(Typed.text(on)).orElse(today),
                Objects.requireNonNullElse(
                        Typed.constant(state, ResidentFilter.State.class), ResidentFilter.State.PRESENT));
    }

    static Map<String, String> parameters(ResidentFilter filter) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("on", filter.on().toString());
        parameters.put("state", filter.state().name());
        return parameters;
    }
}
