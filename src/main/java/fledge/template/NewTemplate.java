package fledge.template;

import fledge.kernel.Period;
import fledge.template.rules.Frequency;
import fledge.template.rules.Respondents;
import fledge.template.rules.TemplateHead;
import java.util.List;
import java.util.UUID;

/** A version of a report template to be written down; the items stand in the order of the programme's indicators. */
public record NewTemplate(
        UUID programmeId,
        String name,
        TemplateHead head,
        Respondents respondents,
        Frequency frequency,
        Period effectiveFrom,
        List<Item> items) {

    public NewTemplate {
        items = List.copyOf(items);
    }

    /** An indicator, and how often it is asked. */
    public record Item(UUID indicatorId, Frequency frequency) {}
}
