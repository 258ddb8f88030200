package fledge.attachment;

import fledge.kernel.AuditedEvent.Subject;
import java.util.UUID;

/** What files belong to: its kind, its id and the label people know it by; whoever passes it has made sure who may do what. */
public record AttachmentOwner(Kind kind, UUID id, String label) {

    /** What may have files. */
    public enum Kind {
        RETURN("return"),
        AMENDMENT("amendment"),
        BASE("base"),
        ENTERPRISE("enterprise");

        private final String subject;

        Kind(String subject) {
            this.subject = subject;
        }
    }

    Subject subject() {
        return new Subject(kind.subject, id, label);
    }
}
