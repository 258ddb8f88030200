package fledge.attachment;

import java.io.IOException;

/** Looks for viruses; an installation has one, or it has none and says so at each file. */
interface VirusScanner {

    /** Whether there is a scanner at all. */
    boolean isThere();

    /** Whether the bytes are free of what the scanner knows. */
    boolean findsNothingIn(byte[] bytes) throws IOException;
}
