package fledge.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody at a browser of their own, with a keyboard and no mouse. Every page they look at is checked for accessibility at
 * 1280 and 390 px, and their console must stay silent.
 */
final class Visitor implements AutoCloseable {

    static final String PASSWORD = "fledge-demo";

    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final int HEIGHT = 900;
    private static final int MOST_TABS = 400;
    private static final int PICTURE_MS = 10_000;
    private static final System.Logger LOG = System.getLogger(Visitor.class.getName());

    private final String city;
    private final String base;
    private final BrowserContext context;
    private final Page page;
    private final AtomicInteger loads = new AtomicInteger();
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, int port, String city) {
        this(
                browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(WIDE, HEIGHT)
                        .setLocale("zh-CN")
                        .setPermissions(List.of("clipboard-read", "clipboard-write"))),
                "http://localhost:" + port + "/" + city,
                city);
    }

    private Visitor(BrowserContext context, String base, String city) {
        this(context, context.newPage(), base, city);
    }

    private Visitor(BrowserContext context, Page page, String base, String city) {
        this.context = context;
        this.page = page;
        this.base = base;
        this.city = city;
        page.onConsoleMessage(this::note);
        page.onPageError(complaints::add);
        page.onLoad(loaded -> loads.incrementAndGet());
    }

    /** Somebody whose browser runs no scripts. */
    static Visitor withoutScript(Browser browser, int port, String city) {
        return new Visitor(
                browser.newContext(new Browser.NewContextOptions()
                        .setJavaScriptEnabled(false)
                        .setViewportSize(WIDE, HEIGHT)
                        .setLocale("zh-CN")),
                "http://localhost:" + port + "/" + city,
                city);
    }

    /** The same person in the tab that pressing this link opens. */
    Visitor inNewTab(Locator link) {
        tabTo(link);
        Page opened = context.waitForPage(() -> page.keyboard().press("Enter"));
        opened.waitForLoadState();
        return new Visitor(context, opened, base, city);
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
        }
    }

    /** What the browser itself says when an answer has that status: once, and expected. */
    void expect(int status) {
        assertThat(complaints).singleElement().asString().contains("status of " + status);
        complaints.clear();
    }

    Page page() {
        return page;
    }

    String main() {
        return page.locator("main").innerText();
    }

    Response open(String path) {
        return Objects.requireNonNull(page.navigate(base + path));
    }

    /** The address of this page within the city. */
    String path() {
        return page.url().substring(base.length());
    }

    void signIn(String account) {
        open("/sign-in");
        signInHere(city + "-" + account, PASSWORD);
    }

    void signInHere(String login, String password) {
        tabTo(page.locator("#login"));
        page.keyboard().press("Control+A");
        page.keyboard().type(login);
        page.keyboard().press("Tab");
        page.keyboard().type(password);
        enter();
    }

    void signOut() {
        tabTo(page.locator(".user-menu > summary"));
        page.keyboard().press("Enter");
        press(page.locator(".user-menu button"));
    }

    /** What half an hour's absence does. */
    void loseSession() {
        context.clearCookies();
    }

    /** Presses Tab until that element has the focus, as somebody without a mouse does. */
    void tabTo(Locator target) {
        Locator element = target.first();
        element.waitFor();
        for (int i = 0; i < MOST_TABS; i++) {
            if (isFocused(element)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("not reachable by keyboard: " + target);
    }

    boolean isFocused(Locator element) {
        return Boolean.TRUE.equals(element.evaluate("e => e === document.activeElement"));
    }

    /** Follows a link or presses a button that leads to another page. */
    void press(Locator target) {
        tabTo(target);
        enter();
    }

    private void enter() {
        int before = loads.get();
        page.keyboard().press("Enter");
        page.waitForCondition(() -> loads.get() > before);
    }

    void type(Locator target, String text) {
        tabTo(target);
        page.keyboard().press("Control+A");
        page.keyboard().type(text);
    }

    /** Gives every finding that asks for it the first reason of the list and this text; hands back how many. */
    int explain(String text) {
        Locator reasons = page.locator("select[name^=reason-]");
        Locator texts = page.locator("textarea[name^=explanation-]");
        for (int i = 0; i < texts.count(); i++) {
            tabTo(reasons.nth(i));
            page.keyboard().press("ArrowDown");
            type(texts.nth(i), text);
        }
        return texts.count();
    }

    /** Takes text from the clipboard, as it stands there after copying from a sheet. */
    void paste(String text) {
        page.evaluate("text => navigator.clipboard.writeText(text)", text);
        page.keyboard().press("Control+V");
    }

    /** Holds letters in the input method, presses a key on them, and lets the words take their place. */
    void compose(String letters, String key, String words) {
        var devtools = context.newCDPSession(page);
        var held = new com.google.gson.JsonObject();
        held.addProperty("text", letters);
        held.addProperty("selectionStart", letters.length());
        held.addProperty("selectionEnd", letters.length());
        devtools.send("Input.imeSetComposition", held);
        page.keyboard().press(key);
        var chosen = new com.google.gson.JsonObject();
        chosen.addProperty("text", words);
        devtools.send("Input.insertText", chosen);
        devtools.detach();
    }

    Locator button(String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    Locator link(String text) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text));
    }

    Locator status() {
        return page.locator("[data-grid-status]");
    }

    /** The mark below a cell, once it shows one of these states. */
    Locator mark(Locator cell, String... states) {
        Locator mark = page.locator("[id='" + cell.getAttribute("id") + "-mark']");
        page.waitForCondition(() -> List.of(states).contains(mark.getAttribute("data-state")));
        return mark;
    }

    /** Looks at the page wide and narrow: no violation of accessibility, nothing wider than the screen, a picture of each. */
    void look(String name) {
        for (int width : new int[] {NARROW, WIDE}) {
            page.setViewportSize(width, HEIGHT);
            picture(name + "-" + width);
            AxeResults results = new AxeBuilder(page).setLegacyMode(true).analyze();
            assertThat(results.getViolations())
                    .as("%s at %d px", name, width)
                    .extracting(Visitor::broken)
                    .isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s is not wider than the screen at %d px", name, width)
                    .isLessThanOrEqualTo(width);
        }
        assertThat(complaints).as("console of %s", name).isEmpty();
    }

    private static String broken(Rule rule) {
        return rule.getId() + " "
                + rule.getNodes().stream().map(CheckedNode::getHtml).limit(3).toList();
    }

    private void picture(String name) {
        try {
            Files.createDirectories(SHOTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var whole = new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(city + "-" + name + ".png"))
                .setFullPage(true)
                .setTimeout(PICTURE_MS);
        page.bringToFront(); // a page behind another one may be drawn late or never
        try {
            page.screenshot(whole);
        } catch (TimeoutError notDrawn) {
            // Pictures are for the eye. Without a graphics card the browser now and then never draws a page of ten
            // screens.
            LOG.log(System.Logger.Level.WARNING, "no picture of " + name, notDrawn);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
