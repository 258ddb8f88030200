package fledge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.Actor.Appointment;
import fledge.access.Role;
import fledge.audit.rules.Chain;
import fledge.kernel.Ids;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.support.Superuser;
import fledge.tenancy.City;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class AuditTrailTest {

    @Autowired
    Cities cities;

    @Autowired
    AuditService audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Superuser superuser;

    @Test
    void an_entry_tells_who_did_what_to_which_object_and_why() {
        City city = cities.fresh();
        var unit = new Appointment(Role.PREPARER, Ids.next(), "统计局", Set.of());
        var actor = new Actor(Ids.next(), Ids.next(), "wang", "王小微", List.of(unit));
        var event = new Noted("第一件");
        MDC.put("requestId", "r-1");
        try {
            cities.as(city, actor, () -> publish(event));
        } finally {
            MDC.remove("requestId");
        }

        List<AuditEntryView> trail = all(city);
        assertThat(trail).extracting(AuditEntryView::action).containsExactly("Noted", "ChainOpened");
        AuditEntryView entry = trail.getFirst();
        assertThat(entry.seq()).isEqualTo(2);
        assertThat(entry.accountId()).isEqualTo(actor.accountId());
        assertThat(entry.personId()).isEqualTo(actor.personId());
        assertThat(entry.login()).isEqualTo("wang");
        assertThat(entry.name()).isEqualTo("王小微");
        assertThat(entry.roles()).containsExactly("PREPARER");
        assertThat(entry.units()).containsExactly("统计局");
        assertThat(entry.actionKey()).isEqualTo("audit.event.Noted");
        assertThat(entry.subjectKind()).isEqualTo("note");
        assertThat(entry.subjectId()).isEqualTo(event.id());
        assertThat(entry.before()).isEqualTo(Map.of("text", "old"));
        assertThat(entry.after()).isEqualTo(Map.of("text", "第一件"));
        assertThat(entry.reason()).isEqualTo("试一试");
        assertThat(entry.requestId()).isEqualTo("r-1");
        assertThat(trail.getLast().after()).containsEntry("algorithm", Chain.ALGORITHM);
        assertThat(in(city, () -> audit.entry(2))).isEqualTo(entry);
        assertThat(in(city, () -> audit.about(event.id()))).containsExactly(entry);
        assertThat(in(city, audit::verify).intact()).isTrue();
    }

    @Test
    void several_events_of_one_transaction_are_kept_in_their_order() {
        City city = cities.fresh();
        cities.in(city, () -> {
            publish(new Noted("一"));
            publish(new Noted("二"));
            return publish(new Noted("三"));
        });
        assertThat(labels(city)).containsExactly("三", "二", "一");
    }

    @Test
    void what_is_rolled_back_leaves_no_entry() {
        City city = cities.fresh();
        assertThatThrownBy(() -> cities.in(city, () -> {
                    publish(new Noted("never"));
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThat(all(city)).isEmpty();
    }

    @Test
    void what_cannot_be_recorded_is_not_committed() {
        City city = cities.fresh();
        assertThatThrownBy(() -> cities.in(city, () -> {
                    publish(new Noted("good"));
                    return publish(new Noted(Ids.next(), "bad", Map.of(), Map.of("share", 0.1)));
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(all(city)).isEmpty();
    }

    @Test
    void an_event_outside_a_transaction_is_refused() {
        City city = cities.fresh();
        assertThatThrownBy(() -> in(city, () -> publish(new Noted("outside"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a transaction");
    }

    @Test
    void an_event_in_a_read_only_transaction_is_refused() {
        City city = cities.fresh();
        var readOnly = new TransactionTemplate(transactions);
        readOnly.setReadOnly(true);
        assertThatThrownBy(() -> in(city, () -> readOnly.execute(status -> publish(new Noted("read only")))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_inner_transaction_is_recorded_even_if_the_outer_one_fails() {
        City city = cities.fresh();
        var inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        cities.in(city, () -> {
            publish(new Noted("outer"));
            return inner.execute(status -> publish(new Noted("inner")));
        });
        assertThat(labels(city)).containsExactly("outer", "inner");

        assertThatThrownBy(() -> cities.in(city, () -> {
                    publish(new Noted("lost"));
                    inner.executeWithoutResult(status -> publish(new Noted("kept")));
                    throw new IllegalArgumentException("no");
                }))
                .hasMessage("no");
        assertThat(labels(city)).containsExactly("kept", "outer", "inner");
        assertThat(in(city, audit::verify).intact()).isTrue();
    }

    @Test
    void the_chains_of_two_cities_survive_eight_writers() throws Exception {
        List<City> two = List.of(cities.fresh(), cities.fresh());
        int writers = 8;
        int each = 25;
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        String label = number + "-" + i;
                        cities.in(two.get((number + i) % 2), () -> publish(new Noted(label)));
                    }
                });
            }
        }
        long entries = 0;
        for (City city : two) {
            Verification result = in(city, audit::verify);
            assertThat(result.firstBad()).isNull();
            entries += result.entries() - 1;
        }
        assertThat(entries).isEqualTo(writers * each);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set body = body",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_head",
                "truncate audit_head",
                "alter table audit_entry disable trigger all",
                "set session_replication_role = replica",
                "drop table audit_entry"
            })
    void the_portals_role_cannot_rewrite_history(String sql) {
        City city = cities.fresh();
        assertThatThrownBy(() -> cities.in(city, () -> jdbc.sql(sql).update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .message()
                .matches("(?s)ERROR: (permission denied|must be owner).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update audit_entry set body = body", "delete from audit_entry", "truncate audit_entry"})
    void not_even_the_owner_rewrites_history(String sql) {
        assertThatThrownBy(() -> superuser.run("set role fledge_owner", sql)).hasMessageContaining("never changed");
        assertThatThrownBy(() -> superuser.run(sql)).hasMessageContaining("never changed");
    }

    @Test
    void a_page_is_filtered_and_continues_where_the_one_before_ended() {
        City city = cities.fresh();
        for (int batch = 0; batch < 3; batch++) {
            int start = batch * 20;
            cities.in(city, () -> {
                for (int i = 0; i < 20; i++) {
                    publish(new Noted("n" + (start + i)));
                }
                return null;
            });
        }
        AuditPage first = in(city, () -> audit.page(AuditFilter.NONE, null));
        assertThat(first.entries()).hasSize(50);
        AuditPage second = in(city, () -> audit.page(AuditFilter.NONE, first.next()));
        assertThat(second.entries()).hasSize(11);
        assertThat(second.next()).isNull();
        assertThat(second.entries().getFirst().seq())
                .isEqualTo(first.entries().getLast().seq() - 1);

        assertThat(filtered(city, new AuditFilter("sys", null, null, null, null, null, null)))
                .hasSize(50);
        assertThat(filtered(city, new AuditFilter("王", null, null, null, null, null, null)))
                .isEmpty();
        assertThat(filtered(city, new AuditFilter(null, "ChainOpened", null, null, null, null, null)))
                .hasSize(1);
        assertThat(filtered(city, new AuditFilter(null, null, "note", "n5", null, null, null)))
                .hasSize(11);
        UUID subject = first.entries().getFirst().subjectId();
        assertThat(filtered(city, new AuditFilter(null, null, null, null, subject, null, null)))
                .hasSize(1);
        var today = first.entries().getFirst().at().atZone(PortalClock.ZONE).toLocalDate();
        assertThat(filtered(city, new AuditFilter(null, null, null, null, null, today, today)))
                .hasSize(50);
        assertThat(filtered(city, new AuditFilter(null, null, null, null, null, today.plusDays(1), null)))
                .isEmpty();
        assertThat(in(city, audit::actions))
                .containsExactly(new AuditAction("audit", "ChainOpened"), new AuditAction("audit", "Noted"));
    }

    @Test
    void a_city_sees_its_own_trail_only() {
        City own = cities.fresh();
        City other = cities.fresh();
        cities.in(own, () -> publish(new Noted("own")));
        assertThat(all(other)).isEmpty();
    }

    private Void publish(Noted event) {
        events.publishEvent(event);
        return null;
    }

    private List<AuditEntryView> all(City city) {
        return filtered(city, AuditFilter.NONE);
    }

    private List<AuditEntryView> filtered(City city, AuditFilter filter) {
        return in(city, () -> audit.page(filter, null)).entries();
    }

    private List<String> labels(City city) {
        return filtered(city, new AuditFilter(null, "Noted", null, null, null, null, null)).stream()
                .map(AuditEntryView::subjectLabel)
                .toList();
    }

    private static <T> T in(City city, Supplier<T> work) {
        return CurrentCity.supply(city, work);
    }
}
