package fledge.template;

import fledge.template.rules.Frequency;
import fledge.template.rules.TemplateHead;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a version says to the returns that are asked with it: its name, its statutory head, and how often it asks what. */
public record FormHead(
        UUID templateId, int edition, String name, TemplateHead head, Frequency frequency, Map<UUID, Frequency> items) {

    public FormHead {
        items = Map.copyOf(items);
    }

    /** How many periods ago an indicator was asked the last time. */
    public int stepOf(UUID indicatorId) {
        return items.getOrDefault(indicatorId, frequency).stepsOf(frequency);
    }

    /** How many periods ago anything in it was asked the last time. */
    public Set<Integer> steps() {
        return items.keySet().stream().map(this::stepOf).collect(Collectors.toSet());
    }
}
