package fledge.monitoring;

import fledge.kernel.Ids;
import fledge.programme.rules.Item;
import fledge.tenancy.CurrentCity;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/**
 * The lines with which a round begins, all still empty. Plain SQL, because a round of thousands of units has a hundred thousand of
 * them and none is looked at before its unit opens its return.
 */
@Repository
class BlankLines {

    private static final int AT_A_TIME = 1_000;

    private final JdbcOperations batch;

    BlankLines(JdbcOperations batch) {
        this.batch = batch;
    }

    /** A line to come: its place in its return, and when its value will be final if that is not at once. */
    record Blank(
            UUID returnId,
            UUID indicatorId,
            Item item,
            int position,
            @Nullable LocalDate finalExpected) {

        private Standing standing() {
            return finalExpected == null ? Standing.FINAL : Standing.PROVISIONAL;
        }
    }

    void add(List<Blank> lines) {
        short city = CurrentCity.get().id();
        batch.batchUpdate(
                "insert into return_line (city_id, id, version, return_id, indicator_id, item, position, note, value_edition,"
                        + " note_edition, to_correct, standing, final_expected)"
                        + " values (?, ?, 0, ?, ?, ?, ?, '', 0, 0, false, ?, ?)",
                lines,
                AT_A_TIME,
                (row, line) -> {
                    row.setShort(1, city);
                    row.setObject(2, Ids.next());
                    row.setObject(3, line.returnId());
                    row.setObject(4, line.indicatorId());
                    row.setString(5, line.item().name());
                    row.setInt(6, line.position());
                    row.setString(7, line.standing().name());
                    row.setObject(8, line.finalExpected());
                });
    }
}
