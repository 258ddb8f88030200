package fledge.exchange.web;

import fledge.sheets.WorkbookLimits;
import fledge.ui.Formats;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The first steps of an import, which are the same whatever the workbook is for. */
@Component
class ImportSteps {

    private static final int SHORT_HASH = 8;
    private static final long KILOBYTE = 1024;

    private final Formats formats;

    ImportSteps(Formats formats) {
        this.formats = formats;
    }

    /** The steps, one after the other. */
    enum At {
        UPLOAD,
        RECOGNISED,
        DIFFERENCES,
        CONFIRM
    }

    enum State {
        DONE,
        CURRENT,
        AHEAD
    }

    record Step(String text, State state, @Nullable String note) {}

    /** What a workbook is for: a return or a target set, its pages and its template. */
    record Subject(String address, String back, String backText, String template, String templateText, String over) {}

    /** What stands over each step. */
    record Head(Subject of, List<Step> steps, @Nullable String refused) {

        /** Where the workbook is taken in. */
        public String imports() {
            return of.address() + "/import";
        }
    }

    record ChoosePage(Head head, @Nullable String closed, String how) {}

    record Fact(String label, String text) {}

    record RecognisedPage(Head head, List<Fact> facts, String kept) {}

    /** The file itself. */
    record File(String name, int size, String sha256, Instant uploadedAt, Instant expiresAt) {}

    Head head(Subject subject, At at, boolean tooLarge, WorkbookLimits limits) {
        var steps = new ArrayList<Step>();
        for (At step : At.values()) {
            int ahead = step.compareTo(at);
            steps.add(new Step(
                    formats.text("exchange.step." + step.name().toLowerCase(Locale.ROOT)),
                    ahead < 0 ? State.DONE : ahead == 0 ? State.CURRENT : State.AHEAD,
                    null));
        }
        return new Head(subject, steps, tooLarge ? formats.text("sheets.refused.too-large", limits.megabytes()) : null);
    }

    RecognisedPage recognised(Head head, File file, List<Fact> facts) {
        return new RecognisedPage(
                head,
                Stream.of(
                                Stream.of(
                                        fact("name", file.name()),
                                        fact("size", Math.max(1, file.size() / KILOBYTE) + " KB"),
                                        fact("hash", file.sha256().substring(0, SHORT_HASH))),
                                facts.stream(),
                                Stream.of(fact(
                                        "uploaded", Objects.requireNonNullElse(formats.minute(file.uploadedAt()), ""))))
                        .flatMap(some -> some)
                        .toList(),
                formats.text(
                        "exchange.recognised.kept", Objects.requireNonNullElse(formats.minute(file.expiresAt()), "")));
    }

    Fact fact(String label, String text) {
        return new Fact(formats.text("exchange.recognised." + label), text);
    }
}
