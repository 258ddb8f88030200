package fledge.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start on a database that cannot keep the portal's promises: a role that could step over row-level security,
 * policies that do not hold, commits that are not on disk when acknowledged, or another zone.
 */
@Component
@DependsOn("flywayInitializer")
class DatabaseProbe implements InitializingBean {

    private final JdbcClient jdbc;

    DatabaseProbe(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public void afterPropertiesSet() {
        List<String> findings = findings();
        if (!findings.isEmpty()) {
            throw new IllegalStateException("The portal does not run on this database: " + String.join("; ", findings));
        }
    }

    List<String> findings() {
        var findings = new ArrayList<String>();
        if (ask("select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = session_user")) {
            findings.add(
                    "its role is too strong (superuser, bypassrls or createrole); log in as fledge_app of db/roles.sql");
        }
        if (ask("select exists (select from pg_class c join pg_roles r on r.oid = c.relowner"
                + " where r.rolname = session_user and c.relkind in ('r', 'p'))")) {
            findings.add("its role owns tables, and an owner steps over row-level security");
        }
        if (ask("select exists (select from pg_auth_members m join pg_roles r on r.oid = m.member"
                + " where r.rolname = session_user)")) {
            findings.add("its role is a member of another role");
        }
        if (ask("select exists (select from city_wall)")) {
            findings.add("row-level security is not effective: a row was readable with no city bound");
        }
        if (!ask("select current_setting('synchronous_commit') in ('on', 'remote_apply')")) {
            findings.add("synchronous_commit is off, so a crash would lose what was acknowledged");
        }
        if (!ask("select current_setting('fsync') = 'on'")) {
            findings.add("fsync is off");
        }
        String zone = PortalClock.ZONE.getId();
        if (!TimeZone.getDefault().getID().equals(zone)
                || !ask("select current_setting('timezone') = '" + zone + "'")) {
            findings.add("the zone of the JVM and of the database session must be " + zone);
        }
        return findings;
    }

    private boolean ask(String question) {
        return jdbc.sql(question).query(Boolean.class).single();
    }
}
