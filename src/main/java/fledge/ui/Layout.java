package fledge.ui;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the shell of every page reads. */
public record Layout(
        @Nullable String cityCode,
        @Nullable String cityName,
        @Nullable String hue,
        String platformName,
        List<Link> navigation,
        List<Link> own,
        @Nullable Person signedIn,
        int worklistCount,
        List<FooterLine> footer,
        boolean demo,
        String locale,
        @Nullable String switchLocaleHref,
        List<?> notices,
        Map<String, String[]> typed,
        Map<String, String> fieldErrors,
        List<ErrorLink> errorSummary) {

    /** A line of the navigation. */
    public record Link(
            String key,
            String href,
            boolean current,
            @Nullable String group) {}

    /** Who is signed in, for which unit, as what. */
    public record Person(String name, String unitName, String roleText) {}

    /** A line of the footer: what the city says about itself. */
    public record FooterLine(
            String key, String text, @Nullable String href) {}

    /** A refused field, linked to from the top of the page. */
    public record ErrorLink(String href, String text) {}
}
