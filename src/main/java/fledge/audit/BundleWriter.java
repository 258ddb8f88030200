package fledge.audit;

import fledge.audit.rules.CanonicalJson;
import fledge.audit.rules.Chain;
import fledge.audit.rules.Link;
import fledge.tenancy.City;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes a bundle: the entries, one a line, and a manifest that says where they begin and end. */
final class BundleWriter {

    static final String FORMAT = "fledge-audit-1";
    static final String ENTRIES = "entries.jsonl";
    static final String MANIFEST = "manifest.json";

    private final City city;
    private final ZipOutputStream zip;
    private final MessageDigest digest = Chain.digest();
    private @Nullable Link first;
    private @Nullable Link last;
    private long count;

    BundleWriter(City city, OutputStream target) {
        this.city = city;
        this.zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
    }

    void open() {
        try {
            zip.putNextEntry(new ZipEntry(ENTRIES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(Link link) {
        byte[] line = (line(link) + '\n').getBytes(StandardCharsets.UTF_8);
        digest.update(line);
        try {
            zip.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (first == null) {
            first = link;
        }
        last = link;
        count++;
    }

    void close(AuditHead head, @Nullable LocalDate from, @Nullable LocalDate to, Instant at) {
        var manifest = new HashMap<String, @Nullable Object>();
        manifest.put("algorithm", Chain.ALGORITHM);
        manifest.put("city", city.id());
        manifest.put("cityCode", city.code());
        manifest.put("count", count);
        manifest.put("entriesSha256", HexFormat.of().formatHex(digest.digest()));
        manifest.put("exportedAt", at);
        manifest.put("first", first == null ? null : Map.of("previous", first.previous(), "seq", first.seq()));
        manifest.put("format", FORMAT);
        manifest.put("from", from);
        manifest.put("head", Map.of("at", head.at(), "hash", head.hash(), "seq", head.seq()));
        manifest.put("last", last == null ? null : Map.of("hash", last.hash(), "seq", last.seq()));
        manifest.put("to", to);
        try {
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write((CanonicalJson.of(manifest) + '\n').getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body stands last and exactly as it was hashed. */
    static String line(Link link) {
        return "{\"seq\":" + link.seq() + ",\"city\":" + link.city() + ",\"at\":" + link.micros() + ",\"prev\":\""
                + link.previous() + "\",\"hash\":\"" + link.hash() + "\",\"body\":" + link.body() + '}';
    }
}
