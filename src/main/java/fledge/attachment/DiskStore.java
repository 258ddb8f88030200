package fledge.attachment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Encrypted files in a folder of this machine, some thousands a city in folders by the end of their id. */
final class DiskStore implements BlobStore {

    private static final String UNFINISHED = ".part";
    private static final int PAGE = 1000;

    private final Path folder;

    DiskStore(Path folder) {
        this.folder = folder;
    }

    /** The unfinished file keeps others out until the finished one is there. */
    @Override
    public void put(short city, UUID id, byte[] sealed) throws IOException {
        Path place = place(city, id);
        Files.createDirectories(place.getParent());
        Path written = unfinished(place);
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
        Path place = place(city, id);
        Files.deleteIfExists(unfinished(place));
        Files.deleteIfExists(place);
    }

    /** Unfinished files too, which a kill left behind. */
    @Override
    public void list(short city, Consumer<List<StoredBlob>> page) throws IOException {
        Path ofCity = folder.resolve(Short.toString(city));
        if (!Files.exists(ofCity)) {
            return;
        }
        try (Stream<Path> files = Files.walk(ofCity)) {
            files.flatMap(file -> blob(file).stream())
                    .gather(Gatherers.windowFixed(PAGE))
                    .forEach(page);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Optional<StoredBlob> blob(Path file) {
        String name = file.getFileName().toString();
        return StoredBlob.id(name.endsWith(UNFINISHED) ? name.substring(0, name.length() - UNFINISHED.length()) : name)
                .map(id -> new StoredBlob(id, modified(file)));
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path unfinished(Path place) {
        return place.resolveSibling(place.getFileName() + UNFINISHED);
    }

    /** Ids begin with the time; their ends are spread evenly. */
    private Path place(short city, UUID id) {
        String name = id.toString();
        return folder.resolve(Short.toString(city))
                .resolve(name.substring(name.length() - 2))
                .resolve(name);
    }
}
