package fledge.identity.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A browser as far as these tests need one: it keeps its session cookie and the token of the page it looks at. */
final class Visitor {

    private final MockMvc mvc;
    private final String city;
    private @Nullable Cookie cookie;
    private String token = "";

    Visitor(MockMvc mvc, String city) {
        this.mvc = mvc;
        this.city = city;
    }

    MockHttpServletResponse see(String path) throws Exception {
        MockHttpServletResponse response = send(get(path(path)));
        String found = page(response).select("input[name=_csrf]").val();
        token = found.isEmpty() ? token : found;
        return response;
    }

    MockHttpServletResponse submit(String path, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder form = post(path(path)).param("_csrf", token);
        fields.forEach(form::param);
        return send(form);
    }

    MockHttpServletResponse signIn(String login, String password) throws Exception {
        see("/sign-in");
        MockHttpServletResponse response = submit("/sign-in", Map.of("login", login, "password", password));
        see("/me/password");
        return response;
    }

    MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        if (cookie != null) {
            request.cookie(cookie);
        }
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        Cookie set = response.getCookie(SessionCookie.LOCAL);
        if (set != null) {
            cookie = set.getMaxAge() == 0 ? null : set;
        }
        return response;
    }

    String path(String path) {
        return "/" + city + path;
    }

    String sessionCookie() {
        return Objects.requireNonNull(cookie).getValue();
    }

    void forgetSession() {
        cookie = null;
    }

    static Document page(MockHttpServletResponse response) throws Exception {
        return Jsoup.parse(response.getContentAsString());
    }
}
