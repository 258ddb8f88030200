package fledge.monitoring.rules;

import fledge.kernel.Measure;
import java.util.Set;

/** The words officials write behind a number, and the measures they belong to. */
final class UnitWords {

    private static final Set<String> THINGS =
            Set.of("个", "户", "家", "项", "场", "支", "件", "条", "台", "套", "座", "处", "次", "所");

    private UnitWords() {}

    /** Whether that word, or none, may stand behind a number of that measure. */
    static boolean fits(String word, Measure measure) {
        return word.isEmpty()
                || switch (measure.canonical()) {
                    case COUNT -> THINGS.contains(word);
                    case PERSONS -> Set.of("人", "名", "位").contains(word);
                    case PERSON_TIMES -> word.equals("人次");
                    case MACHINE_TIMES -> word.equals("台次");
                    case BATCHES -> Set.of("批次", "批").contains(word);
                    case PERCENT -> word.equals("%");
                    case PERCENTAGE_POINTS -> Set.of("个百分点", "百分点").contains(word);
                    case RATIO -> word.equals("倍");
                    case CNY_YUAN -> Set.of("元", "元人民币").contains(word);
                    case M2 -> Set.of("平方米", "平米", "㎡", "m²").contains(word);
                    case MU -> word.equals("亩");
                    case YEARS -> word.equals("年");
                    case MONTHS -> Set.of("个月", "月").contains(word);
                    default -> false;
                };
    }

    /** Whether 万 or 亿 may stand before the unit: nobody means 1.2 万 percent. */
    static boolean scales(Measure measure) {
        return switch (measure.canonical()) {
            case COUNT, PERSONS, PERSON_TIMES, MACHINE_TIMES, BATCHES, CNY_YUAN, M2, MU -> true;
            default -> false;
        };
    }
}
