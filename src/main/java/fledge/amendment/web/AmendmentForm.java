package fledge.amendment.web;

import fledge.amendment.AmendmentCause;
import fledge.amendment.AmendmentKind;
import fledge.amendment.AmendmentRequest;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is asked for, as typed; {@code act} tells the button. */
record AmendmentForm(
        @Nullable String kind,
        @Nullable String cause,
        @Nullable String reason,
        @Nullable String evidence,
        @Nullable List<String> lines,
        @Nullable String act) {

    boolean handsIn() {
        return "request".equals(act);
    }

    AmendmentRequest read() {
        var reasons = new ArrayList<Reason>();
        Optional<AmendmentKind> chosen = chosen(AmendmentKind.values(), kind);
        Optional<AmendmentCause> why = chosen(AmendmentCause.values(), cause);
        if (chosen.isEmpty()) {
            reasons.add(Reason.on("kind", "amendment.refused.choose-kind"));
        }
        if (why.isEmpty()) {
            reasons.add(Reason.on("cause", "amendment.refused.choose-cause"));
        }
        RuleRefused.ifAny(reasons);
        return new AmendmentRequest(
                chosen.orElseThrow(),
                why.orElseThrow(),
                Objects.requireNonNullElse(reason, ""),
                Objects.requireNonNullElse(evidence, ""),
                ids(lines));
    }

    private static <E extends Enum<E>> Optional<E> chosen(E[] values, @Nullable String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
    }

    private static Set<UUID> ids(@Nullable List<String> typed) {
        return typed == null
                ? Set.of()
                : typed.stream().flatMap(text -> id(text).stream()).collect(Collectors.toSet());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
