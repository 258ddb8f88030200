package fledge.audit;

import fledge.audit.rules.Chain;
import fledge.audit.rules.Fault;
import fledge.audit.rules.Link;
import fledge.audit.rules.Position;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks an exported bundle without the portal: {@code bin/audit-verify bundle.zip [--anchor HASH]…}. An anchor is a hash that was
 * noted elsewhere when it was the head; only an anchor finds a chain that was recomputed from some entry on. Exit codes: 0 intact, 1
 * broken, 2 the input cannot be used.
 */
public final class AuditVerify {

    static final int INTACT = 0;
    static final int BROKEN = 1;
    static final int UNUSABLE = 2;

    private static final String USAGE = "usage: audit-verify bundle.zip [--anchor HASH]...";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern LINE = Pattern.compile(
            "\\{\"seq\":(\\d{1,18}),\"city\":(\\d{1,4}),\"at\":(-?\\d{1,18}),\"prev\":\"([0-9a-f]{64})\","
                    + "\"hash\":\"([0-9a-f]{64})\",\"body\":(\\{.*\\})\\}");

    private final PrintStream out;
    private final Set<String> anchors;
    private final JsonNode manifest;
    private Position position;

    private AuditVerify(PrintStream out, List<String> anchors, JsonNode manifest) {
        this.out = out;
        this.anchors = new HashSet<>(anchors);
        this.manifest = manifest;
        short city = (short) manifest.path("city").asInt();
        JsonNode first = manifest.path("first");
        this.position = first.isObject() && first.path("seq").asLong() > 1
                ? new Position(
                        city,
                        first.path("seq").asLong() - 1,
                        first.path("previous").asString(),
                        Long.MIN_VALUE)
                : Position.origin(city);
    }

    public static void main(String[] args) {
        System.exit(run(System.out, args));
    }

    static int run(PrintStream out, String... args) {
        String file = null;
        var anchors = new ArrayList<String>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--anchor") && i + 1 < args.length) {
                anchors.add(args[++i].toLowerCase(Locale.ROOT));
            } else if (file == null && !args[i].startsWith("-")) {
                file = args[i];
            } else {
                return unusable(out, USAGE);
            }
        }
        if (file == null
                || !anchors.stream().allMatch(anchor -> HASH.matcher(anchor).matches())) {
            return unusable(out, USAGE);
        }
        try (var zip = new ZipFile(Path.of(file).toFile(), StandardCharsets.UTF_8)) {
            ZipEntry entries = zip.getEntry(BundleWriter.ENTRIES);
            ZipEntry manifest = zip.getEntry(BundleWriter.MANIFEST);
            if (entries == null || manifest == null) {
                return unusable(out, "the file is no audit bundle: " + file);
            }
            JsonNode said;
            try (var stream = zip.getInputStream(manifest)) {
                said = JsonMapper.shared().readTree(stream);
            }
            if (!said.path("format").asString("").equals(BundleWriter.FORMAT)
                    || !said.path("algorithm").asString("").equals(Chain.ALGORITHM)
                    || !said.path("city").isInt()) {
                return unusable(out, "the bundle is of a kind this program does not know");
            }
            return new AuditVerify(out, anchors, said).check(zip, entries);
        } catch (IOException | JacksonException e) {
            return unusable(out, "the file cannot be read: " + e.getMessage());
        }
    }

    private int check(ZipFile zip, ZipEntry entries) throws IOException {
        if (manifest.path("from").isNull() && position.seq() > 0) {
            return broken(1, Fault.MISSING);
        }
        MessageDigest digest = Chain.digest();
        long count = 0;
        try (var reader = new BufferedReader(new InputStreamReader(
                new DigestInputStream(zip.getInputStream(entries), digest), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                count++;
                Link link = read(line);
                if (link == null) {
                    out.println("BROKEN: line " + count + " of " + BundleWriter.ENTRIES + " is not an entry");
                    return BROKEN;
                }
                Fault fault = Chain.fault(position, link);
                if (fault != null) {
                    return broken(link.seq(), fault);
                }
                position = Position.at(link);
                anchors.remove(link.hash());
            }
        }
        return checkEnd(count, HexFormat.of().formatHex(digest.digest()));
    }

    private int checkEnd(long count, String sha256) {
        boolean endsAsSaid = count == manifest.path("count").asLong()
                && (count == 0 || endsAt(manifest.path("last")))
                && (!manifest.path("to").isNull() || count == 0 || endsAt(manifest.path("head")));
        if (!endsAsSaid || !sha256.equals(manifest.path("entriesSha256").asString())) {
            return broken(position.seq() + 1, Fault.TAIL);
        }
        if (!anchors.isEmpty()) {
            return broken(position.seq(), Fault.ANCHOR);
        }
        out.println(
                "intact: " + count + " entries of " + manifest.path("cityCode").asString() + " up to number "
                        + position.seq() + ", head " + position.hash());
        return INTACT;
    }

    private boolean endsAt(JsonNode place) {
        return place.path("seq").asLong() == position.seq()
                && place.path("hash").asString().equals(position.hash());
    }

    private int broken(long seq, Fault fault) {
        out.println("BROKEN at entry " + seq + ": " + fault.sentence() + " (" + fault + ")");
        return BROKEN;
    }

    private static int unusable(PrintStream out, String why) {
        out.println(why);
        return UNUSABLE;
    }

    static @Nullable Link read(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                ? new Link(
                        Long.parseLong(parts.group(1)),
                        (short) Integer.parseInt(parts.group(2)),
                        Long.parseLong(parts.group(3)),
                        parts.group(4),
                        parts.group(5),
                        parts.group(6))
                : null;
    }
}
