package fledge.counting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The facts of some days by month and unit; nothing of days that are still to come. */
public record Tally(LocalDate from, LocalDate to, List<FactMonth> months) {

    public Tally {
        months = List.copyOf(months);
    }

    public int total() {
        return months.stream().mapToInt(FactMonth::facts).sum();
    }

    public int inYear(int year) {
        return months.stream()
                .filter(one -> one.month().getYear() == year)
                .mapToInt(FactMonth::facts)
                .sum();
    }

    /** From the beginning to the end of a year. */
    public int upTo(int year) {
        return months.stream()
                .filter(one -> one.month().getYear() <= year)
                .mapToInt(FactMonth::facts)
                .sum();
    }

    /** Of whole months, both days included. */
    int of(Territory territory, LocalDate first, LocalDate last) {
        return months.stream()
                .filter(one -> territory.has(one.unitId())
                        && !one.month().isBefore(YearMonth.from(first))
                        && !one.month().isAfter(YearMonth.from(last)))
                .mapToInt(FactMonth::facts)
                .sum();
    }
}
