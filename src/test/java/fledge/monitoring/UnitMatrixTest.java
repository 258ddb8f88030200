package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fledge.access.Actor;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.access.Role;
import fledge.amendment.AmendmentKind;
import fledge.amendment.AmendmentService;
import fledge.apportionment.ConsultationService;
import fledge.apportionment.SplitMethod;
import fledge.apportionment.SplitService;
import fledge.apportionment.TargetAmendmentCause;
import fledge.apportionment.TargetAmendmentService;
import fledge.apportionment.TargetSetDecisions;
import fledge.apportionment.TargetSetService;
import fledge.base.BaseEntry;
import fledge.base.BaseField;
import fledge.base.BaseKind;
import fledge.base.BaseNumbers;
import fledge.base.BaseService;
import fledge.base.ClashService;
import fledge.base.IntentionService;
import fledge.base.NewIntention;
import fledge.base.NewSide;
import fledge.base.Precision;
import fledge.base.RecognitionService;
import fledge.base.ResidencyService;
import fledge.base.Source;
import fledge.base.rules.RecognitionLevel;
import fledge.enterprise.EnterpriseImportService;
import fledge.enterprise.EnterpriseService;
import fledge.enterprise.EnterpriseTerms;
import fledge.enterprise.NewEnterprise;
import fledge.exchange.ApiTokenService;
import fledge.identity.AccountService;
import fledge.identity.NewUnit;
import fledge.identity.UnitKind;
import fledge.identity.UnitService;
import fledge.kernel.Measure;
import fledge.programme.DefinitionService;
import fledge.representative.Capacity;
import fledge.representative.Claim;
import fledge.representative.RepresentativeService;
import fledge.support.ActingAs;
import fledge.support.PortalTest;
import fledge.support.SampleFiles;
import fledge.support.SignedInAs;
import fledge.support.Staff;
import fledge.support.Witness;
import fledge.template.NewTemplate;
import fledge.template.TemplateService;
import fledge.template.rules.Frequency;
import fledge.template.rules.Respondents;
import fledge.template.rules.TemplateHead;
import fledge.tenancy.CurrentCity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address of a return × every role × the own unit and a sister unit: a right that reaches a unit reaches no other. */
@PortalTest
class UnitMatrixTest {

    private static final Map<Role, String> LOGINS = new EnumMap<>(Map.of(
            Role.PREPARER, "preparer",
            Role.CERTIFIER, "certifier",
            Role.REVIEWER, "reviewer",
            Role.PLANNER, "planner",
            Role.DECIDER, "decider"));

    /** Appointed in one unit; everybody else in the city's own, above all units. */
    private static final Set<Role> OF_ONE_UNIT = Set.of(Role.PREPARER, Role.CERTIFIER);

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    MockMvcTester portal;

    @Autowired
    SignedInAs signedIn;

    @Autowired
    ActingAs actingAs;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ReviewService reviews;

    @Autowired
    AmendmentService amendments;

    @Autowired
    RoundDates dates;

    @Autowired
    RoundService rounds;

    @Autowired
    TargetSetService sets;

    @Autowired
    SplitService splits;

    @Autowired
    TargetSetDecisions decisions;

    @Autowired
    ConsultationService consultation;

    @Autowired
    TargetAmendmentService targetAmendments;

    @Autowired
    ApiTokenService tokens;

    @Autowired
    TemplateService templates;

    @Autowired
    DefinitionService definitions;

    @Autowired
    PlausibilityService plausibility;

    @Autowired
    ExplanationReasonService reasons;

    @Autowired
    SourceService sources;

    @Autowired
    UnitService units;

    @Autowired
    ReturnFiles files;

    @Autowired
    EnterpriseService enterprises;

    @Autowired
    RepresentativeService representatives;

    @Autowired
    EnterpriseImportService imports;

    @Autowired
    BaseService bases;

    @Autowired
    ClashService clashes;

