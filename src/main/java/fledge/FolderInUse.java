package fledge;

import java.nio.file.Path;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Two portals never share a data folder; the second one says so and does not start. */
class FolderInUse extends RuntimeException {

    FolderInUse(Path folder) {
        super("Another portal is running on " + folder + ".");
    }

    /** Registered in META-INF/spring.factories. */
    static class Analysis extends AbstractFailureAnalyzer<FolderInUse> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, FolderInUse cause) {
            return new FailureAnalysis(
                    cause.getMessage(), "Stop it, or set FLEDGE_DATA to another folder for this one.", cause);
        }
    }
}
