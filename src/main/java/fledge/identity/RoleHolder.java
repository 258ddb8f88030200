package fledge.identity;

import java.util.List;

/** Somebody who holds a role, with the names of those who act for that person today. */
public record RoleHolder(PersonView person, List<String> deputies) {}
