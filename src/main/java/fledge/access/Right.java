package fledge.access;

import static fledge.access.Role.*;

import java.util.Set;

/**
 * The whole table of who may do what. {@link Reach#CITY}: the role suffices anywhere in its city. {@link Reach#UNIT}: only in
 * the unit of the appointment and the units below it.
 */
public enum Right {
    /** One's own desk, password and sessions: of whoever has an account, appointed or not. */
    OWN_DESK(Reach.CITY, Role.values()),

    CITY_LIST_MANAGE(Reach.CITY, PLATFORM_OPERATOR),
    CALENDAR_KEEP(Reach.CITY, PLATFORM_OPERATOR),
    CALENDAR_READ(Reach.CITY, PLATFORM_OPERATOR, CITY_ADMIN, PLANNER, DECIDER, PREPARER, CERTIFIER, REVIEWER, AUDITOR),

    UNIT_READ(Reach.CITY, CITY_ADMIN, PLANNER, DECIDER, REVIEWER, AUDITOR),
    PEOPLE_READ(Reach.CITY, CITY_ADMIN, AUDITOR),
    PEOPLE_MANAGE(Reach.CITY, CITY_ADMIN),
    MAIL_QUEUE(Reach.CITY, CITY_ADMIN),

    PROGRAMME_READ(Reach.CITY, CITY_ADMIN, PLANNER, DECIDER, PREPARER, CERTIFIER, REVIEWER, AUDITOR),
    PROGRAMME_EDIT(Reach.CITY, PLANNER),
    DEFINITION_APPROVE(Reach.CITY, DECIDER),
    TARGET_READ(Reach.CITY, PLANNER, DECIDER, REVIEWER, AUDITOR),
    TARGET_PLAN(Reach.CITY, PLANNER),
    TARGET_DECIDE(Reach.CITY, DECIDER),
    TARGET_OWN(Reach.UNIT, PREPARER, CERTIFIER),
    TARGET_ANSWER(Reach.UNIT, CERTIFIER),
    TARGET_AMEND(Reach.CITY, PLANNER, CERTIFIER),
    ANNOUNCEMENT_WRITE(Reach.CITY, PLANNER),

    PROGRESS_READ(Reach.CITY, PLANNER, DECIDER, PREPARER, CERTIFIER, REVIEWER, AUDITOR),
    SOURCE_RECORD(Reach.CITY, PLANNER),
    ROUND_READ(Reach.CITY, PLANNER, DECIDER, REVIEWER, AUDITOR),
    ROUND_MANAGE(Reach.CITY, PLANNER),
    RETURN_LIST(Reach.CITY, PREPARER, CERTIFIER),
    RETURN_READ(Reach.UNIT, PREPARER, CERTIFIER, REVIEWER, PLANNER, DECIDER, AUDITOR),
    RETURN_FILL(Reach.UNIT, PREPARER),
    RETURN_CERTIFY(Reach.UNIT, CERTIFIER),
    RETURN_REVIEW(Reach.UNIT, REVIEWER),
    API_TOKEN_READ(Reach.UNIT, PREPARER, CERTIFIER, AUDITOR),
    API_TOKEN_ISSUE(Reach.UNIT, CERTIFIER),
    RETURN_UNACCEPT(Reach.CITY, DECIDER),
    CLOCK_PAUSE(Reach.CITY, PLANNER),
    REMIND(Reach.UNIT, PLANNER, REVIEWER),
    WAIVER_PROPOSE(Reach.CITY, PLANNER),
    WAIVER_DECIDE(Reach.CITY, DECIDER),

    AMENDMENT_READ(Reach.UNIT, PREPARER, CERTIFIER, REVIEWER, PLANNER, DECIDER, AUDITOR),
    AMENDMENT_REQUEST(Reach.UNIT, CERTIFIER, PLANNER),
    AMENDMENT_DECIDE(Reach.CITY, DECIDER),

    TEMPLATE_READ(Reach.CITY, PLANNER, DECIDER, PREPARER, CERTIFIER, REVIEWER, AUDITOR),
    TEMPLATE_MAKE(Reach.CITY, PLANNER),
    TEMPLATE_APPROVE(Reach.CITY, DECIDER),

    RULE_READ(Reach.CITY, PLANNER, DECIDER, AUDITOR),
    RULE_MAKE(Reach.CITY, PLANNER),
    RULE_ENFORCE(Reach.CITY, PLANNER, DECIDER),
    /** The register as such; which bases are in it for somebody, the two rights below say. */
    BASE_LIST(Reach.CITY, PLANNER, DECIDER, PREPARER, CERTIFIER, REVIEWER, CASE_OFFICER, BASE_OPERATOR, AUDITOR),
    BASE_READ(Reach.CITY, PLANNER, DECIDER, REVIEWER, CASE_OFFICER, AUDITOR),
    BASE_OWN(Reach.UNIT, PREPARER, CERTIFIER, BASE_OPERATOR),
    BASE_MANAGE(Reach.CITY, PLANNER, CASE_OFFICER),
    /** The residents of one's own base; whoever holds {@link #BASE_MANAGE} keeps those of every base. */
    RESIDENCY_KEEP(Reach.UNIT, BASE_OPERATOR),
    RECOGNITION_APPLY(Reach.UNIT, BASE_OPERATOR),
    RECOGNITION_RECOMMEND(Reach.CITY, REVIEWER),
    RECOGNITION_HANDLE(Reach.CITY, CASE_OFFICER),
    RECOGNITION_DECIDE(Reach.CITY, DECIDER),

    LINEAGE_EXPORT(Reach.CITY, PLANNER, DECIDER, AUDITOR),

    ENTERPRISE_READ(Reach.CITY, CASE_OFFICER, PLANNER, DECIDER, REVIEWER, AUDITOR),
    ENTERPRISE_MANAGE(Reach.CITY, CASE_OFFICER),
    /** Name, code and registration of an enterprise, for whoever has to name it; nothing of its figures. */
    ENTERPRISE_LOOK_UP(
            Reach.CITY, PLANNER, DECIDER, PREPARER, CERTIFIER, REVIEWER, CASE_OFFICER, BASE_OPERATOR, AUDITOR),
    POPULATION_DEFINE(Reach.CITY, PLANNER),
    /** In the enterprises that one represents. */
    ENTERPRISE_OWN(Reach.UNIT, ENTERPRISE, SIGNATORY),
    CLERK_CONFIRM(Reach.UNIT, SIGNATORY),
    REPRESENTATIVE_READ(Reach.CITY, CASE_OFFICER, AUDITOR),
    REPRESENTATIVE_CONFIRM(Reach.CITY, CASE_OFFICER),

    AUDIT_READ(Reach.CITY, AUDITOR, PLATFORM_OPERATOR);

    /** How far an appointment carries a right. */
    public enum Reach {
        CITY,
        UNIT
    }

    private final Reach reach;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody writes to
    private final Set<Role> roles;

    Right(Reach reach, Role... roles) {
        this.reach = reach;
        this.roles = Set.of(roles);
    }

    public Reach reach() {
        return reach;
    }

    public Set<Role> roles() {
        return roles;
    }

    public boolean isGrantedTo(Role role) {
        return roles.contains(role);
    }
}
