package fledge.monitoring;

import fledge.programme.rules.Item;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
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
    private @Nullable UUID enteredBy;
    private @Nullable UUID enteredFor;
    private @Nullable Instant enteredAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ReturnLine() {}

    ReturnLine(UUID returnId, UUID indicatorId, Item item, int position) {
        this.returnId = returnId;
        this.indicatorId = indicatorId;
        this.item = item;
        this.position = position;
        this.note = "";
    }

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
    void restore(LineContent signed, ReturnVersion version, UUID unit) {
        if (!signed.hasSameFigureAs(content()) || !signed.note().equals(note)) {
            enter(signed, version.preparedBy(), unit, version.certifiedAt());
        }
    }

    void markToCorrect(boolean toCorrect) {
        this.toCorrect = toCorrect;
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
