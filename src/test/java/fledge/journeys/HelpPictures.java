package fledge.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fledge.support.PortalTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Takes the pictures of the help pages from the demonstration; started by {@code bin/help-pictures}, never with the tests. */
@PortalTest
class HelpPictures {

    private static final Path FOLDER = Path.of("src/main/resources/static/help-pictures");
    private static final String CITY = "luqiao";
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 720;

    @LocalServerPort
    int port;

    /** A picture: who looks, where they begin, and what they press on the way. */
    private record Shot(String name, String account, String path, List<String> pressed) {

        static Shot of(String name, String account, String path, String... pressed) {
            return new Shot(name, account, path, List.of(pressed));
        }
    }

    private static final String FIRST_ROW = "main tbody th a";

    private static final List<Shot> SHOTS = List.of(
            Shot.of("desk", "preparer", "/desk"),
            Shot.of("return-form", "preparer", "/desk", "main a[href$='/form']"),
            Shot.of("review", "reviewer", "/desk", "main a[href*='/returns/']"),
            Shot.of("import", "preparer", "/desk", "main a[href$='/form']", "main a[href$='/import']"),
            Shot.of("template", "planner", "/templates", FIRST_ROW),
            Shot.of("round", "planner", "/rounds", FIRST_ROW),
            Shot.of("rule", "planner", "/rules", FIRST_ROW),
            Shot.of("progress", "planner", "/progress", FIRST_ROW),
            Shot.of("target-set", "planner", "/target-sets", FIRST_ROW),
            Shot.of("amendment", "decider", "/amendments", FIRST_ROW),
            Shot.of("lineage", "auditor", "/progress", FIRST_ROW, "main a[href*='/lineage']"));

    @Test
    void take() throws IOException {
        Files.createDirectories(FOLDER);
        try (Browsers browsers = Browsers.open()) {
            for (Shot shot : SHOTS) {
                try (var visitor = new Visitor(browsers.browser(), port, CITY)) {
                    take(visitor, shot);
                }
            }
        }
    }

    private static void take(Visitor visitor, Shot shot) {
        Page page = visitor.page();
        visitor.signIn(shot.account());
        visitor.open(shot.path());
        for (String pressed : shot.pressed()) {
            Locator link = page.locator(pressed).first();
            link.click();
            page.waitForURL(Pattern.compile(".*"));
            page.waitForLoadState();
        }
        page.setViewportSize(WIDTH, HEIGHT);
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(shot.name() + ".png")));
    }
}
