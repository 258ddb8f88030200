package fledge.monitoring;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.attachment.AttachmentOwner;
import fledge.attachment.AttachmentOwner.Kind;
import fledge.attachment.AttachmentService;
import fledge.attachment.OwnedFiles;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of a return (附件): its unit adds and withdraws them while it writes, they are signed with the figures, its readers open them. */
@Service
public class ReturnFiles implements OwnedFiles {

    private final Returns returns;
    private final ReturnLog log;
    private final AttachmentService attachments;
    private final PortalClock clock;

    ReturnFiles(Returns returns, ReturnLog log, AttachmentService attachments, PortalClock clock) {
        this.returns = returns;
        this.log = log;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** Whose files they are, and whether this person may add and withdraw some now. */
    public record Files(ReturnView report, AttachmentOwner owner, boolean writable) {}

    @Transactional(readOnly = true)
    public Files of(UUID returnId) {
        ReturnWithRound found = returns.read(returnId);
        boolean writer = Actor.current().may(Right.RETURN_FILL, found.report().unitId());
        return new Files(found.view(), owner(found), writer && isWritable(found));
    }

    @Override
    public UUID handIn(UUID returnId, @Nullable String name, byte[] bytes) {
        return attachments.handIn(() -> owner(writing(returnId)), name, bytes);
    }

    @Override
    @Transactional
    public void withdraw(UUID returnId, UUID file) {
        attachments.withdraw(owner(writing(returnId)), file);
    }

    @Override
    @Transactional(readOnly = true)
    public AttachmentService.Opened open(UUID returnId, UUID file) {
        return attachments.open(owner(returns.read(returnId)), file);
    }

    /** What would be signed with the return now. */
    List<SignedFile> standing(ReturnWithRound of) {
        return attachments.standing(owner(of)).stream()
                .map(file -> new SignedFile(file.id(), file.fileName(), file.size(), file.sha256()))
                .toList();
    }

    private ReturnWithRound writing(UUID returnId) {
        ReturnWithRound writing = returns.change(returnId, Right.RETURN_FILL);
        if (!isWritable(writing)) {
            throw new RuleRefused(Reason.of("monitoring.refused.files-closed"));
        }
        return writing;
    }

    private boolean isWritable(ReturnWithRound of) {
        return of.report().status().isWritable() && of.acceptsEntry(clock.now());
    }

    private AttachmentOwner owner(ReturnWithRound of) {
        return new AttachmentOwner(
                Kind.RETURN,
                of.report().id(),
                log.subject(of.report(), of.round()).label());
    }
}
