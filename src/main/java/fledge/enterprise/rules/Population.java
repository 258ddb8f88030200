package fledge.enterprise.rules;

import fledge.kernel.Labelled;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whom a city's programme counts as its small and micro enterprises (小微企业统计口径): those small or micro by the standard that
 * are still registered, less those whom the city leaves out. It stands beside the size and never changes it.
 *
 * <p>Clause: Luqiao, 小微企业三年成长计划, leaves out 规上 and 限上 enterprises and household businesses. Example: a household business
 * with two employees is micro by the standard and is not counted in Luqiao.
 *
 * @param aboveScale whether enterprises above designated size (规上) are left out
 * @param aboveLimit whether trade above the limit (限上) is left out
 * @param households whether household businesses (个体工商户) are left out
 */
public record Population(boolean aboveScale, boolean aboveLimit, boolean households) {

    /** A city that leaves nobody out. */
    public static final Population EVERYBODY = new Population(false, false, false);

    /** What is known of an enterprise that matters here. */
    public record Member(
            SizeClass size, boolean registered, boolean household, boolean aboveScale, boolean aboveLimit) {}

    /** Why an enterprise is not counted. */
    public enum Exclusion implements Labelled {
        NOT_SMALL,
        NOT_REGISTERED,
        ABOVE_SCALE,
        ABOVE_LIMIT,
        HOUSEHOLD;

        @Override
        public String labelKey() {
            return "enterprise.exclusion." + name();
        }
    }

    /** Every reason against counting it; none means that it counts. */
    public Set<Exclusion> exclusions(Member member) {
        var found = EnumSet.noneOf(Exclusion.class);
        add(found, Exclusion.NOT_SMALL, !member.size().isSmall());
        add(found, Exclusion.NOT_REGISTERED, !member.registered());
        add(found, Exclusion.ABOVE_SCALE, aboveScale && member.aboveScale());
        add(found, Exclusion.ABOVE_LIMIT, aboveLimit && member.aboveLimit());
        add(found, Exclusion.HOUSEHOLD, households && member.household());
        return found;
    }

    private static void add(Set<Exclusion> found, Exclusion exclusion, boolean holds) {
        if (holds) {
            found.add(exclusion);
        }
    }
}
