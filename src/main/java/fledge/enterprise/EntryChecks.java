package fledge.enterprise;

import fledge.enterprise.rules.CreditCode;
import fledge.enterprise.rules.SizeFigures;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.kernel.Reason;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must hold of everything that enters the register, whoever brings it. */
@Component
class EntryChecks {

    /** A hundred billion 元, and a hundred million persons: more is a slip of the unit. */
    private static final long MOST_FEN = 10_000_000_000_000L;

    private static final long MOST_PERSONS = 9_999_999;

    private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");
    private static final Set<UnitKind> DIVISIONS = EnumSet.of(UnitKind.DISTRICT, UnitKind.TOWN);

    private final Industries industries;
    private final UnitService units;

    EntryChecks(Industries industries, UnitService units) {
        this.industries = industries;
        this.units = units;
    }

    /** The districts and towns an enterprise can be of, as they are that day. */
    List<UnitView> districts(LocalDate day) {
        return units.units().stream()
                .filter(unit -> DIVISIONS.contains(unit.kind()) && unit.isValidOn(day))
                .toList();
    }

    /** A day, with the districts and towns an enterprise can be of; read once, however many entries are checked. */
    record Day(LocalDate date, Set<UUID> districts) {}

    Day on(LocalDate date) {
        return new Day(date, districts(date).stream().map(UnitView::id).collect(Collectors.toUnmodifiableSet()));
    }

    /** The reason that is kept with the code: none where it is right. */
    @Nullable
    String code(Words words, String code, String reason) {
        Optional<Reason> malformed = CreditCode.malformed(code);
        if (malformed.isPresent()) {
            words.add(malformed.get().at("creditCode"));
            return null;
        }
        Optional<Reason> mischecked = CreditCode.mischecked(code);
        if (mischecked.isEmpty()) {
            return null;
        }
        if (reason.isBlank()) {
            words.add(mischecked.get().at("creditCode"));
            return null;
        }
        return words.reason("codeReason", reason);
    }

    EnterpriseTerms terms(Words words, EnterpriseTerms typed, Day day) {
        String name = words.take("nameZh", written(typed.nameZh()), Words.NAME);
        words.require(
                "industryCode",
                industries
                        .find(typed.industryCode())
                        .filter(found -> !found.divided())
                        .isPresent(),
                "enterprise.refused.choose-industry");
        words.require("districtId", day.districts().contains(typed.districtId()), "enterprise.refused.choose-district");
        words.founded("foundedOn", typed.foundedOn(), day.date());
        return new EnterpriseTerms(
                name,
                typed.industryCode(),
                typed.districtId(),
                typed.foundedOn(),
                typed.aboveScale(),
                typed.aboveLimit());
    }

    /** A year that has ended, or is running, and figures that can be. */
    YearFigures figures(Words words, YearFigures typed, LocalDate foundedOn, LocalDate today) {
        words.require(
                "year",
                typed.year() >= foundedOn.getYear() && typed.year() <= today.getYear(),
                "enterprise.refused.year",
                Integer.toString(foundedOn.getYear()),
                Integer.toString(today.getYear()));
        SizeFigures figures = typed.figures();
        words.require(
                "employees",
                figures.employees() != null || figures.revenueFen() != null || figures.assetsFen() != null,
                "enterprise.refused.no-figure");
        within(words, "employees", figures.employees(), MOST_PERSONS);
        within(words, "revenue", figures.revenueFen(), MOST_FEN);
        within(words, "assets", figures.assetsFen(), MOST_FEN);
        return new YearFigures(typed.year(), figures, words.take("source", typed.source(), Words.SHORT));
    }

    NewTag tag(Words words, NewTag typed, LocalDate foundedOn, LocalDate today) {
        words.past("grantedOn", typed.grantedOn(), foundedOn, today);
        LocalDate expires = typed.expiresOn();
        words.require(
                "expiresOn",
                expires == null || !expires.isBefore(typed.grantedOn()),
                "enterprise.refused.expires-before-grant");
        return new NewTag(
                typed.kind(), typed.grantedOn(), expires, words.take("document", typed.document(), Words.SHORT));
    }

    NewGrowth growth(Words words, NewGrowth typed, EnterpriseKind kind, LocalDate foundedOn, LocalDate today) {
        words.require("growth", kind != EnterpriseKind.HOUSEHOLD, "enterprise.refused.household-grows");
        words.past("happenedOn", typed.happenedOn(), foundedOn, today);
        return new NewGrowth(typed.kind(), typed.happenedOn(), words.take("evidence", typed.evidence(), Words.LONG));
    }

    private static void within(Words words, String field, @Nullable Long value, long most) {
        words.require(field, value == null || (value >= 0 && value <= most), "enterprise.refused.out-of-range");
    }

    /** As it stands on the licence: full-width brackets, no spaces inside. */
    private static String written(String name) {
        return SPACES.matcher(name.strip().replace('(', '（').replace(')', '）')).replaceAll(" ");
    }
}
