package fledge.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why the portal does not start and what to do. */
class BrokenOffAnalysis extends AbstractFailureAnalyzer<BrokenOff> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenOff cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Delete the data folder (FLEDGE_DATA, by default data/) and start again, or start without fledge.demo.",
                cause);
    }
}
