package fledge.enterprise;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.enterprise.rules.CreditCode;
import fledge.tenancy.CurrentCity;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells other modules who an enterprise is: by id, by code, by a part of its name. What it earns and employs stays in its file. */
@Service
public class EnterpriseLookup {

    private static final String CARDS = """
            select e.id, e.credit_code, e.name_zh, e.status, e.founded_on, e.sample,
              case when e.status in ('REVOKED', 'CANCELLED') then (
                select min(s.since) from enterprise_step s
                where s.city_id = e.city_id and s.enterprise_id = e.id and s.number > coalesce((
                  select max(o.number) from enterprise_step o
                  where o.city_id = e.city_id and o.enterprise_id = e.id and o.to_status in ('ACTIVE', 'SUSPENDED')), 0)
              ) end as closed_on
            from enterprise e
            where e.city_id = current_city() and\s""";

    private static final RowMapper<EnterpriseCard> CARD = (row, n) -> new EnterpriseCard(
            row.getObject("id", UUID.class),
            row.getString("credit_code"),
            row.getString("name_zh"),
            EnterpriseStatus.valueOf(row.getString("status")),
            row.getObject("founded_on", LocalDate.class),
            row.getObject("closed_on", LocalDate.class),
            row.getBoolean("sample"));

    private final JdbcClient jdbc;
    private final EnterpriseSearch search;

    EnterpriseLookup(JdbcClient jdbc, EnterpriseSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    /** Those of the ids that are enterprises of this city, by id. */
    @Transactional(readOnly = true)
    public Map<UUID, EnterpriseCard> cards(Collection<UUID> ids) {
        return among(ids, "e.id = any(:ids::uuid[])").stream()
                .collect(Collectors.toMap(EnterpriseCard::id, Function.identity()));
    }

    /** Those of the ids whose enterprises are revoked or cancelled. */
    @Transactional(readOnly = true)
    public List<EnterpriseCard> closedAmong(Collection<UUID> ids) {
        return among(ids, "e.id = any(:ids::uuid[]) and e.status in ('REVOKED', 'CANCELLED')");
    }

    private List<EnterpriseCard> among(Collection<UUID> ids, String condition) {
        Actor.current().require(Right.ENTERPRISE_LOOK_UP);
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(CARDS + condition)
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(CARD)
                        .list();
    }

    /** The enterprise of a credit code, as it is typed. */
    @Transactional(readOnly = true)
    public Optional<EnterpriseCard> byCode(String typed) {
        Actor.current().require(Right.ENTERPRISE_LOOK_UP);
        return jdbc.sql(CARDS + "e.credit_code = :code")
                .param("code", CreditCode.normalise(typed))
                .query(CARD)
                .optional();
    }

    /** The first of those whose name has the words, or whose code begins with them. */
    @Transactional(readOnly = true)
    public List<EnterpriseCard> search(String words, int most) {
        Actor.current().require(Right.ENTERPRISE_LOOK_UP);
        List<UUID> found = search
                .page(
                        CurrentCity.get().id(),
                        new EnterpriseFilter(words, null, null, null, null, null),
                        LocalDate.EPOCH,
                        0,
                        most)
                .stream()
                .map(EnterpriseLine::id)
                .toList();
        Map<UUID, EnterpriseCard> cards = cards(found);
        return found.stream()
                .flatMap(id -> Optional.ofNullable(cards.get(id)).stream())
                .toList();
    }
}
