package fledge.representative;

import fledge.kernel.StatusMoved;

/** A claim to act for an enterprise was confirmed, refused, withdrawn or ended. */
public record RepresentativeMoved(Subject subject, RepresentativeAction way, String why) implements StatusMoved {

    @Override
    public String machine() {
        return "Representative";
    }

    @Override
    public RepresentativeStatus from() {
        return way.from();
    }

    @Override
    public RepresentativeStatus to() {
        return way.to();
    }
}
