package fledge.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files of one kind of thing: the module that keeps the things says who may add, read and withdraw. */
public interface OwnedFiles {

    UUID handIn(UUID thing, @Nullable String name, byte[] bytes);

    AttachmentService.Opened open(UUID thing, UUID file);

    void withdraw(UUID thing, UUID file);
}
