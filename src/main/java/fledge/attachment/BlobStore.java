package fledge.attachment;

import java.io.IOException;
import java.util.UUID;

/** Where encrypted bytes lie: on this machine's disk, or wherever an installation keeps them. */
interface BlobStore {

    /** Keeps the bytes so that they survive a power cut; the id is new. */
    void put(short city, UUID id, byte[] sealed) throws IOException;

    byte[] get(short city, UUID id) throws IOException;

    /** What is not there is no error. */
    void delete(short city, UUID id) throws IOException;
}
