package fledge.template;

import fledge.kernel.Period;
import fledge.kernel.Reason;
import fledge.template.rules.Frequency;
import fledge.template.rules.Respondents;
import fledge.template.rules.TemplateHead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a report template as others see it; {@code effectiveUntil} is the first period that a newer one asks for. */
public record TemplateView(
        UUID id,
        int version,
        UUID programmeId,
        int edition,
        String name,
        TemplateHead head,
        Respondents respondents,
        Frequency frequency,
        Period effectiveFrom,
        @Nullable Period effectiveUntil,
        TemplateStatus status,
        Instant since,
        UUID madeBy,
        Instant madeAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        List<NewTemplate.Item> items) {

    public TemplateView {
        items = List.copyOf(items);
    }

    /** Whether this version is what asks for that period. */
    public boolean asksFor(Period period) {
        return approvedAt != null
                && effectiveFrom.index() <= period.index()
                && (effectiveUntil == null || period.index() < effectiveUntil.index());
    }

    /** How often it asks for an indicator; empty where it does not. */
    public Optional<Frequency> frequencyOf(UUID indicatorId) {
        return items.stream()
                .filter(item -> item.indicatorId().equals(indicatorId))
                .map(NewTemplate.Item::frequency)
                .findFirst();
    }

    /** Whether the form of that period has the indicator in it. */
    public boolean asks(UUID indicatorId, Period period) {
        return frequencyOf(indicatorId)
                .filter(frequency -> frequency.isDueIn(period))
                .isPresent();
    }

    /** Why no round of that period may be opened with it; empty where one may. */
    public List<Reason> refusals(Period period) {
        return head.refusals(respondents, period);
    }
}
