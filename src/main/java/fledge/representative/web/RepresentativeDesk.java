package fledge.representative.web;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.ui.DeskPart;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The desk of somebody from an enterprise: what became of their claims, and the way to another one. */
@Component
class RepresentativeDesk implements DeskPart {

    private static final Set<Role> OF_ENTERPRISES = EnumSet.of(Role.ENTERPRISE, Role.SIGNATORY);

    private final RepresentativePages pages;

    RepresentativeDesk(RepresentativePages pages) {
        this.pages = pages;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public String template() {
        return "representative/_desk";
    }

    @Override
    public RepresentativePages.@Nullable OwnPage model(Actor actor) {
        boolean outside =
                actor.appointments().stream().map(Actor.Appointment::role).allMatch(OF_ENTERPRISES::contains);
        return outside ? pages.own() : null;
    }
}
