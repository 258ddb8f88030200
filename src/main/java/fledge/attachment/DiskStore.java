package fledge.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Encrypted files in a folder of this machine, some thousands a city in folders by the end of their id. */
final class DiskStore implements BlobStore {

    private final Path folder;

    DiskStore(Path folder) {
        this.folder = folder;
    }

    /** The unfinished file keeps others out until the finished one is there. */
    @Override
    public void put(short city, UUID id, byte[] sealed) throws IOException {
        Path place = place(city, id);
        Files.createDirectories(place.getParent());
        Path written = place.resolveSibling(id + ".part");
        FileChannel opened = FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            try (FileChannel channel = opened) {
                var left = ByteBuffer.wrap(sealed);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            if (Files.exists(place)) {
                throw new FileAlreadyExistsException(place.toString());
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
