package fledge.monitoring;

import fledge.apportionment.IssuedEdition;
import fledge.kernel.Labelled;
import fledge.kernel.Period;
import fledge.monitoring.rules.Derivation;
import fledge.programme.ProgrammeView;
import fledge.programme.rules.Item;
import fledge.template.FormHead;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an indicator's numbers come from: the numbers with their formulas, the periods they are made of, and the signed figures
 * behind those.
 *
 * @param period the only period that is followed back, if one is
 * @param unitId the only unit that is followed back, if one is
 * @param sums each period's total beside the sum of the figures behind it; of a single unit there is none
 * @param inputs the figures, page by page
 * @param forms the forms that asked for them, by id
 * @param restatements which of the figures replaced an earlier one
 * @param editions the documents in force that say what units carry of the target
 * @param before how many figures stand on the pages before
 */
public record Lineage(
        ProgrammeView programme,
        IndicatorProgress progress,
        List<Derivation.Part> measured,
        List<Derivation.Part> completion,
        @Nullable Period period,
        @Nullable UUID unitId,
        List<PeriodSum> sums,
        List<Input> inputs,
        Map<UUID, FormHead> forms,
        List<RestatementView> restatements,
        List<IssuedEdition> editions,
        int before,
        boolean more) {

    /** A period's total as the portal keeps it, and as its figures add up to now; absent is absent, never zero. */
    public record PeriodSum(
            Item item,
            Period period,
            @Nullable BigDecimal total,
            int units,
            @Nullable BigDecimal recomputed,
            int figures) {

        public boolean agrees() {
            return total != null && recomputed != null && total.compareTo(recomputed) == 0 && units == figures;
        }
    }

    /** What holding a figure against the version of the return that says so has found; the gravest alone. */
    public enum Check implements Labelled {
        /** The figure and the cell are what was signed, and the signed text has its hash. */
        AS_SIGNED,
        /** The signed text no longer has the hash it was signed with. */
        CONTENT_CHANGED,
        /** The figure that counts, how firm it is or its definition is not what was signed. */
        FIGURE_DIFFERS,
        /** The figure is what was signed, and the cell of the closed return no longer is. */
        LINE_DIFFERS;

        @Override
        public String labelKey() {
            return "monitoring.lineage.check." + name();
        }
    }

    /**
     * A figure that counts, and what says so.
     *
     * @param definition the number of the definition that holds in its period
     * @param templateId the version of the form that asked for it; none where the programme had none
     * @param files what was signed with it
     * @param approvals who passed and who accepted the version
     */
    public record Input(
            UUID unitId,
            Period period,
            Item item,
            LineContent figure,
            Standing standing,
            int definition,
            @Nullable UUID templateId,
            VersionView version,
            List<SignedFile> files,
            List<StepView> approvals,
            Check check) {

        public boolean holds() {
            return check == Check.AS_SIGNED;
        }
    }

    /** Whether every total is the sum of its figures. */
    public boolean addsUp() {
        return sums.stream().allMatch(PeriodSum::agrees);
    }

    /** Whether a figure replaced an earlier one. */
    public boolean isRestated(Input input) {
        return restatements.stream()
                .anyMatch(note -> note.item() == input.item()
                        && note.unitId().equals(input.unitId())
                        && note.period().equals(input.period()));
    }

    /** Everybody who signed or approved one of the figures, or had it done in their name. */
    public Set<UUID> people() {
        return inputs.stream()
                .flatMap(input -> Stream.concat(
                        Stream.of(
                                input.version().preparedBy(),
                                input.version().preparedFor(),
                                input.version().certifiedBy(),
                                input.version().certifiedFor()),
                        input.approvals().stream().flatMap(step -> Stream.of(step.personId(), step.onBehalfOf()))))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
