package fledge.programme.web;

import fledge.identity.UnitView;
import fledge.kernel.Labelled;
import fledge.kernel.Measure;
import fledge.kernel.Quarter;
import fledge.programme.ProgrammeStatus;
import fledge.programme.ProgrammeView;
import fledge.programme.TargetView;
import fledge.programme.rules.Operator;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the values of this module stand on its pages. */
@Component
class Wording {

    private final Formats formats;

    Wording(Formats formats) {
        this.formats = formats;
    }

    Locale locale() {
        return formats.locale();
    }

    String text(String key, Object... arguments) {
        return formats.text(key, arguments);
    }

    String text(Labelled labelled) {
        return formats.text(labelled);
    }

    /** “4,098.324 亿元”: no more decimals than it has. */
    @Nullable
    String value(@Nullable BigDecimal base, Measure measure) {
        String number = number(base, measure);
        return number == null ? null : text("programme.value", number, measure);
    }

    /** The number alone. */
    @Nullable
    String number(@Nullable BigDecimal base, Measure measure) {
        String number = formats.number(base, measure);
        return number == null || number.indexOf('.') < 0 ? number : number.replaceAll("\\.?0+$", "");
    }

    /** A change in percent, with its sign. */
    @Nullable
    String change(@Nullable BigDecimal percent) {
        String shown = formats.percent(percent);
        return shown == null || percent == null ? null : (percent.signum() > 0 ? "+" : "") + shown;
    }

    String quarter(Quarter quarter) {
        return formats.quarter(quarter);
    }

    @Nullable
    String plain(@Nullable BigDecimal base, Measure measure) {
        return formats.plain(base, measure);
    }

    /** “不低于 6,000 个”, “15—20 个”, “缺失：…”: what is missing is said to be, and never a zero. */
    String target(@Nullable TargetView target, Measure measure) {
        if (target == null) {
            return text("programme.target.none");
        }
        if (target.isMissing()) {
            String reason = target.missingReason();
            return text("programme.missing", reason == null ? "" : reason);
        }
        if (measure == Measure.MILESTONE && target.operator() != Operator.QUALITATIVE) {
            return text("programme.target.done");
        }
        String lower = value(target.value(), measure);
        String number = number(target.value(), measure);
        String upper = value(target.upper(), measure);
        return text(
                "programme.target.operator." + target.operator(),
                lower == null ? "" : lower,
                number == null ? "" : number,
                upper == null ? "" : upper);
    }

    /** “2018—2020 年”, or that the document prints none. */
    String period(@Nullable Integer start, @Nullable Integer end) {
        if (start == null && end == null) {
            return text("programme.period.notPrinted");
        }
        if (start == null) {
            return text("programme.period.until", Integer.toString(end == null ? 0 : end));
        }
        return end == null || start.equals(end)
                ? text("programme.period.one", start.toString())
                : text("programme.period.span", start.toString(), end.toString());
    }

    String period(ProgrammeView programme) {
        return period(programme.startYear(), programme.endYear());
    }

    String tone(ProgrammeStatus status) {
        return switch (status) {
            case DRAFT -> "working";
            case PUBLISHED -> "done";
            case CLOSED -> "neutral";
        };
    }

    /** The city's own name of the programme, marked where it is a sample. */
    String name(ProgrammeView programme) {
        return programme.name(locale());
    }

    String unit(Map<UUID, UnitView> units, UUID id) {
        UnitView unit = units.get(id);
        return unit == null ? id.toString() : unit.name(locale());
    }

    <E extends Enum<E> & Labelled> List<Option> options(Class<E> choices) {
        return Arrays.stream(choices.getEnumConstants())
                .map(choice -> new Option(choice.name(), text(choice)))
                .toList();
    }

    @Nullable
    String day(@Nullable Instant moment) {
        return formats.day(moment);
    }

    @Nullable
    String minute(@Nullable Instant moment) {
        return formats.minute(moment);
    }
}
