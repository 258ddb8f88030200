package fledge.attachment;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Where encrypted bytes lie: on this machine's disk, or in a store that speaks S3. */
interface BlobStore {

    /** Keeps the bytes so that they survive a power cut; what lies there already under the id stays, and this fails. */
    void put(short city, UUID id, byte[] sealed) throws IOException;

    byte[] get(short city, UUID id) throws IOException;

    /** What is not there is no error. */
    void delete(short city, UUID id) throws IOException;

    /** Tells everything it holds of a city, page by page. */
    void list(short city, Consumer<List<StoredBlob>> page) throws IOException;
}
