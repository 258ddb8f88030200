package fledge.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fledge.monitoring.ReopeningService;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Test;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** The layers inside a module, and the few things that only a few classes may do. */
class LayeringTest {

    /** Statements of their own: no row of another city can reach them, but no entity checks them either. */
    private static final Set<String> OWN_SQL = Set.of(
            "fledge.tenancy.CityService", // the list of cities is no city's
            "fledge.calendar.CalendarDays", // holidays are the same in every city
            "fledge.enterprise.Industries", // the national list is no city's
            "fledge.enterprise.EnterpriseSearch", // lists and counts of a hundred thousand rows, by their indexes
            "fledge.enterprise.EnterpriseTally", // roll-ups, folded
            "fledge.enterprise.EnterprisePieces", // an index of words, written by a job
            "fledge.enterprise.ImportRows", // tens of thousands of rows in batches, streamed
            "fledge.enterprise.EnterpriseLookup", // who many enterprises are, in one statement
            "fledge.base.ResidencyQueries", // counts of thousands of residents as of a day
            "fledge.tenancy.DatabaseProbe", // asks the catalogue
            "fledge.attachment.CityKeys", // sealed keys, written once
            "fledge.audit.AuditEntryRepository", // append-only, batched, streamed
            "fledge.demo.LoadedCities", // a mark without a city, read before any is bound
            "fledge.identity.ActorDirectory", // a tree of units in one recursive query
            "fledge.identity.SignInService", // counts failures without an entity's version
            "fledge.monitoring.BlankLines", // a line for each unit and indicator, in batches
            "fledge.monitoring.FigureTrail", // figures joined with what was signed, page by page
            "fledge.sheets.IdentitySeal", // the installation's secret is no city's
            "fledge.monitoring.Figures", // roll-ups
            "fledge.monitoring.FrozenRatings"); // ratings of a closed round, in batches

    /** Read a clock other than the database's; none of them decides anything by it. */
    private static final Set<String> OWN_CLOCK = Set.of(
            "fledge.kernel.Ids", // ids are ordered, not dated
            "fledge.attachment.S3Store"); // dates the signature of a request, as the store's own clock reads it

    private static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("fledge");

    @Test
    void controllers_are_package_private_and_live_in_web() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .resideInAPackage("fledge..web")
                .allowEmptyShould(true)
                .check(PORTAL);
    }

    @Test
    void entities_and_repositories_are_package_private() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAssignableTo(Repository.class)
                .or()
                .areMetaAnnotatedWith(org.springframework.stereotype.Repository.class)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(PORTAL);
    }

    @Test
    void every_entity_belongs_to_a_city() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .beAssignableTo(CityOwned.class)
                .allowEmptyShould(true)
                .check(PORTAL);
    }

    @Test
    void rules_know_nothing_but_values() {
        classes()
                .that()
                .resideInAPackage("fledge..rules")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "fledge.kernel", "fledge..rules", "org.jspecify..")
                .allowEmptyShould(true)
                .check(PORTAL);
    }

    @Test
    void nothing_depends_on_pages() {
        noClasses()
                .that()
                .resideOutsideOfPackage("fledge..web")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fledge..web")
                .check(PORTAL);
    }

    @Test
    void only_the_listed_classes_write_their_own_sql() {
        noClasses()
                .that(areNot(OWN_SQL))
                .should()
                .dependOnClassesThat(describe(
                        "speak SQL",
                        type -> type.isAssignableTo(JdbcOperations.class)
                                || type.isAssignableTo(NamedParameterJdbcOperations.class)
                                || type.isAssignableTo(JdbcClient.class)
                                || type.isAssignableTo(StatelessSession.class)))
                .orShould()
                .callMethodWhere(describe(
                        "createNativeQuery",
                        call -> call.getName().startsWith("createNative")
                                && call.getTargetOwner().isAssignableTo(EntityManager.class)))
                .orShould()
                .callMethodWhere(describe(
                        "prepareStatement or createStatement",
                        call -> call.getTargetOwner().isAssignableTo(Connection.class)
                                && !call.getOriginOwner().getName().startsWith("fledge.tenancy.CityBoundDialect")
                                && !call.getOriginOwner().getName().startsWith("fledge.EmbeddedDatabase")))
                .check(PORTAL);
    }

    @Test
    void no_query_of_a_repository_is_native() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should(new ArchCondition<JavaClass>("have no native query") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getMethods().stream()
                                .filter(method -> method.isAnnotatedWith(Query.class)
                                        && method.getAnnotationOfType(Query.class)
                                                .nativeQuery())
                                .forEach(method -> events.add(
                                        SimpleConditionEvent.violated(method, method.getFullName() + " is native")));
                    }
                })
                .allowEmptyShould(true)
                .check(PORTAL);
    }

    /** {@code remove(getReference(id))} deletes without asking whose row it is. */
    @Test
    void nobody_takes_a_reference_for_an_entity() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "getReference",
                        call -> Set.of("getReference", "getReferenceById", "getOne")
                                        .contains(call.getName())
                                && (call.getTargetOwner().isAssignableTo(EntityManager.class)
                                        || call.getTargetOwner().isAssignableTo(Repository.class))))
                .check(PORTAL);
    }

    @Test
    void there_is_one_clock() {
        noClasses()
                .that(areNot(OWN_CLOCK))
                .should()
                .callMethodWhere(describe("a clock of the machine", LayeringTest::readsTheMachinesClock))
                .orShould()
                .callConstructor(Date.class)
                .check(PORTAL);
    }

    @Test
    void only_amendments_reopen_returns() {
        noClasses()
                .that()
                .resideOutsideOfPackages("fledge.amendment..", "fledge.monitoring")
                .should()
                .callMethodWhere(describe(
                        "reopen, extend or relock a return",
                        call -> call.getTargetOwner().isEquivalentTo(ReopeningService.class)
                                && Set.of("reopen", "extend", "relock").contains(call.getName())))
                .check(PORTAL);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|Dto|DTO)")
                .orShould()
                .haveNameMatching(".*\\.(Common|Abstract)[A-Z].*")
                .orShould()
                // In the module of bases (基地) the word names the thing.
                .haveNameMatching("fledge\\.(?!base\\.)(.*\\.)?Base[A-Z].*")
                .check(PORTAL);
    }

    @Test
    void the_rules_are_asked_of_the_whole_portal() {
        assertThat(PORTAL.size()).isGreaterThan(50);
        assertThat(PORTAL.that(belongToAnyOf(CityOwned.class))).isNotEmpty();
    }

    private static DescribedPredicate<JavaClass> areNot(Set<String> names) {
        return describe(
                "are none of " + names, type -> !names.contains(type.getName().replaceFirst("\\$.*", "")));
    }

    private static boolean readsTheMachinesClock(JavaAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        boolean isTime = owner.getPackageName().equals("java.time");
        return (isTime && call.getName().equals("now"))
                || (owner.isAssignableTo(Clock.class) && call.getName().startsWith("system"))
                || (owner.isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis"));
    }
}
