package fledge.monitoring;

import fledge.programme.IndicatorView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What another module adds to the pages of a round, of a return and of an indicator's progress; null leaves it out for this person. */
public interface MonitoringPart {

    /**
     * A template of the module with fragments that read {@code part}: {@code round} on the page of a round; on that of a return
     * {@code top} among the buttons and {@code report} below the figures; above those of a return that is filled in {@code form};
     * above what is behind an indicator's figures {@code indicator}.
     */
    String template();

    @Nullable
    Object ofRound(UUID roundId);

    @Nullable
    Object ofReturn(ReturnView report);

    /** Above the entry grid; most have nothing to say there. */
    default @Nullable Object ofForm(ReturnSheet sheet) {
        return null;
    }

    /** On the page of an indicator's progress; most have nothing to say there. */
    default @Nullable Object ofIndicator(IndicatorView indicator) {
        return null;
    }
}
