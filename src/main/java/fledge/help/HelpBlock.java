package fledge.help;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a help page; a template knows how to show each kind. */
public record HelpBlock(
        Kind kind,
        String id,
        List<Span> spans,
        List<List<HelpBlock>> items,
        @Nullable String source) {

    /** What a part is. */
    public enum Kind {
        HEADING,
        TEXT,
        STEPS,
        POINTS,
        REMARK,
        PICTURE
    }

    /** A run of words: plain, strong, the name of something on the screen, or a link. */
    public record Span(
            String text,
            boolean strong,
            boolean name,
            @Nullable String href) {}

    static HelpBlock heading(String id, List<Span> spans) {
        return new HelpBlock(Kind.HEADING, id, spans, List.of(), null);
    }

    static HelpBlock text(List<Span> spans) {
        return new HelpBlock(Kind.TEXT, "", spans, List.of(), null);
    }

    static HelpBlock list(boolean steps, List<List<HelpBlock>> items) {
        return new HelpBlock(steps ? Kind.STEPS : Kind.POINTS, "", List.of(), items, null);
    }

    static HelpBlock remark(List<HelpBlock> blocks) {
        return new HelpBlock(Kind.REMARK, "", List.of(), List.of(blocks), null);
    }

    static HelpBlock picture(String source, String alternative) {
        return new HelpBlock(Kind.PICTURE, "", List.of(new Span(alternative, false, false, null)), List.of(), source);
    }
}
