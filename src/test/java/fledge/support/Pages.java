package fledge.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fledge.access.Actor;
import fledge.tenancy.City;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Opens pages and sends their forms as somebody; what comes back is what that person reads, in Chinese. */
@TestComponent
public class Pages {

    private final MockMvcTester portal;
    private final SignedInAs signedIn;

    Pages(MockMvcTester portal, SignedInAs signedIn) {
        this.portal = portal;
        this.signedIn = signedIn;
    }

    /** A page, which must be there. */
    public Document open(City city, Actor actor, String path) {
        return shown(answer(city, actor, request(city, HttpMethod.GET, path)));
    }

    /** The answer to an address, whatever it is; {@code form} is name, value, name, value … Scripts PUT, and read data. */
    public MockHttpServletResponse send(City city, Actor actor, HttpMethod method, String path, String... form) {
        MockMvcRequestBuilder request = with(form, request(city, method, path));
        return answer(city, actor, method == HttpMethod.PUT ? request.accept(MediaType.APPLICATION_JSON) : request);
    }

    /** Presses a button of that page; answers the page that follows, which says what was done or why it was not. */
    public Document press(City city, Actor actor, String page, String button, String... form) {
        MockHttpServletResponse answer = answer(
                city,
                actor,
                with(form, request(city, HttpMethod.POST, button))
                        .header(HttpHeaders.REFERER, "http://localhost/" + city.code() + page));
        assertThat(answer.getStatus()).as(button).isBetween(302, 303);
        String next = Objects.requireNonNull(answer.getRedirectedUrl())
                .substring(city.code().length() + 1);
        var request = request(city, HttpMethod.GET, next);
        Cookie session = answer.getCookie("FLEDGE");
        return shown(answer(city, actor, session == null ? request : request.cookie(session)));
    }

    /** The reasons that a page gives for not having done what was asked, in one text; nothing where it was done. */
    public static String refusals(Document page) {
        return page.select(".error-summary li").text();
    }

    private MockMvcRequestBuilder request(City city, HttpMethod method, String path) {
        return portal.method(method).uri(URI.create("/" + city.code() + path)).locale(Locale.SIMPLIFIED_CHINESE);
    }

    private static MockMvcRequestBuilder with(String[] form, MockMvcRequestBuilder request) {
        MockMvcRequestBuilder filled = request;
        for (int i = 0; i < form.length; i += 2) {
            filled = filled.param(form[i], form[i + 1]);
        }
        return filled;
    }

    private MockHttpServletResponse answer(City city, Actor actor, MockMvcRequestBuilder request) {
        UUID account = actor.accountId();
        return (account == null ? request : request.with(signedIn.account(city, account, actor.login())))
                .with(csrf())
                .exchange()
                .getResponse();
    }

    private static Document shown(MockHttpServletResponse answer) {
        assertThat(answer.getStatus()).isEqualTo(200);
        return Jsoup.parse(text(answer));
    }

    /** The body as text. */
    public static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
