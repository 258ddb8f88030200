package fledge.demo;

import fledge.amendment.AmendmentCause;
import fledge.amendment.AmendmentKind;
import fledge.amendment.AmendmentStatus;
import fledge.monitoring.DifferenceReason;
import fledge.monitoring.ExplanationVerdict;
import fledge.monitoring.ReturnStatus;
import fledge.monitoring.SourceKind;
import fledge.programme.rules.Item;
import fledge.programme.rules.PaceProfile;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a city's file says of its sample programme and what happened in it. */
final class SamplePart {

    private SamplePart() {}

    /** An indicator's settings in the sample. */
    record Setting(
            String indicator,
            List<String> responsible,
            List<String> reporting,
            ProgrammePart.@Nullable Baseline baseline,
            List<ProgrammePart.Goal> targets,
            List<Share> apportionment,
            List<String> carriedBy,
            List<Series> history,
            @Nullable Pacing pace,
            @Nullable Integer finalMonth) {

        Setting {
            apportionment = Lists.of(apportionment);
            carriedBy = Lists.of(carriedBy);
        }
    }

    /** How the target is to be reached over a year; the first three quarters' percentages where they are set by hand. */
    record Pacing(PaceProfile.Kind profile, List<BigDecimal> quarters) {

        Pacing {
            quarters = Lists.of(quarters);
        }

        PaceProfile read() {
            return quarters.isEmpty()
                    ? new PaceProfile(profile, null, null, null)
                    : new PaceProfile(profile, quarters.get(0), quarters.get(1), quarters.get(2));
        }
    }

    /** What a unit carries of the target, cumulated over the sample's years. */
    record Share(String unit, List<BigDecimal> values) {}

    /** What a unit reports of an indicator in twelve quarters; null is not reported. */
    record Series(
            String unit,
            @Nullable List<@Nullable BigDecimal> series,
            @Nullable List<@Nullable BigDecimal> numerator,
            @Nullable List<@Nullable BigDecimal> denominator,
            @Nullable List<@Nullable String> texts,
            @Nullable List<@Nullable Boolean> done) {

        /** What the unit's clerk types; null where there is nothing. */
        @Nullable
        String typed(Item item, int quarter) {
            return switch (item) {
                case VALUE -> number(series, quarter);
                case NUMERATOR -> number(numerator, quarter);
                case DENOMINATOR -> number(denominator, quarter);
                case TEXT -> texts == null ? null : texts.get(quarter);
                case MILESTONE -> {
                    Boolean answer = done == null ? null : done.get(quarter);
                    yield answer == null ? null : answer ? "是" : "否";
                }
            };
        }

        private static @Nullable String number(@Nullable List<@Nullable BigDecimal> numbers, int quarter) {
            BigDecimal number = numbers == null ? null : numbers.get(quarter);
            return number == null ? null : number.toPlainString();
        }
    }

    enum Kind {
        RETURNED_ONCE,
        REPORTED_LATE,
        MISSED,
        WAIVED,
        VALUE_MISSING,
        EXPLAINED_CHANGE
    }

    /** What departs from the ordinary course; which components there are depends on the kind. */
    record Story(
            Kind event,
            String unit,
            String quarter,
            @Nullable String untilQuarter,
            @Nullable String indicator,
            @Nullable BigDecimal firstValue,
            @Nullable BigDecimal firstNumerator,
            @Nullable BigDecimal firstDenominator,
            @Nullable String firstExplanationZh,
            int resubmittedAfterDays,
            int daysAfterDue,
            @Nullable String noteZh,
            @Nullable String reasonCode,
            @Nullable String reasonZh,
            @Nullable String explanationZh,
            @Nullable String secondExplanationZh,
            @Nullable ExplanationVerdict verdict,
            @Nullable String verdictZh) {

        @Nullable
        String first(Item item) {
            BigDecimal number = switch (item) {
                case VALUE -> firstValue;
                case NUMERATOR -> firstNumerator;
                case DENOMINATOR -> firstDenominator;
                case TEXT, MILESTONE -> null;
            };
            return number == null ? null : number.toPlainString();
        }
    }

    /** A change of an indicator's definition, and the four quarters before it on the new basis. */
    record Redefinition(
            String indicator,
            String from,
            String definitionZh,
            String definitionEn,
            String population,
            String dataSource,
            String legalBasis,
            String reasonZh,
            String documentNo,
            List<BigDecimal> bridge) {}

    /** What another source says of an indicator. */
    record OtherSource(
            String indicator,
            SourceKind kind,
            String nameZh,
            BigDecimal tolerance,
            String documentZh,
            List<OtherValue> values) {}

    /** Its value for a quarter; the reason where it differs and that is explained. */
    record OtherValue(
            String quarter,
            BigDecimal value,
            @Nullable DifferenceReason reason,
            @Nullable String textZh) {}

    enum Outcome {
        /** The entry is not understood, or a finding of class A blocks the return. */
        REFUSED,
        /** A finding asks for an explanation. */
        FOUND,
        /** Nobody objects. */
        LET_THROUGH
    }

    /** An entry that must not pass unnoticed. */
    record Attempt(
            String kind,
            Outcome expected,
            String unit,
            String quarter,
            String indicator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {

        @Nullable
        String typed(Item item) {
            BigDecimal number = switch (item) {
                case VALUE -> value;
                case NUMERATOR -> numerator;
                case DENOMINATOR -> denominator;
                case TEXT, MILESTONE -> null;
            };
            return number == null ? null : number.toPlainString();
        }
    }

    /** A locked quarter's figure that was put right, or is asked to be. */
    record Correction(
            String unit,
            String quarter,
            String indicator,
            @Nullable BigDecimal value,
            AmendmentKind kind,
            AmendmentCause cause,
            AmendmentStatus outcome,
            @Nullable String reasonZh,
            String evidenceZh) {}

    /** The newest round: how far each unit has come. */
    record OpenRound(ReturnStatus defaultState, String returnReasonZh, List<UnitState> units) {

        ReturnStatus stateOf(String unit) {
            return units.stream()
                    .filter(known -> known.unit().equals(unit))
                    .map(UnitState::state)
                    .findFirst()
                    .orElse(defaultState);
        }
    }

    record UnitState(String unit, ReturnStatus state) {}
}
