package fledge.monitoring;

import fledge.programme.rules.Item;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One cell of a return while it is being written: a figure in base units, or a sentence, and a note. */
@Entity
class ReturnLine extends CityOwned {

    private UUID returnId;
    private UUID indicatorId;

    @Enumerated(EnumType.STRING)
    private Item item;

    private int position;
    private @Nullable BigDecimal value;
    private @Nullable String wording;
    private String note;
    private int valueEdition;
    private int noteEdition;
    private boolean toCorrect;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    private @Nullable LocalDate finalExpected;
    private @Nullable UUID enteredBy;
    private @Nullable UUID enteredFor;
    private @Nullable Instant enteredAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ReturnLine() {}

    /** Writes the cell in the name of a unit: the one whose return it is, or the database refuses. */
    void enter(LineContent content, UUID person, UUID unit, Instant now) {
        LineContent before = content();
        if (!content.hasSameFigureAs(before)) {
            value = content.value();
            wording = content.wording();
            valueEdition++;
        }
        if (!content.note().equals(before.note())) {
            note = content.note();
            noteEdition++;
        }
        enteredBy = person;
        enteredFor = unit;
        enteredAt = now;
    }

    /** Puts the cell back to what was signed. */
    void restore(SignedContent.Cell signed, ReturnVersion version, UUID unit) {
        if (!signed.content().hasSameFigureAs(content())
                || !signed.content().note().equals(note)) {
            enter(signed.content(), version.preparedBy(), unit, version.certifiedAt());
        }
        declare(signed.standing(), signed.finalExpected());
    }

    /** What an amendment makes of a value: one that was still open becomes final with it, one that was final is revised by it. */
    void reopen(Standing meant) {
        if (content().isFilled() && standing.isOpen() == (meant == Standing.FINAL)) {
            declare(meant, null);
        }
    }

    void markToCorrect(boolean toCorrect) {
        this.toCorrect = toCorrect;
    }

    void declare(Standing standing, @Nullable LocalDate finalExpected) {
        this.standing = standing;
        this.finalExpected = finalExpected;
    }

    Standing standing() {
        return standing;
    }

    @Nullable
    LocalDate finalExpected() {
        return finalExpected;
    }

    LineContent content() {
        return new LineContent(value, wording, note);
    }

    UUID returnId() {
        return returnId;
    }

    UUID indicatorId() {
        return indicatorId;
    }

    Item item() {
        return item;
    }

    int position() {
        return position;
    }

    int valueEdition() {
        return valueEdition;
    }

    int noteEdition() {
        return noteEdition;
    }

    boolean toCorrect() {
        return toCorrect;
    }

    @Nullable
    UUID enteredBy() {
        return enteredBy;
    }

    @Nullable
    UUID enteredFor() {
        return enteredFor;
    }

    @Nullable
    Instant enteredAt() {
        return enteredAt;
    }
}
