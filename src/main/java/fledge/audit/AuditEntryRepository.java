package fledge.audit;

import fledge.audit.rules.Chain;
import fledge.audit.rules.Link;
import fledge.audit.rules.Position;
import fledge.tenancy.PortalClock;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The two tables of the trail. Entries are not entities: they are written in one batch, streamed, and never change. */
@Repository
class AuditEntryRepository {

    private static final HexFormat HEX = HexFormat.of();
    private static final int FETCH_SIZE = 1000;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    AuditEntryRepository(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** An entry with its place in the chain. */
    record Placed(AuditEntry entry, Link link) {}

    /** The end of the chain, and the time the next entry gets: the server's, and never before the last one's. */
    record Tail(Position position, long now) {}

    Optional<AuditHead> head(short city) {
        return jdbc.sql("select last_seq, encode(last_hash, 'hex'), last_at from audit_head where city_id = ?")
                .param(city)
                .query((row, n) -> new AuditHead(row.getLong(1), row.getString(2), instant(row, 3)))
                .optional();
    }

    /** Waits for whoever is writing to the city's chain. */
    Tail lockTail(short city) {
        return lockExistingTail(city).orElseGet(() -> {
            jdbc.sql("insert into audit_head (city_id, algorithm, last_seq, last_hash, last_at)"
                            + " values (?, ?, 0, ?, '-infinity') on conflict do nothing")
                    .params(city, Chain.ALGORITHM, HEX.parseHex(Chain.NOTHING))
                    .update();
            return lockExistingTail(city).orElseThrow();
        });
    }

    private Optional<Tail> lockExistingTail(short city) {
        return jdbc.sql("select last_seq, encode(last_hash, 'hex'), last_seq = 0, last_at,"
                        + " greatest(clock_timestamp(), last_at) from audit_head where city_id = ? for update")
                .param(city)
                .query((row, n) -> new Tail(
                        row.getBoolean(3)
                                ? Position.origin(city)
                                : new Position(city, row.getLong(1), row.getString(2), Chain.micros(instant(row, 4))),
                        Chain.micros(instant(row, 5))))
                .optional();
    }

    void append(List<Placed> entries) {
        batches.batchUpdate(
                "insert into audit_entry (city_id, id, seq, recorded_at, at, account_id, person_id, login, name, roles, units,"
                        + " module, action, subject_kind, subject_id, subject_label, request_id, body, prev, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entries,
                FETCH_SIZE,
                AuditEntryRepository::bind);
        Link last = entries.getLast().link();
        jdbc.sql("update audit_head set last_seq = ?, last_hash = ?, last_at = ? where city_id = ?")
                .params(last.seq(), HEX.parseHex(last.hash()), utc(Chain.instant(last.micros())), last.city())
                .update();
    }

    private static void bind(PreparedStatement statement, Placed placed) throws SQLException {
        AuditEntry entry = placed.entry();
        Link link = placed.link();
        int n = 0;
        statement.setShort(++n, entry.city());
        statement.setObject(++n, entry.id());
        statement.setLong(++n, link.seq());
        statement.setObject(++n, utc(Chain.instant(link.micros())));
        statement.setObject(++n, utc(entry.at()));
        statement.setObject(++n, entry.accountId(), Types.OTHER);
        statement.setObject(++n, entry.personId(), Types.OTHER);
        statement.setString(++n, entry.login());
        statement.setString(++n, entry.name());
        statement.setString(++n, entry.roles());
        statement.setString(++n, entry.units());
        statement.setString(++n, entry.module());
        statement.setString(++n, entry.action());
        statement.setString(++n, entry.subjectKind());
        statement.setObject(++n, entry.subjectId());
        statement.setString(++n, entry.subjectLabel());
        statement.setString(++n, entry.requestId());
        statement.setString(++n, entry.body());
        statement.setBytes(++n, HEX.parseHex(link.previous()));
        statement.setBytes(++n, HEX.parseHex(link.hash()));
    }

    /** At most {@code limit} rows older than {@code before}, newest first. */
    List<Placed> newest(short city, AuditFilter filter, @Nullable Long before, int limit) {
        var conditions = new ArrayList<>(List.of("city_id = :city"));
        Map<String, Object> values = new HashMap<>(Map.of("city", city, "limit", limit));
        condition(conditions, values, "(login ^@ :who or name ^@ :who)", "who", filter.who());
        condition(conditions, values, "action = :action", "action", filter.action());
        condition(conditions, values, "subject_kind = :kind", "kind", filter.kind());
        condition(conditions, values, "subject_label ^@ :label", "label", filter.label());
        condition(conditions, values, "subject_id = :subject", "subject", filter.subjectId());
        condition(conditions, values, "at >= :from", "from", startOf(filter.from()));
        condition(conditions, values, "at < :to", "to", endOf(filter.to()));
        condition(conditions, values, "seq < :before", "before", before);
        return jdbc.sql("select * from audit_entry where " + String.join(" and ", conditions)
                        + " order by seq desc limit :limit")
                .params(values)
                .query((row, n) -> placed(row))
                .list();
    }

    Optional<Placed> bySeq(short city, long seq) {
        return jdbc.sql("select * from audit_entry where city_id = ? and seq = ?")
                .params(city, seq)
                .query((row, n) -> placed(row))
                .optional();
    }

    List<Placed> about(short city, UUID subjectId) {
        return jdbc.sql("select * from audit_entry where city_id = ? and subject_id = ? order by seq")
                .params(city, subjectId)
                .query((row, n) -> placed(row))
                .list();
    }

    List<AuditAction> actions(short city) {
        return jdbc.sql("select distinct module, action from audit_entry where city_id = ? order by 1, 2")
                .param(city)
                .query((row, n) -> new AuditAction(row.getString(1), row.getString(2)))
                .list();
    }

    /** Hands over every entry in the chain's order, without holding them all. */
    void walk(short city, Consumer<Placed> visitor) {
        jdbc.sql("select * from audit_entry where city_id = ? order by seq")
                .param(city)
                .withFetchSize(FETCH_SIZE)
                .query((ResultSet row) -> visitor.accept(placed(row)));
    }

    /** The same for the days in which the entries were recorded, and no further than {@code last}. */
    void walk(short city, @Nullable LocalDate from, @Nullable LocalDate to, long last, Consumer<Link> visitor) {
        var conditions = new ArrayList<>(List.of("city_id = :city", "seq <= :last"));
        Map<String, Object> values = new HashMap<>(Map.of("city", city, "last", last));
        condition(conditions, values, "recorded_at >= :from", "from", startOf(from));
        condition(conditions, values, "recorded_at < :to", "to", endOf(to));
        jdbc.sql("select * from audit_entry where " + String.join(" and ", conditions) + " order by seq")
                .params(values)
                .withFetchSize(FETCH_SIZE)
                .query((ResultSet row) -> visitor.accept(link(row)));
    }

    private static void condition(
            List<String> conditions, Map<String, Object> values, String sql, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(sql);
            values.put(name, value);
        }
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(
                new AuditEntry(
                        row.getObject("id", UUID.class),
                        row.getShort("city_id"),
                        instant(row, "at"),
                        row.getObject("account_id", UUID.class),
                        row.getObject("person_id", UUID.class),
                        row.getString("login"),
                        row.getString("name"),
                        row.getString("roles"),
                        row.getString("units"),
                        row.getString("module"),
                        row.getString("action"),
                        row.getString("subject_kind"),
                        row.getObject("subject_id", UUID.class),
                        row.getString("subject_label"),
                        row.getString("request_id"),
                        row.getString("body")),
                link(row));
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("seq"),
                row.getShort("city_id"),
                Chain.micros(instant(row, "recorded_at")),
                HEX.formatHex(row.getBytes("prev")),
                HEX.formatHex(row.getBytes("hash")),
                row.getString("body"));
    }

    private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(PortalClock.ZONE).toOffsetDateTime();
    }

    private static @Nullable OffsetDateTime endOf(@Nullable LocalDate day) {
        return day == null ? null : startOf(day.plusDays(1));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
