package fledge.support;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.base.BaseEntry;
import fledge.base.BaseKind;
import fledge.base.BaseNumbers;
import fledge.base.BaseService;
import fledge.base.IntentionService;
import fledge.base.NewIntention;
import fledge.base.Precision;
import fledge.base.ResidencyService;
import fledge.base.Source;
import fledge.enterprise.EnterpriseService;
import fledge.enterprise.EnterpriseTerms;
import fledge.enterprise.NewEnterprise;
import fledge.enterprise.rules.CreditCode;
import fledge.identity.AccountService;
import fledge.kernel.Measure;
import fledge.tenancy.City;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** An enterprise, a base it resides in, and what a document wants of bases, for whoever has to open one. */
@TestComponent
public class RegisteredThings {

    private static final String CODE = CreditCode.complete("91331004", "THNG0001");
    private static final LocalDate FOUNDED = LocalDate.of(2015, 3, 1);

    private final Cities cities;
    private final Staff staff;
    private final AccountService accounts;
    private final EnterpriseService enterprises;
    private final BaseService bases;
    private final ResidencyService residencies;
    private final IntentionService intentions;

    RegisteredThings(
            Cities cities,
            Staff staff,
            AccountService accounts,
            EnterpriseService enterprises,
            BaseService bases,
            ResidencyService residencies,
            IntentionService intentions) {
        this.cities = cities;
        this.staff = staff;
        this.accounts = accounts;
        this.enterprises = enterprises;
        this.bases = bases;
        this.residencies = residencies;
        this.intentions = intentions;
    }

    /** Their ids by the beginning of the address of their pages. */
    public Map<String, UUID> in(City city, UUID district) {
        staff.hire(city, "things-officer", Role.CASE_OFFICER, district);
        Actor officer = cities.in(city, () -> accounts.actorOf("things-officer"));
        UUID enterprise = cities.as(
                city,
                officer,
                () -> enterprises.register(NewEnterprise.of(
                        CODE, "", new EnterpriseTerms("东园五金有限公司", "34", district, FOUNDED, false, false))));
        UUID base = cities.as(
                city,
                officer,
                () -> bases.register(new BaseEntry(
                        "东园小微企业园",
                        "",
                        BaseKind.BUSINESS_PARK,
                        null,
                        null,
                        "",
                        null,
                        district,
                        null,
                        BaseNumbers.NONE,
                        "",
                        Source.NONE,
                        false)));
        UUID residency =
                cities.as(city, officer, () -> residencies.moveIn(base, CODE, LocalDate.of(2024, 5, 1), null, null));
        UUID intention = cities.as(
                city,
                officer,
                () -> intentions.record(new NewIntention(
                        "新增园区",
                        "",
                        null,
                        Precision.EXACT,
                        BigDecimal.TEN,
                        null,
                        Measure.COUNT,
                        2024,
                        2026,
                        new Source("实施方案", 3, ""))));
        return Map.of(
                "/enterprises", enterprise, "/bases", base, "/residencies", residency, "/base-intentions", intention);
    }
}
