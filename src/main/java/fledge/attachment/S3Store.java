package fledge.attachment;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Encrypted files in a bucket of an S3-compatible store, those of a city under its number. */
final class S3Store implements BlobStore, AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final byte[] NOTHING = {};
    private static final Map<String, String> ONLY_IF_NEW = Map.of("if-none-match", "*");
    private static final Pattern CODE = Pattern.compile("<Code>([A-Za-z]{1,60})</Code>");

    private static final int NOT_FOUND = 404;
    private static final int THERE_ALREADY = 412;
    private static final int NOT_IMPLEMENTED = 501;

    private final S3Settings settings;
    private final Duration answering;
    private final HttpClient client;

    /** Answers must come within a time that is shorter than the one the database lets a transaction be idle for. */
    S3Store(S3Settings settings, Duration answering) {
        this.settings = settings;
        this.answering = answering;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** A store that does not know the condition is asked without it; the id is new. */
    @Override
    public void put(short city, UUID id, byte[] sealed) throws IOException {
        HttpResponse<byte[]> answer = ask("PUT", place(city, id), ONLY_IF_NEW, sealed);
        if (answer.statusCode() == NOT_IMPLEMENTED) {
            answer = ask("PUT", place(city, id), Map.of(), sealed);
        }
        if (answer.statusCode() == THERE_ALREADY) {
            throw new FileAlreadyExistsException(id.toString());
        }
        requireDone(answer);
    }

    @Override
    public byte[] get(short city, UUID id) throws IOException {
        HttpResponse<byte[]> answer = ask("GET", place(city, id), Map.of(), NOTHING);
        if (answer.statusCode() == NOT_FOUND) {
            throw new NoSuchFileException(id.toString(), null, code(answer));
        }
        requireDone(answer);
        return answer.body();
    }

    @Override
    public void delete(short city, UUID id) throws IOException {
        HttpResponse<byte[]> answer = ask("DELETE", place(city, id), Map.of(), NOTHING);
        if (answer.statusCode() != NOT_FOUND) {
            requireDone(answer);
        }
    }

    @Override
    public void list(short city, Consumer<List<StoredBlob>> page) throws IOException {
        String prefix = city + "/";
        String from = "";
        do {
            HttpResponse<byte[]> answer = ask("GET", listing(prefix, from), Map.of(), NOTHING);
            requireDone(answer);
            S3Listing listing = S3Listing.read(answer.body(), prefix);
            page.accept(listing.blobs());
            from = listing.next();
        } while (!from.isEmpty());
    }

    private URI listing(String prefix, String from) {
        String next = from.isEmpty() ? "" : "continuation-token=" + encoded(from) + "&";
        return URI.create(settings.address() + "/?" + next + "list-type=2&prefix=" + encoded(prefix));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }

    private URI place(short city, UUID id) {
        return URI.create(settings.address() + "/" + city + "/" + id);
    }

    /** The whole answer within the time, its body included; the client's own limit ends with the headers. */
    private HttpResponse<byte[]> ask(String method, URI address, Map<String, String> more, byte[] body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).method(method, BodyPublishers.ofByteArray(body));
        Map<String, String> headers = S3Signature.sign(settings, method, address, more, body, Instant.now());
        headers.forEach((name, value) -> {
            if (!name.equals("host")) {
                request.header(name, value);
            }
        });
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), BodyHandlers.ofByteArray());
        try {
            return answer.get(answering.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("The store does not answer", e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("The store does not answer within " + answering.toSeconds() + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while the store was asked");
        }
    }

    private static void requireDone(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("The store answers " + answer.statusCode() + " " + code(answer));
        }
    }

    /** What the store calls its refusal; the rest of such a body repeats the request. */
    private static String code(HttpResponse<byte[]> answer) {
        Matcher found = CODE.matcher(new String(answer.body(), StandardCharsets.UTF_8));
        return found.find() ? found.group(1) : "without a code";
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
