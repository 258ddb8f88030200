package fledge.base;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The areas of a base in square metres and its investment in yuan; null is not known, or contradicted and not settled. */
public record BaseNumbers(
        @Nullable BigDecimal land,
        @Nullable BigDecimal floor,
        @Nullable BigDecimal floorDone,
        @Nullable BigDecimal investmentTotal,
        @Nullable BigDecimal investmentDone) {

    /** Nothing known. */
    public static final BaseNumbers NONE = new BaseNumbers(null, null, null, null, null);

    public @Nullable BigDecimal of(BaseField field) {
        return switch (field) {
            case LAND -> land;
            case FLOOR -> floor;
            case FLOOR_DONE -> floorDone;
            case INVESTMENT_TOTAL -> investmentTotal;
            case INVESTMENT_DONE -> investmentDone;
        };
    }

    /** The same with another value in one field. */
    public BaseNumbers with(BaseField field, @Nullable BigDecimal value) {
        return new BaseNumbers(
                field == BaseField.LAND ? value : land,
                field == BaseField.FLOOR ? value : floor,
                field == BaseField.FLOOR_DONE ? value : floorDone,
                field == BaseField.INVESTMENT_TOTAL ? value : investmentTotal,
                field == BaseField.INVESTMENT_DONE ? value : investmentDone);
    }

    /** The fields in which two entries differ in value. */
    List<BaseField> changedTo(BaseNumbers other) {
        var changed = new ArrayList<BaseField>();
        for (BaseField field : BaseField.values()) {
            BigDecimal mine = of(field);
            BigDecimal theirs = other.of(field);
            if (mine == null ? theirs != null : theirs == null || mine.compareTo(theirs) != 0) {
                changed.add(field);
            }
        }
        return changed;
    }
}
