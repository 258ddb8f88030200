package fledge.template;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.ui.WorklistItem;
import fledge.ui.WorklistSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Drafts of report templates that wait for a second person. */
@Component
class TemplateWorklist implements WorklistSource {

    private final ReportTemplateRepository templates;

    TemplateWorklist(ReportTemplateRepository templates) {
        this.templates = templates;
    }

    @Override
    public List<WorklistItem> worklist(Actor actor) {
        return actor.may(Right.TEMPLATE_APPROVE)
                ? templates.findByStatus(TemplateStatus.DRAFT).stream()
                        .map(draft -> draft.view(List.of()))
                        .filter(draft -> !draft.madeBy().equals(actor.personId()))
                        .map(draft -> new WorklistItem(
                                "template.worklist.approve",
                                List.of(draft.name(), draft.edition()),
                                "/templates/" + draft.id(),
                                "template.worklist.source",
                                draft.since(),
                                null))
                        .toList()
                : List.of();
    }
}
