package fledge.representative.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.representative.RepresentativeFinder;
import fledge.representative.RepresentativeStatus;
import fledge.representative.RepresentativeView;
import fledge.ui.WorklistItem;
import fledge.ui.WorklistSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Claims wait for the officers, all in one line; those of clerks also for the signatory of their enterprise. */
@Component
class RepresentativeWorklist implements WorklistSource {

    private final RepresentativeFinder representatives;

    RepresentativeWorklist(RepresentativeFinder representatives) {
        this.representatives = representatives;
    }

    @Override
    public List<WorklistItem> worklist(Actor actor) {
        var items = new ArrayList<WorklistItem>();
        if (actor.may(Right.REPRESENTATIVE_CONFIRM)) {
            Instant since = representatives.waitingSince();
            if (since != null) {
                int waiting = representatives.count(EnumSet.of(RepresentativeStatus.CLAIMED));
                items.add(item("representative.worklist", List.of(waiting), "/representatives", since));
            }
        }
        if (actor.may(Right.CLERK_CONFIRM)) {
            representatives.besideOneself().stream()
                    .filter(view -> view.status() == RepresentativeStatus.CLAIMED)
                    .map(RepresentativeWorklist::clerk)
                    .forEach(items::add);
        }
        return items;
    }

    private static WorklistItem clerk(RepresentativeView view) {
        return item(
                "representative.worklist.clerk",
                List.of(view.enterpriseName()),
                "/representatives/" + view.id(),
                view.since());
    }

    private static WorklistItem item(String key, List<Object> arguments, String path, Instant since) {
        return new WorklistItem(key, arguments, path, "representative.desk", since, null);
    }
}
