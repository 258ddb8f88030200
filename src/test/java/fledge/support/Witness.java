package fledge.support;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.access.Actor;
import fledge.audit.AuditEntryView;
import fledge.audit.AuditService;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sees what a city keeps, whatever the pages say: its rows, and what its audit trail tells of an object. */
@TestComponent
public class Witness {

    private final AuditService audit;
    private final Cities cities;
    private final JdbcClient jdbc;

    Witness(AuditService audit, Cities cities, JdbcClient jdbc) {
        this.audit = audit;
        this.cities = cities;
        this.jdbc = jdbc;
    }

    /** The rows of these tables as they are in the database. */
    public List<String> rows(City city, String... tables) {
        return cities.in(
                city,
                () -> Arrays.stream(tables)
                        .flatMap(table -> jdbc
                                .sql("select t::text from " + table + " t where city_id = current_city() order by 1")
                                .query(String.class)
                                .list()
                                .stream())
                        .toList());
    }

    /** Each move of the object has one entry, is a way of its machine in docs/machines, and begins where the one before ended. */
    public void assertTells(City city, UUID id, String machine, String first, Enum<?> now, String where) {
        List<AuditEntryView> moves = moves(city, id);
        Set<List<String>> ways = ways(machine);
        String status = first;
        for (AuditEntryView move : moves) {
            String action = move.action().substring(move.action().indexOf('.') + 1);
            String to = move.after().getOrDefault("status", "");
            assertThat(move.before()).as(where).containsEntry("status", status);
            assertThat(ways).as(where).contains(List.of(status, action, to));
            assertThat(move.login())
                    .as("everything is done by somebody, " + where)
                    .isNotEmpty();
            status = to;
        }
        assertThat(status).as("%s: %s", where, moves).isEqualTo(now.name());
    }

    /** The chain of the city's trail is whole. */
    public void assertWhole(City city) {
        assertThat(CurrentCity.supply(city, audit::verify).intact()).isTrue();
    }

    private List<AuditEntryView> moves(City city, UUID id) {
        return CurrentCity.supply(city, () -> Actor.supply(Actor.SYSTEM, () -> audit.about(id))).stream()
                .filter(entry -> entry.before().containsKey("status"))
                .toList();
    }

    /** Whence, by which action, whither. */
    private static Set<List<String>> ways(String machine) {
        try {
            return Files.readAllLines(Path.of("docs/machines", machine + ".csv")).stream()
                    .skip(1)
                    .map(row -> List.of(row.split(",")).subList(1, 4))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
