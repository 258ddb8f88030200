package fledge.template;

import fledge.kernel.Period;
import fledge.template.rules.Frequency;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a programme asks when, by the versions of its form; a programme without a form asks everything every quarter. */
public record AskingPlan(List<TemplateView> versions) {

    /** Of a programme without a form. */
    public static final AskingPlan EVERYTHING_EVERY_QUARTER = new AskingPlan(List.of());

    public AskingPlan {
        versions = List.copyOf(versions);
    }

    /** The version that asks for a period. */
    public Optional<TemplateView> asking(Period period) {
        return versions.stream().filter(version -> version.asksFor(period)).findFirst();
    }

    /** Whether an indicator was or will be asked for a period. */
    public boolean asks(UUID indicatorId, Period period) {
        return asking(period).map(version -> version.asks(indicatorId, period)).orElse(true);
    }

    /** How many periods before that one an indicator was asked the last time. */
    public int stepOf(UUID indicatorId, Period period) {
        return asking(period)
                .flatMap(version ->
                        version.frequencyOf(indicatorId).map(frequency -> frequency.stepsOf(version.frequency())))
                .orElse(1);
    }

    /** How often the programme is asked; what was approved last decides, and no version ever changes it. */
    public Frequency frequency() {
        return versions.stream().map(TemplateView::frequency).findFirst().orElse(Frequency.QUARTER);
    }

    /** The last period that was over on a day. */
    public Period endedBefore(LocalDate day) {
        return frequency().periodOf(day).plus(-1);
    }
}
