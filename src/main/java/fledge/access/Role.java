package fledge.access;

/** What a person is appointed as in a unit; a role by itself permits nothing, {@link Right} says what it may do. */
public enum Role {
    CITY_ADMIN,
    PLANNER,
    DECIDER,
    PREPARER,
    CERTIFIER,
    REVIEWER,
    CASE_OFFICER,
    EXPERT,
    OBJECTION_OFFICER,
    FINANCE_MAKER,
    FINANCE_CHECKER,
    BASE_OPERATOR,
    ENTERPRISE,
    SIGNATORY,
    AUDITOR,
    PLATFORM_OPERATOR
}
