package fledge.base;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.enterprise.EnterpriseAction;
import fledge.enterprise.EnterpriseService;
import fledge.enterprise.EnterpriseTerms;
import fledge.enterprise.NewEnterprise;
import fledge.enterprise.rules.CreditCode;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Enterprises of a story's city, and their ways in and out of its base. */
final class Ledger {

    static final LocalDate TODAY = LocalDate.now(PortalClock.ZONE);

    final BaseStory story;

    private final EnterpriseService enterprises;
    private final ResidencyService residencies;
    private final UUID district;

    Ledger(BaseStory story, UnitService units, EnterpriseService enterprises, ResidencyService residencies) {
        this.story = story;
        this.enterprises = enterprises;
        this.residencies = residencies;
        this.district = story.in(() -> units.add(NewUnit.of("ledger", "东区", "East district", UnitKind.DISTRICT, null)));
    }

    static String code(int number) {
        return CreditCode.complete("91331004", "LEDG%04d".formatted(number));
    }

    static String name(int number) {
        return "台账第" + number + "塑料制品有限公司";
    }

    /** Registers so many, founded in 2015; answers their ids. */
    List<UUID> register(int many) {
        return story.in(() -> enterprises.registerAll(IntStream.range(0, many)
                .mapToObj(number -> NewEnterprise.of(
                        code(number),
                        "",
                        new EnterpriseTerms(name(number), "29", district, LocalDate.of(2015, 3, 1), false, false)))
                .toList()));
    }

    void close(UUID enterprise, LocalDate day) {
        story.as(
                story.actor(Role.CASE_OFFICER),
                () -> enterprises.move(enterprise, EnterpriseAction.CANCEL, day, "经登记机关核准注销"));
    }

    UUID moveIn(int number, LocalDate day, @Nullable Integer people) {
        return moveIn(story.actor("operator"), story.base, number, day, people);
    }

    UUID moveIn(Actor who, UUID base, int number, LocalDate day, @Nullable Integer people) {
        return story.ask(who, () -> residencies.moveIn(base, code(number), day, BigDecimal.valueOf(120), people));
    }

    void end(UUID residency, LocalDate day, ResidencyEnding how) {
        story.as(story.actor("operator"), () -> residencies.end(residency, day, how, "迁入自有厂房"));
    }
}
