package fledge.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody at a running portal over real HTTP: keeps cookies, takes the token of the forms from the page, as a browser does. */
public final class HttpVisitor {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String city;
    private URI portal;
    private String token = "";

    public HttpVisitor(URI portal, String city) {
        this.portal = portal;
        this.city = city;
    }

    /** The portal was started again and answers elsewhere; cookies stay. */
    public void goTo(URI again) {
        portal = again;
    }

    public void signIn(String login, String password) throws IOException, InterruptedException {
        page("/sign-in");
        HttpResponse<String> answer = send(
                "POST", "/sign-in", Map.of("login", login, "password", password, "_csrf", token, "return", "/desk"));
        String to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || !to.endsWith("/desk")) {
            throw new IllegalStateException("not signed in: " + answer.statusCode() + " " + to);
        }
        page("/desk");
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** An address as it is, encoded rightly or not; over a plain socket, because no client would send it. */
    public int rawGet(String path) throws IOException {
        try (var socket = new Socket(portal.getHost(), portal.getPort())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write(("GET /" + city + path + " HTTP/1.1\r\nHost: localhost:" + portal.getPort()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (answer.contains("\r\nSet-Cookie: x=")) {
                throw new IllegalStateException("a header was smuggled in: " + path);
            }
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    /** A page, which must be there; its token serves the next form. */
    public Document page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        Document page = Jsoup.parse(answer.body());
        String found = page.select("meta[name=_csrf]").attr("content");
        token = found.isEmpty() ? page.select("input[name=_csrf]").val() : found;
        return page;
    }

    /** Saves a cell as the grid's script does. */
    public HttpResponse<String> save(String url, String value, int version) throws IOException, InterruptedException {
        return send("PUT", url, Map.of("value", value, "version", Integer.toString(version)));
    }

    public HttpResponse<String> send(String method, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return raw(method, path, body);
    }

    /** The file that a form without fields answers with. */
    public byte[] download(String path) throws IOException, InterruptedException {
        return client.send(form("POST", path, ""), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    /** A form with nothing but a file. */
    public HttpResponse<String> upload(String path, String fileName, String text)
            throws IOException, InterruptedException {
        String boundary = "fledge-" + System.nanoTime();
        String body =
                "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%2$s\"\r\nContent-Type: text/csv\r\n\r\n%3$s\r\n--%1$s--\r\n"
                        .formatted(boundary, fileName, text);
        return client.send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("X-CSRF-TOKEN", token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** A body as it is, encoded rightly or not. */
    public HttpResponse<String> raw(String method, String path, String body) throws IOException, InterruptedException {
        return client.send(form(method, path, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest form(String method, String path, String body) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/x-www-form-urlencoded");
        if (!token.isEmpty()) {
            request.header("X-CSRF-TOKEN", token);
        }
        return request.method(method, HttpRequest.BodyPublishers.ofString(body)).build();
    }

    /** With the city or without it, as links on pages have it. */
    private HttpRequest.Builder request(String path) {
        String full = path.startsWith("/" + city + "/") ? path : "/" + city + path;
        return HttpRequest.newBuilder(portal.resolve(full)).timeout(PATIENCE).header("Accept-Language", "zh-CN");
    }
}
