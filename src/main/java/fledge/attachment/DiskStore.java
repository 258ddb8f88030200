package fledge.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Encrypted files in a folder of this machine, some thousands a city in folders by the end of their id. */
@Component
class DiskStore implements BlobStore {

    private final Path folder;

    DiskStore(@Value("${fledge.attachments.folder}") Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(short city, UUID id, byte[] sealed) throws IOException {
        Path place = place(city, id);
        Files.createDirectories(place.getParent());
        Path written = place.resolveSibling(id + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var left = ByteBuffer.wrap(sealed);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    @Override
    public byte[] get(short city, UUID id) throws IOException {
        return Files.readAllBytes(place(city, id));
    }

    @Override
    public void delete(short city, UUID id) throws IOException {
        Files.deleteIfExists(place(city, id));
    }

    /** Ids begin with the time; their ends are spread evenly. */
    private Path place(short city, UUID id) {
        String name = id.toString();
        return folder.resolve(Short.toString(city))
                .resolve(name.substring(name.length() - 2))
                .resolve(name);
    }
}
