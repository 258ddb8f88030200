package fledge.monitoring.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entry grid of a return. */
record ReturnFormPage(
        ReturnHead head,
        List<Group> groups,
        boolean writable,
        boolean canRequest,
        String kept,
        @Nullable String sentBack,
        @Nullable String reopened,
        List<AddedPart> parts) {

    /** The indicators of one group. */
    record Group(String name, List<Row> rows) {}

    /** One figure: what is asked, what was reported before, what stands there now. */
    record Row(
            String indicator,
            @Nullable String item,
            String measure,
            @Nullable String target,
            @Nullable String previous,
            @Nullable String lastYear,
            Cell value,
            Cell note,
            boolean sentence,
            String change,
            String changeOfYear,
            String href,
            boolean toCorrect,
            @Nullable String standing) {}
}
