package fledge.demo;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.enterprise.EnterpriseService;
import fledge.enterprise.EnterpriseTerms;
import fledge.enterprise.NewEnterprise;
import fledge.enterprise.YearFigures;
import fledge.enterprise.rules.CreditCode;
import fledge.enterprise.rules.SizeFigures;
import fledge.identity.AccountService;
import fledge.identity.SignUp;
import fledge.identity.UnitKind;
import fledge.identity.rules.PasswordRule;
import fledge.representative.Capacity;
import fledge.representative.Claim;
import fledge.representative.RepresentativeService;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The enterprise that the city's invented clerk and signatory act for, and a newcomer whose claim waits for an officer. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class RepresentativeStory {

    private static final long WAN = 1_000_000;
    private static final String NEWCOMER = "enterprise-2";
    private static final String CHECKED = "已核对营业执照和授权书原件（示例）";

    private final Stage stage;
    private final EnterpriseService enterprises;
    private final RepresentativeService representatives;
    private final AccountService accounts;
    private final Evidence evidence;

    RepresentativeStory(
            Stage stage,
            EnterpriseService enterprises,
            RepresentativeService representatives,
            AccountService accounts,
            Evidence evidence) {
        this.stage = stage;
        this.enterprises = enterprises;
        this.representatives = representatives;
        this.accounts = accounts;
        this.evidence = evidence;
    }

    void tell(Town town, PeopleFile people, Instant now) {
        String name = people.of(town.city().code()).stream()
                .filter(login -> login.role() == Role.SIGNATORY)
                .map(PeopleFile.Login::organisationZh)
                .findFirst()
                .orElseThrow();
        String code = CreditCode.complete("91" + town.city().divisionCode(), "MATT0999");
        LocalDate today = LocalDate.ofInstant(now, PortalClock.ZONE);
        var enterprise = new AtomicReference<UUID>();
        stage.act(
                town.city(),
                now,
                town.player(Role.CASE_OFFICER),
                () -> enterprise.set(enterprises.register(described(town, name, code, today))));
        act(town, now, Role.SIGNATORY, new Claim(code, name, Capacity.SIGNATORY, "法定代表人（示例）"));
        act(town, now, Role.ENTERPRISE, new Claim(code, name, Capacity.CLERK, "综合办公室主任，授权书第 1 号（示例）"));
        attach(town, now, Role.CASE_OFFICER, enterprise.get(), "注册登记材料目录", List.of("营业执照复印件", "公司章程"));
        attach(town, now, Role.ENTERPRISE, enterprise.get(), "授权材料目录", List.of("授权书第 1 号", "经办人员身份证明"));
        stage.act(town.city(), now, Actor.ANONYMOUS, () -> {
            representatives.signUp(
                    new SignUp(
                            town.city().code() + "-" + NEWCOMER,
                            "何小满",
                            PasswordRule.DEMONSTRATION,
                            PasswordRule.DEMONSTRATION),
                    new Claim(code, name, Capacity.CLERK, "财务人员，授权书第 2 号（示例）"),
                    "127.0.0.1");
        });
    }

    private void act(Town town, Instant now, Role role, Claim claim) {
        var made = new AtomicReference<UUID>();
        stage.act(town.city(), now, town.player(role), () -> made.set(representatives.claim(claim)));
        stage.act(town.city(), now, town.player(Role.CASE_OFFICER), () -> representatives.confirm(made.get(), CHECKED));
    }

    /** As what that person is by now: the clerk was confirmed a moment ago. */
    private void attach(Town town, Instant now, Role role, UUID enterprise, String name, List<String> documents) {
        Actor actor =
                stage.ask(town.city(), () -> accounts.actorOf(town.player(role).login()));
        stage.act(town.city(), now, actor, () -> evidence.ofEnterprise(enterprise, name, documents));
    }

    private static NewEnterprise described(Town town, String name, String code, LocalDate today) {
        CityFile.OfficialUnit district = town.file().units().stream()
                .filter(unit ->
                        (unit.kind() == UnitKind.DISTRICT || unit.kind() == UnitKind.TOWN) && unit.validTo() == null)
                .findFirst()
                .orElseThrow();
        var figures = new YearFigures(today.getYear() - 1, new SizeFigures(86L, 2150 * WAN, 3400 * WAN), "企业年度报告（示例）");
        return new NewEnterprise(
                code,
                "",
                new EnterpriseTerms(name, "34", town.unit(district.code()), today.minusYears(9), true, false),
                true,
                List.of(figures),
                List.of(),
                List.of());
    }
}
