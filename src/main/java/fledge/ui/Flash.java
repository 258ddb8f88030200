package fledge.ui;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the next page says about what was just done. */
public final class Flash {

    static final String NOTICES = "notices";

    private Flash() {}

    /** A line above the page: its kind, the key of its text, and the arguments. */
    public record Notice(String kind, String key, List<Serializable> args) implements Serializable {}

    public static void success(RedirectAttributes next, String key, Serializable... args) {
        add(next, new Notice("success", key, List.of(args)));
    }

    public static void warning(RedirectAttributes next, String key, Serializable... args) {
        add(next, new Notice("warning", key, List.of(args)));
    }

    private static void add(RedirectAttributes next, Notice notice) {
        var notices = new ArrayList<Serializable>();
        if (next.getFlashAttributes().get(NOTICES) instanceof List<?> before) {
            before.forEach(earlier -> notices.add((Serializable) earlier));
        }
        notices.add(notice);
        next.addFlashAttribute(NOTICES, notices);
    }
}
