package fledge.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads from the database's own catalogue whether every table keeps the rules of the data (CONTRIBUTING, docs/adr/0006). */
public final class CatalogueGate {

    /** The tables, without the migration tool's own. */
    private static final String TABLES = """
            tables as (
              select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity, c.relispartition, c.relpersistence,
                     c.relowner, c.relacl, a.attnum is not null as of_city, a.attnum as city_attnum, a.attnotnull, a.atttypid,
                     coalesce(obj_description(c.oid, 'pg_class'), '') as remark
              from pg_class c
              left join pg_attribute a on a.attrelid = c.oid and a.attname = 'city_id' and not a.attisdropped
              where c.relnamespace = 'fledge'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'),
            columns as (
              select t.name || '.' || a.attname as name, a.attname as column_name, a.atttypid, t.of_city
              from tables t join pg_attribute a on a.attrelid = t.oid
              where a.attnum > 0 and not a.attisdropped),
            grants as (
              select c.relname as name, c.relispartition, c.relkind, acl.privilege_type, acl.grantee
              from pg_class c, aclexplode(c.relacl) acl where c.relnamespace = 'fledge'::regnamespace),
            app as (select * from pg_roles where rolname = 'fledge_app')
            """;

    /** A rule, and the query for what breaks it. */
    public enum Rule {
        NO_CITY("a table has a city_id, or its comment says 'shared: …' and why", """
                select name from tables where not of_city and remark not like 'shared: %'"""),
        CITY_NOT_FIRST("city_id is the first column", """
                select name from tables where of_city and city_attnum <> (select min(attnum) from pg_attribute
                  where attrelid = tables.oid and attnum > 0 and not attisdropped)"""),
        CITY_TYPE("city_id is smallint and never null", """
                select name from tables where of_city and (atttypid <> 'smallint'::regtype or not attnotnull)"""),
        ROW_SECURITY("row-level security is on and forced", """
                select name from tables where of_city and not (relrowsecurity and relforcerowsecurity)"""),
        POLICY("the one policy is one_city, for every command and role, on the bound city", """
                select name from tables where of_city and not exists (select from pg_policy p where p.polrelid = tables.oid
                  and p.polname = 'one_city' and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}'
                  and pg_get_expr(p.polqual, p.polrelid) = '(city_id = current_city())'
                  and pg_get_expr(p.polwithcheck, p.polrelid) = '(city_id = current_city())')
                union select t.name from tables t join pg_policy p on p.polrelid = t.oid where p.polname <> 'one_city'"""),
        BOUND_CITY("current_city() reads the setting, is empty without one, and is nobody's definer", """
                select p.proname from pg_proc p where p.pronamespace = 'fledge'::regnamespace and p.proname = 'current_city'
                  and (p.prosecdef or p.provolatile <> 's'
                    or btrim(p.prosrc) <> 'SELECT NULLIF(current_setting(''app.city'', true), '''')::smallint')"""),
        PRIMARY_KEY("the primary key starts with city_id", """
                select t.name from tables t where of_city and not exists (select from pg_constraint c where c.conrelid = t.oid
                  and c.contype = 'p' and c.conkey[1] = t.city_attnum)"""),
        UNIQUE_KEY("every unique index starts with city_id", """
                select i.indexrelid::regclass::text from tables t join pg_index i on i.indrelid = t.oid
                where of_city and i.indisunique and not i.indisprimary and i.indkey[0] <> t.city_attnum"""),
        FOREIGN_KEY("a reference to a city's table starts with city_id on both sides", """
                select c.conname from pg_constraint c join tables target on target.oid = c.confrelid
                left join tables t on t.oid = c.conrelid
                where c.contype = 'f' and target.of_city
                  and (t.city_attnum is null or c.conkey[1] <> t.city_attnum or c.confkey[1] <> target.city_attnum)"""),
        SET_NULL("no reference is emptied when its target goes: it would empty city_id", """
                select conname from pg_constraint where contype = 'f' and connamespace = 'fledge'::regnamespace
                  and (confdeltype in ('n', 'd') or confupdtype in ('n', 'd'))"""),
        NOT_VALIDATED("every constraint holds for every row", """
                select conname from pg_constraint where connamespace = 'fledge'::regnamespace and not convalidated"""),
        ENUM_TYPE("no enum types: their comparison is not leakproof", """
                select typname from pg_type where typnamespace = 'fledge'::regnamespace and typtype = 'e'"""),
        VIEW("a view reads with the rights of who asks", """
                select relname from pg_class where relnamespace = 'fledge'::regnamespace and relkind = 'v'
                  and not coalesce(reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false)"""),
        MATERIALISED_VIEW("no materialised views: row-level security does not reach them", """
                select relname from pg_class where relnamespace = 'fledge'::regnamespace and relkind = 'm'"""),
        PARTITION("no grants on a partition: asked directly it ignores its parent's policy", """
                select distinct name from grants where relispartition and grantee in (select oid from app union select 0)"""),
        GRANT("the portal gets rights on rows only", """
                select distinct name || ' ' || privilege_type from grants where grantee in (select oid from app union select 0)
                  and relkind in ('r', 'p') and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')"""),
        GRANT_TO_ALL("nothing is granted to everybody", """
                select distinct name || ' ' || privilege_type from grants where grantee = 0"""),
        ROLE_TOO_STRONG("the portal's role has no special powers", """
                select rolname from app where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication"""),
        ROLE_OWNS("the portal's role owns nothing", """
                select relname from pg_class where relowner = (select oid from app)
                union select nspname from pg_namespace where nspowner = (select oid from app)
                union select proname from pg_proc where proowner = (select oid from app)"""),
        ROLE_MEMBER("the portal's role is a member of nothing", """
                select roleid::regrole::text from pg_auth_members where member = (select oid from app)"""),
        ROLE_BUILDS("the portal's role creates nothing", """
                select nspname from pg_namespace where nspname in ('fledge', 'public')
                  and has_schema_privilege((select oid from app), oid, 'CREATE')"""),
        DEFINER("a function with its owner's rights fixes its search_path", """
                select proname from pg_proc where pronamespace = 'fledge'::regnamespace and prosecdef
                  and not exists (select from unnest(coalesce(proconfig, '{}')) setting where setting like 'search_path=%')"""),
        MONEY("money is a bigint of fen", """
                select name from columns where column_name ~ '(^|_)(fen|amount|balance|price|fee|budget)$'
                  and atttypid <> 'bigint'::regtype"""),
        FLOATING("no floating-point and no money type", """
                select name from columns where atttypid in ('real'::regtype, 'double precision'::regtype, 'money'::regtype)"""),
        ID_TYPE("an id is a uuid", """
                select name from columns where of_city and column_name ~ '(^|_)id$' and column_name not in ('city_id', 'request_id')
                  and atttypid <> 'uuid'::regtype"""),
        TIME_ZONE("an instant knows its zone", """
                select name from columns where of_city and atttypid = 'timestamp without time zone'::regtype"""),
        UNLOGGED("no table is emptied by a crash", """
                select name from tables where relpersistence <> 'p'""");

        private final String sentence;
        private final String query;

        Rule(String sentence, String query) {
            this.sentence = sentence;
            this.query = query;
        }
    }

    /** A rule that is broken, and by what. */
    public record Finding(Rule rule, String object) {
        @Override
        public String toString() {
            return rule + " (" + rule.sentence + "): " + object;
        }
    }

    private CatalogueGate() {}

    /** Everything that breaks a rule; any role may ask. */
    public static List<Finding> findings(Connection connection) throws SQLException {
        var findings = new ArrayList<Finding>();
        try (var statement = connection.createStatement()) {
            // Names and expressions are spelled without a schema only if it is on the path.
            statement.execute("set search_path to fledge");
            for (Rule rule : Rule.values()) {
                try (var rows = statement.executeQuery("with " + TABLES + rule.query + " order by 1")) {
                    while (rows.next()) {
                        findings.add(new Finding(rule, rows.getString(1)));
                    }
                }
            }
        }
        return findings;
    }
}
