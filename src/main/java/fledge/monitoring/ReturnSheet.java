package fledge.monitoring;

import fledge.kernel.Period;
import fledge.monitoring.rules.Finding;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeView;
import fledge.programme.rules.Item;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A return laid out: its head, its cells beside what was reported before, and what the checks found. */
public record ReturnSheet(ReturnView report, ProgrammeView programme, List<Line> lines, List<FindingView> findings) {

    /** A cell: what stands in it, whether it may be written now, and the same figure when it was asked before and a year ago. */
    public record Line(
            UUID id,
            int valueEdition,
            int noteEdition,
            IndicatorView indicator,
            Item item,
            LineContent content,
            boolean editable,
            boolean toCorrect,
            Standing standing,
            @Nullable LocalDate finalExpected,
            @Nullable UUID enteredBy,
            @Nullable Instant enteredAt,
            Period askedBefore,
            @Nullable BigDecimal previous,
            @Nullable String previousWording,
            @Nullable BigDecimal lastYear) {

        /** The same cell with something else in it. */
        Line with(LineContent other) {
            return new Line(
                    id,
                    valueEdition,
                    noteEdition,
                    indicator,
                    item,
                    other,
                    editable,
                    toCorrect,
                    standing,
                    finalExpected,
                    enteredBy,
                    enteredAt,
                    askedBefore,
                    previous,
                    previousWording,
                    lastYear);
        }

        boolean isMeantBy(Finding finding) {
            return finding.item() == item
                    && finding.indicator().equals(indicator.id().toString());
        }
    }

    /** How many of the cells are filled. */
    public long filled() {
        return lines.stream().filter(line -> line.content().isFilled()).count();
    }
}
