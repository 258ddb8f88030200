package fledge.apportionment;

import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes down each issued edition as text, one line for each part in a fixed order with fields separated by tabs, so that it can
 * be hashed byte for byte, compared, and read by eye in twenty years.
 */
@Component
class Editions {

    private static final Comparator<TargetLine> ORDER = Comparator.comparing(TargetLine::indicatorId)
            .thenComparingInt(TargetLine::position)
            .thenComparing(TargetLine::unitId)
            .thenComparing(TargetLine::period);

    private final TargetEditionRepository editions;
    private final ProgrammeService programmes;
    private final UnitService units;
    private final PortalClock clock;

    Editions(TargetEditionRepository editions, ProgrammeService programmes, UnitService units, PortalClock clock) {
        this.editions = editions;
        this.programmes = programmes;
        this.units = units;
        this.clock = clock;
    }

    /** Keeps the live lines of the set as its present edition. */
    EditionView freeze(TargetSet set, List<TargetLine> lines, @Nullable TargetAmendment amendment) {
        String documentNo = Objects.requireNonNull(amendment == null ? set.documentNo() : amendment.documentNo());
        String content = content(set, lines, documentNo);
        return editions.save(new TargetEdition(
                        set.id(),
                        set.edition(),
                        content,
                        sha256(content),
                        documentNo,
                        clock.now(),
                        amendment == null ? null : amendment.id()))
                .view();
    }

    private String content(TargetSet set, List<TargetLine> lines, String documentNo) {
        Map<UUID, UnitView> byId = units.byId();
        var text = new StringBuilder();
        write(
                text,
                "set",
                programmes.programme(set.programmeId()).code(),
                set.name(),
                Integer.toString(set.edition()),
                documentNo);
        Map<UUID, IndicatorView> indicators = new HashMap<>();
        programmes.indicators(set.programmeId()).forEach(indicator -> indicators.put(indicator.id(), indicator));
        lines.stream().filter(TargetLine::isLive).sorted(ORDER).forEach(line -> {
            Period period = line.period();
            write(
                    text,
                    "line",
                    Objects.requireNonNull(indicators.get(line.indicatorId())).code(),
                    Objects.requireNonNull(byId.get(line.unitId())).code(),
                    Integer.toString(line.position()),
                    Integer.toString(period.year()),
                    period.quarter() == null ? "" : period.quarter().toString(),
                    number(line.value()),
                    number(line.denominator()));
        });
        return text.toString();
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }

    /** Tabs and line ends inside a name would shift the columns; they are written as visible escapes. */
    private static void write(StringBuilder text, String... fields) {
        for (int at = 0; at < fields.length; at++) {
            text.append(at == 0 ? "" : "\t")
                    .append(fields[at]
                            .replace("\\", "\\\\")
                            .replace("\t", "\\t")
                            .replace("\n", "\\n")
                            .replace("\r", "\\r"));
        }
        text.append('\n');
    }

    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
