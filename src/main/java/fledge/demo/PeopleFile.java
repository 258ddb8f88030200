package fledge.demo;

import fledge.access.Role;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The invented people of all cities; an organisation stands for the unit of who is outside the administration, or is the enterprise. */
record PeopleFile(List<RoleText> roles, List<Login> accounts) {

    record RoleText(Role role, String whatZh, String whatEn) {}

    record Login(
            String login,
            Role role,
            List<Role> also,
            @Nullable String city,
            @Nullable String unit,
            String nameZh,
            @Nullable String organisationZh,
            @Nullable String organisationEn,
            boolean listed) {

        Login {
            also = Lists.of(also);
        }

        /** Acts for an enterprise, which a claim grants and no unit. */
        boolean isOfEnterprise() {
            return role == Role.ENTERPRISE || role == Role.SIGNATORY;
        }

        /** Every role of the account, all in its one unit. */
        List<Role> roles() {
            return Stream.concat(Stream.of(role), also.stream()).toList();
        }
    }

    RoleText text(Role role) {
        return roles.stream().filter(text -> text.role() == role).findFirst().orElseThrow();
    }

    /** Those of a city; the platform's have none. */
    List<Login> of(@Nullable String city) {
        return accounts.stream()
                .filter(account -> Objects.equals(account.city(), city))
                .toList();
    }
}
