package fledge.enterprise;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an import keeps outside the register: its file, its rows, what was found in them. Written in batches, streamed, no entities. */
@Repository
class ImportRows {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    ImportRows(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void keepFile(UUID importId, byte[] file) {
        jdbc.sql("insert into enterprise_import_file (city_id, import_id, content) values (current_city(), ?, ?)")
                .params(importId, file)
                .update();
    }

    Optional<byte[]> file(UUID importId) {
        return jdbc.sql("select content from enterprise_import_file where city_id = current_city() and import_id = ?")
                .param(importId)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    void forgetFile(UUID importId) {
        forget("enterprise_import_file", importId);
    }

    void forgetRows(UUID importId) {
        forget("enterprise_import_finding", importId);
        forget("enterprise_import_row", importId);
    }

    private void forget(String table, UUID importId) {
        jdbc.sql("delete from " + table + " where city_id = current_city() and import_id = ?")
                .param(importId)
                .update();
    }

    void keep(UUID importId, List<ImportRow> rows) {
        batches.batchUpdate(
                "insert into enterprise_import_row (city_id, import_id, number, typed, credit_code, name_zh, verdict, basis)"
                        + " values (current_city(), ?, ?, ?, ?, ?, ?, ?)",
                rows,
                BATCH,
                (statement, row) -> {
                    statement.setObject(1, importId);
                    statement.setInt(2, row.number());
                    setTexts(statement, 3, row.typed());
                    statement.setString(4, row.creditCode());
                    statement.setString(5, row.nameZh());
                    statement.setString(6, row.verdict().name());
                    statement.setString(7, row.basis());
                });
        keepFindings(
                importId, rows.stream().flatMap(row -> row.findings().stream()).toList());
    }

    void keepFindings(UUID importId, List<ImportFinding> findings) {
        int[] position = {0};
        batches.batchUpdate(
                "insert into enterprise_import_finding (city_id, import_id, number, position, field, was, found, key, args)"
                        + " values (current_city(), ?, ?, ?, ?, ?, ?, ?, ?)",
                findings,
                BATCH,
                (statement, finding) -> {
                    statement.setObject(1, importId);
                    statement.setInt(2, finding.number());
                    statement.setInt(3, position[0]++);
                    statement.setString(4, finding.field());
                    statement.setString(5, finding.was());
                    statement.setString(6, finding.found());
                    statement.setString(7, finding.key());
                    setTexts(statement, 8, finding.args());
                });
    }

    /** The next rows to be written, by their numbers. */
    List<ImportRow> next(UUID importId, int after, int limit) {
        return jdbc.sql("select * from enterprise_import_row where city_id = current_city() and import_id = :import"
                        + " and verdict in ('NEW', 'CHANGED') and number > :after order by number limit :limit")
                .param("import", importId)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> row(row, List.of()))
                .list();
    }

    void overtaken(UUID importId, Collection<Integer> numbers) {
        if (!numbers.isEmpty()) {
            jdbc.sql("update enterprise_import_row set verdict = 'OVERTAKEN'"
                            + " where city_id = current_city() and import_id = :import and number in (:numbers)")
                    .param("import", importId)
                    .param("numbers", numbers)
                    .update();
        }
    }

    /** What concerns the file and none of its rows. */
    List<ImportFinding> aboutFile(UUID importId) {
        return findings(importId, List.of(0)).getOrDefault(0, List.of());
    }

    /** A page of the rows with that verdict, or of all, with what was found in them. */
    List<ImportRow> page(UUID importId, ImportVerdict verdict, int offset, int limit) {
        List<ImportRow> rows = jdbc.sql(
                        "select * from enterprise_import_row where city_id = current_city() and import_id = :import"
                                + " and verdict = :verdict order by number limit :limit offset :offset")
                .param("import", importId)
                .param("verdict", verdict.name())
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> row(row, List.of()))
                .list();
        Map<Integer, List<ImportFinding>> findings =
                findings(importId, rows.stream().map(ImportRow::number).toList());
        return rows.stream()
                .map(row -> new ImportRow(
                        row.number(),
                        row.typed(),
                        row.creditCode(),
                        row.nameZh(),
                        row.verdict(),
                        row.basis(),
                        findings.getOrDefault(row.number(), List.of())))
                .toList();
    }

    private Map<Integer, List<ImportFinding>> findings(UUID importId, List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select * from enterprise_import_finding where city_id = current_city() and import_id = :import"
                        + " and number in (:numbers) order by number, position")
                .param("import", importId)
                .param("numbers", numbers)
                .query((row, n) -> finding(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(ImportFinding::number));
    }

    /** Hands over every row that was not taken, without holding them all. */
    void walkLeftOut(UUID importId, Consumer<ImportRow> taker) {
        var rows = new RowsWithFindings(taker);
        jdbc.sql("select r.*, f.field, f.was, f.found, f.key, f.args from enterprise_import_row r"
                        + " left join enterprise_import_finding f"
                        + " on f.city_id = r.city_id and f.import_id = r.import_id and f.number = r.number"
                        + " where r.city_id = current_city() and r.import_id = :import and r.verdict in ('REFUSED', 'OVERTAKEN')"
                        + " order by r.number, f.position")
                .param("import", importId)
                .withFetchSize(BATCH)
                .query(rows::take);
        rows.end();
    }

    /** Puts the findings of one row together, which come one after the other. */
    private static final class RowsWithFindings {

        private final Consumer<ImportRow> taker;
        private @Nullable ImportRow last;

        RowsWithFindings(Consumer<ImportRow> taker) {
            this.taker = taker;
        }

        void take(ResultSet row) throws SQLException {
            List<ImportFinding> found = row.getString("field") == null ? List.of() : List.of(finding(row));
            if (last != null && last.number() == row.getInt("number")) {
                var both = new ArrayList<>(last.findings());
                both.addAll(found);
                last = row(row, both);
            } else {
                end();
                last = row(row, found);
            }
        }

        void end() {
            if (last != null) {
                taker.accept(last);
            }
            last = null;
        }
    }

    private static ImportRow row(ResultSet row, List<ImportFinding> findings) throws SQLException {
        return new ImportRow(
                row.getInt("number"),
                texts(row, "typed"),
                row.getString("credit_code"),
                row.getString("name_zh"),
                ImportVerdict.valueOf(row.getString("verdict")),
                row.getString("basis"),
                findings);
    }

    private static ImportFinding finding(ResultSet row) throws SQLException {
        return new ImportFinding(
                row.getInt("number"),
                row.getString("field"),
                row.getString("was"),
                row.getString("found"),
                row.getString("key"),
                texts(row, "args"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static void setTexts(PreparedStatement statement, int at, List<String> texts) throws SQLException {
        statement.setArray(at, statement.getConnection().createArrayOf("text", texts.toArray()));
    }
}