    @Autowired
    IntentionService intentions;

    @Autowired
    RecognitionService recognitions;

    @Autowired
    ResidencyService residencies;

    @Autowired
    AccountService accounts;

    @Autowired
    Staff staff;

    @Autowired
    Witness witness;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    /** The file of a return, by the return. */
    private final Map<UUID, UUID> handedIn = new HashMap<>();

    private UUID handIn(MonitoringStory story, UUID returnId, Actor preparer) {
        UUID file = story.ask(preparer, () -> files.handIn(returnId, "台账.png", SampleFiles.picture()));
        handedIn.put(returnId, file);
        return file;
    }

    private record Route(HttpMethod method, String path, List<Right> rights) {}

    private List<Route> routes() {
        return routes("/returns/{id}");
    }

    private List<Route> routes(String prefix) {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> path(entry.getKey()).equals(prefix)
                        || path(entry.getKey()).startsWith(prefix + "/"))
                .map(entry -> route(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String path(RequestMappingInfo mapping) {
        return mapping.getPatternValues().iterator().next();
    }

    private static Route route(RequestMappingInfo mapping, HandlerMethod handler) {
        Requires requires = handler.getMethodAnnotation(Requires.class);
        assertThat(requires).as("%s", mapping).isNotNull();
        HttpMethod method =
                mapping.getMethodsCondition().getMethods().iterator().next().asHttpMethod();
        return new Route(method, path(mapping), Arrays.asList(requires.value()));
    }

    @Test
    void a_sister_units_return_is_not_there_for_whoever_belongs_to_one_unit() {
        MonitoringStory story = teller.tell(1);
        UUID round = story.round(MonitoringStory.OPEN);
        UUID own = story.returnOf(round, story.east);
        UUID sister = story.returnOf(round, story.west);
        sign(story, own, story.preparer, story.certifier);
        sign(story, sister, story.westPreparer, story.westCertifier);
        var surprises = new TreeSet<String>();
        List<Route> routes = routes();
        for (Route route : routes) {
            for (Role role : LOGINS.keySet()) {
                boolean holds = route.rights().stream().anyMatch(right -> right.isGrantedTo(role));
                int atHome = status(story, route, role, own);
                int atSister = status(story, route, role, sister);
                boolean fits = !holds
                        ? atHome == 403 && atSister == 403
                        : OF_ONE_UNIT.contains(role)
                                ? isAnswered(atHome) && atSister == 404
                                : isAnswered(atHome) && isAnswered(atSister);
                if (!fits) {
                    surprises.add("%s %s as %s: own %d, sister %d"
                            .formatted(route.method(), route.path(), role, atHome, atSister));
                }
            }
        }
        assertThat(routes).hasSizeGreaterThan(15);
        assertThat(surprises).isEmpty();
    }

    /** An object that pages stand for; one of a unit is not there for whoever belongs to another. */
    private record Thing(String address, UUID id, boolean ofAUnit) {}

    /** The company that runs the base, with its operator. */
    private UUID parkOf(MonitoringStory story) {
        UUID park = staff.unit(story.city, "park", null);
        staff.hire(story.city, "park-operator", Role.BASE_OPERATOR, park);
        return park;
    }

    /** What a city has beside its returns, each made by who may make it. */
    private final class World {

        final MonitoringStory story = teller.tell(1);
        final UUID park = parkOf(story);
        final UUID round = story.round(MonitoringStory.OPEN);
        final AmendedReturn amended = new AmendedReturn(
                story,
                MonitoringStory.OPEN.previous(),
                signOffs,
                reviews,
                amendments,
                dates,
                rounds,
                "1000",
                "80",
                "100",
                "平稳");
        final UUID file = handIn(story, story.returnOf(round, story.east), story.preparer);
        final UUID set = issued();
        final UUID line = story.ask(story.planner, () -> sets.split(set, story.firms)).lines().stream()
                .filter(one -> one.unitId().equals(story.east))
                .findFirst()
                .orElseThrow()
                .id();

        private UUID issued() {
            UUID made = story.ask(story.planner, () -> sets.draft(story.programme, "任务书", null));
            story.as(story.planner, () -> {
                splits.carry(made, story.firms, List.of(story.east, story.west), false, Map.of());
                sets.splits(made).stream()
                        .map(split -> split.indicator().id())
                        .filter(indicator -> !indicator.equals(story.firms))
                        .forEach(indicator -> splits.drop(made, indicator));
                splits.propose(made, story.firms, SplitMethod.EQUAL, null);
                decisions.circulate(made, sets.set(made).version());
            });
            story.as(story.certifier, () -> consultation.agreeAll(made));
            story.as(story.westCertifier, () -> consultation.agreeAll(made));
            story.as(story.planner, () -> decisions.submit(made, sets.set(made).version()));
            story.as(story.decider, () -> decisions.approve(made, sets.set(made).version(), "1号"));
            story.as(story.planner, () -> decisions.issue(made, sets.set(made).version()));
            return made;
        }

        private UUID token() {
            story.ask(
                    story.certifier,
                    () -> tokens.issue(
                            story.east,
                            Objects.requireNonNull(story.preparer.accountId()),
                            story.programme,
                            "业务系统",
                            90));
            return story.ask(story.certifier, tokens::list).getFirst().id();
        }

        private UUID targetAmendment() {
            return story.ask(
                    story.certifier,
                    () -> targetAmendments.draft(
                            set,
                            TargetAmendmentCause.POLICY_CHANGE,
                            "平台移交",
                            "纪要",
                            MonitoringStory.OPEN.plus(2),
                            story.east));
        }

        private UUID form() {
            return story.ask(
                    story.planner,
                    () -> templates.draft(new NewTemplate(
                            story.programme,
                            "季度监测表",
                            TemplateHead.NONE,
                            Respondents.INSIDE,
                            Frequency.QUARTER,
                            MonitoringStory.OPEN.plus(2),
                            List.of(new NewTemplate.Item(story.firms, Frequency.QUARTER)))));
        }

        private UUID definition() {
            return story.ask(story.planner, () -> definitions.versions(story.firms))
                    .getFirst()
                    .id();
        }

        private UUID rule() {
            return story.ask(story.planner, plausibility::statistics)
                    .getFirst()
                    .rule()
                    .id();
        }

        /** A base in the east, whose preparer sees it; the west's does not. */
        private final UUID base = story.ask(
                story.planner,
                () -> bases.register(new BaseEntry(
                        "矩阵园区",
                        "",
                        BaseKind.BUSINESS_PARK,
                        null,
                        null,
                        "",
                        park,
                        story.east,
                        null,
                        new BaseNumbers(null, BigDecimal.TEN, null, null, null),
                        "",
                        Source.NONE,
                        false)));

        private UUID clash() {
            return story.ask(
                    story.planner,
                    () -> clashes.contradict(base, BaseField.FLOOR, new NewSide(BigDecimal.TWO, "另一处", Source.NONE)));
        }

        private UUID intention() {
            return story.ask(
                    story.planner,
                    () -> intentions.record(new NewIntention(
                            "新增园区",
                            "",
                            null,
                            Precision.EXACT,
                            BigDecimal.TEN,
                            null,
                            Measure.COUNT,
                            null,
                            null,
                            new Source("实施方案", null, ""))));
        }

        private UUID recognition() {
            Actor runs = story.ask(Actor.SYSTEM, () -> accounts.actorOf("park-operator"));
            return story.ask(runs, () -> recognitions.apply(base, RecognitionLevel.CITY, "条件具备"));
        }

        private UUID residency() {
            return story.ask(
                    story.planner,
                    () -> residencies.moveIn(base, "91331004MATT00022R", LocalDate.of(2020, 1, 1), null, 3));
        }

        private UUID enterprise() {
            return story.ask(Actor.SYSTEM, () -> {
                UUID district = units.add(NewUnit.of("matrix", "东区", "East", UnitKind.DISTRICT, null));
                return enterprises.register(NewEnterprise.of(
                        "91331004MATT00022R",
                        "",
                        new EnterpriseTerms("矩阵塑料有限公司", "29", district, LocalDate.of(2015, 3, 1), false, false)));
            });
        }

        private UUID representative() {
            return story.ask(
                    story.preparer,
                    () -> representatives.claim(
                            new Claim("91331004MATT00022R", "矩阵塑料有限公司", Capacity.CLERK, "办公室主任，授权书")));
        }

        private UUID enterpriseImport() {
            actingAs.role(story.city, Role.CASE_OFFICER); // whose account is opened by it
            Actor officer = CurrentCity.supply(story.city, () -> accounts.actorOf("acting-case-officer"));
            byte[] file = "统一社会信用代码,企业名称,行业代码,所在区域,成立日期\n91331004MATT00022R,矩阵塑料有限公司,29,东区,2015-03-01"
                    .getBytes(StandardCharsets.UTF_8);
            return story.ask(officer, () -> imports.upload("名单.csv", file));
        }

        List<Thing> things() {
            return List.of(
                    new Thing("/returns/{id}", amended.id, true),
                    new Thing("/amendments/{id}", amended.requested(AmendmentKind.ERROR, 0), true),
                    new Thing("/api-tokens/{id}", token(), true),
                    new Thing("/target-lines/{id}", line, true),
                    new Thing("/target-sets/{id}", set, false),
                    new Thing("/target-amendments/{id}", targetAmendment(), false),
                    new Thing("/templates/{id}", form(), false),
                    new Thing("/definitions/{id}", definition(), false),
                    new Thing("/rules/{id}", rule(), false),
                    new Thing(
                            "/explanation-reasons/{id}",
                            story.ask(story.planner, reasons::reasons)
                                    .getFirst()
                                    .id(),
                            false),
                    new Thing(
                            "/sources/{id}",
                            story.ask(
                                    story.planner,
                                    () -> sources.pair(story.firms, SourceKind.TAX, "市税务局", BigDecimal.ONE)),
                            false),
                    new Thing("/enterprises/{id}", enterprise(), false),
                    new Thing("/representatives/{id}", representative(), false),
                    new Thing("/enterprises/imports/{id}", enterpriseImport(), false),
                    new Thing("/bases/{id}", base, true),
                    new Thing("/base-clashes/{id}", clash(), true),
                    new Thing("/base-intentions/{id}", intention(), false),
                    new Thing("/recognitions/{id}", recognition(), true),
                    new Thing("/residencies/{id}", residency(), true),
                    new Thing("/indicators/{id}", story.firms, false),
                    new Thing("/progress/indicators/{id}", story.firms, false),
                    new Thing("/progress/programmes/{id}", story.programme, false),
                    new Thing("/rates/programmes/{id}", story.programme, false),
                    new Thing("/rounds/{id}", round, false));
        }

        String address(MonitoringStory at, Route route, Thing thing) {
            return "/" + at.city.code()
                    + route.path()
                            .replace("{id}", thing.id().toString())
                            .replace(
                                    "{line}",
                                    thing.address().equals("/returns/{id}")
                                            ? amended.line(0).toString()
                                            : line.toString())
                            .replace("{indicator}", story.firms.toString())
                            .replace("{unit}", story.east.toString())
                            .replace("{targetId}", story.firms.toString())
                            .replace("{file}", file.toString())
                            .replace("{number}", "1");
        }

        List<String> rows() {
            return witness.rows(
                    story.city,
                    "quarterly_return",
                    "return_line",
                    "return_step",
                    "return_clock",
                    "amendment",
                    "amendment_line",
                    "api_token",
                    "target_set",
                    "target_line",
                    "split",
                    "residual_holding",
                    "target_amendment",
                    "amendment_change",
                    "report_template",
                    "indicator",
                    "indicator_definition",
                    "bridge_row",
                    "plausibility_rule",
                    "rule_trial",
                    "explanation_reason",
                    "source_pair",
                    "source_value",
                    "target",
                    "reminder",
                    "attachment",
                    "enterprise",
                    "base",
                    "base_result",
                    "base_milestone",
                    "base_clash",
                    "base_intention",
                    "recognition",
                    "residency",
                    "headcount",
                    "ledger_comparison",
                    "counted_indicator",
                    "enterprise_year",
                    "enterprise_tag",
                    "growth_event",
                    "enterprise_step",
                    "representative",
                    "representative_step",
                    "enterprise_import");
        }
    }

    /** Every address of an object × every role: without the right, of a sister unit, of another city; nothing is reached or changed. */
    @Test
    void no_object_is_reached_without_the_right_or_from_another_unit_or_from_another_city() {
        var world = new World();
        MonitoringStory elsewhere = teller.tell(1);
        // The portal's own job does this every minute; once it is done, nothing is left for it to change meanwhile.
        world.story.as(Actor.SYSTEM, dates::open);
        List<Thing> things = world.things();
        List<String> rows = world.rows();
        var surprises = new TreeSet<String>();
        var probes = new EnumMap<Outsider, Integer>(Outsider.class);
        for (Thing thing : things) {
            List<Route> routes = routes(thing.address());
            assertThat(routes).as(thing.address()).isNotEmpty();
            for (Route route : routes) {
                for (Role role : EnumSet.complementOf(EnumSet.of(Role.PLATFORM_OPERATOR))) {
                    Outsider outsider = outsider(thing, route, role);
                    probe(world, world.story, route, thing, role, outsider, surprises);
                    probes.merge(outsider, 1, Integer::sum);
                    if (outsider != Outsider.WITHOUT_THE_RIGHT) {
                        probe(world, elsewhere, route, thing, role, Outsider.OF_ANOTHER_CITY, surprises);
                        probes.merge(Outsider.OF_ANOTHER_CITY, 1, Integer::sum);
                    }
                }
                if (!world.rows().equals(rows)) {
                    surprises.add("%s %s changed something".formatted(route.method(), route.path()));
                    rows = world.rows();
                }
            }
        }
        System.out.println("Objects × roles: " + probes);
        assertThat(surprises).isEmpty();
        assertThat(probes.keySet()).contains(Outsider.values());
    }

    /** From where somebody tries. */
    private enum Outsider {
        WITHOUT_THE_RIGHT,
        OF_ANOTHER_UNIT,
        OF_ANOTHER_CITY,
        NOBODY
    }

    /** As what a role of the same city tries; whoever may is not tried. */
    private static Outsider outsider(Thing thing, Route route, Role role) {
        List<Right> held =
                route.rights().stream().filter(right -> right.isGrantedTo(role)).toList();
        if (held.isEmpty()) {
            return Outsider.WITHOUT_THE_RIGHT;
        }
        return thing.ofAUnit() && OF_ONE_UNIT.contains(role) ? Outsider.OF_ANOTHER_UNIT : Outsider.NOBODY;
    }

    private void probe(
            World world,
            MonitoringStory home,
            Route route,
            Thing thing,
            Role role,
            Outsider outsider,
            Set<String> surprises) {
        if (outsider == Outsider.NOBODY) {
            return;
        }
        MvcTestResult answer = portal.method(route.method())
                .uri(world.address(home, route, thing))
                .param("value", "")
                .with(outsider == Outsider.OF_ANOTHER_UNIT ? west(home, role) : somebody(home, role))
                .with(csrf())
                .exchange();
        int status = answer.getResponse().getStatus();
        // What a form lacks may be said before it is looked up what it is about.
        boolean fits = outsider == Outsider.WITHOUT_THE_RIGHT
                ? status == 403
                : status == 404
                        || status == 422
                        || answer.getMvcResult().getFlashMap().containsKey("refusal");
        if (!fits) {
            surprises.add("%s %s as %s %s: %d".formatted(route.method(), route.path(), role, outsider, status));
        }
    }

    private RequestPostProcessor west(MonitoringStory story, Role role) {
        return signedIn.account(story.city, "west-" + LOGINS.get(role));
    }

    private RequestPostProcessor somebody(MonitoringStory story, Role role) {
        return LOGINS.containsKey(role)
                ? signedIn.account(story.city, LOGINS.get(role))
                : actingAs.role(story.city, role);
    }

    /** Every act on a return or an amendment, by everybody who has a role: the figures are what the preparer wrote (B8). */
    @Test
    void whoever_does_whatever_the_figures_stay_those_of_their_preparer() {
        MonitoringStory story = teller.tell(1);
        UUID round = story.round(MonitoringStory.OPEN);
        UUID own = story.returnOf(round, story.east);
        story.fill(story.preparer, own, "1", "1", "1", "好");
        List<String> written = written(story, own);
        var surprises = new TreeSet<String>();
        int tried = 0;
        for (Route route : routes()) {
            for (Role role : Role.values()) {
                if (role == Role.PREPARER || role == Role.PLATFORM_OPERATOR || route.method() == HttpMethod.GET) {
                    continue;
                }
                ReturnSheet.Line line = story.sheet(story.planner, own).lines().getFirst();
                portal.method(route.method())
                        .uri("/" + story.city.code()
                                + route.path()
                                        .replace("{id}", own.toString())
                                        .replace("{line}", line.id().toString())
                                        .replace("{file}", own.toString())
                                        .replace("{number}", "1"))
                        .param("value", "777")
                        .param("value-" + line.id(), "777")
                        .param("version", Integer.toString(line.valueEdition()))
                        .param("value-" + line.id() + ".version", Integer.toString(line.valueEdition()))
                        .param("reason", "试一试")
                        .with(
                                LOGINS.containsKey(role)
                                        ? signedIn.account(story.city, LOGINS.get(role))
                                        : actingAs.role(story.city, role))
                        .with(csrf())
                        .exchange();
                tried++;
                if (!written(story, own).equals(written)) {
                    surprises.add("%s %s as %s".formatted(route.method(), route.path(), role));
                }
            }
        }
        assertThat(tried).isGreaterThan(200);
        assertThat(surprises).isEmpty();
    }

    private static List<String> written(MonitoringStory story, UUID returnId) {
        return story.sheet(story.planner, returnId).lines().stream()
                .map(line -> line.item() + " " + line.content())
                .toList();
    }

    /** A first signed version, so that its address names something. */
    private void sign(MonitoringStory story, UUID returnId, Actor preparer, Actor certifier) {
        story.fill(preparer, returnId, "1", "1", "1", "好");
        handIn(story, returnId, preparer);
        story.as(preparer, () -> {
            signOffs.check(returnId);
            signOffs.request(returnId);
        });
        story.as(certifier, () -> signOffs.certify(returnId));
    }

    private static boolean isAnswered(int status) {
        return status < 400 || status == 422;
    }

    private int status(MonitoringStory story, Route route, Role role, UUID returnId) {
        ReturnSheet sheet = story.sheet(story.planner, returnId);
        String address = "/" + story.city.code()
                + route.path()
                        .replace("{id}", returnId.toString())
                        .replace("{line}", sheet.lines().getFirst().id().toString())
                        .replace(
                                "{file}",
                                Objects.requireNonNull(handedIn.get(returnId)).toString())
                        .replace("{number}", "1");
        return portal.method(route.method())
                .uri(address)
                .param("value", "")
                .with(signedIn.account(story.city, LOGINS.get(role)))
                .with(csrf())
                .exchange()
                .getResponse()
                .getStatus();
    }
}
