package fledge.identity.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.identity.PeopleService;
import fledge.ui.WorklistItem;
import fledge.ui.WorklistSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Proposed roles wait for every administrator who may confirm them. */
@Component
class ProposalWorklist implements WorklistSource {

    private final PeopleService people;

    ProposalWorklist(PeopleService people) {
        this.people = people;
    }

    @Override
    public List<WorklistItem> worklist(Actor actor) {
        if (!actor.may(Right.PEOPLE_MANAGE)) {
            return List.of();
        }
        return people.proposalsFor(actor).stream()
                .map(proposal -> new WorklistItem(
                        "identity.appointment.worklist",
                        List.of(proposal.personName(), proposal.unitName()),
                        "/appointments",
                        "identity.appointment.desk",
                        proposal.proposedAt(),
                        null))
                .toList();
    }
}
