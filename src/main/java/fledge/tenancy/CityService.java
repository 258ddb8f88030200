package fledge.tenancy;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The cities that the platform serves; the list is small and asked for at every request, so each node keeps it for seconds. */
@Service
public class CityService {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private volatile @Nullable Snapshot snapshot;

    CityService(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    private record Snapshot(List<City> cities, long readAt) {
        boolean fresh() {
            return System.nanoTime() - readAt < KEPT.toNanos();
        }
    }

    /** Every city without the platform's own entry, by id. */
    public List<City> cities() {
        return all().stream().filter(city -> !city.isPlatform()).toList();
    }

    public Optional<City> byCode(String code) {
        return all().stream().filter(city -> city.code().equals(code)).findFirst();
    }

    public City platform() {
        return all().stream().filter(City::isPlatform).findFirst().orElseThrow();
    }

    /** Adds a city; its id is the next free one and never used again. It opens when somebody opens it. */
    @Transactional
    public City add(NewCity added) {
        RuleRefused.ifAny(whyUnfit(added));
        // Two cities added at once would be given the same number; reading goes on meanwhile.
        jdbc.sql("lock table city in share row exclusive mode").update();
        short id = jdbc.sql("select coalesce(max(id), 0) + 1 from city")
                .query(Short.class)
                .single();
        jdbc.sql(
                        "insert into city (id, code, name_zh, name_en, province_zh, province_en, division_code, hue, sponsor, host,"
                                + " contact_phone, open) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)")
                .params(
                        id,
                        added.code(),
                        added.nameZh(),
                        added.nameEn(),
                        added.provinceZh(),
                        added.provinceEn(),
                        added.divisionCode(),
                        added.hue(),
                        added.sponsor(),
                        added.host(),
                        added.contactPhone())
                .update();
        City city = read().stream().filter(one -> one.id() == id).findFirst().orElseThrow();
        events.publishEvent(new CityAdded(city));
        forget();
        return city;
    }

    /** Why a city cannot be added as it is described; empty where it can. */
    public List<Reason> whyUnfit(NewCity described) {
        return described.whyUnfit(byCode(described.code()).isPresent());
    }

    /** Opens a city's portal to everybody. */
    @Transactional
    public void open(short cityId) {
        set(cityId, true, "");
    }

    /** Suspends a city's portal: nobody gets in until it is opened again. */
    @Transactional
    public void suspend(short cityId, String why) {
        if (why.isBlank()) {
            throw new RuleRefused(Reason.on("reason", "tenancy.city.reason-missing"));
        }
        set(cityId, false, why.strip());
    }

    private void set(short cityId, boolean open, String why) {
        City city = read().stream()
                .filter(one -> one.id() == cityId && !one.isPlatform())
                .findFirst()
                .orElseThrow(() -> new RuleRefused(Reason.of("tenancy.city.unknown")));
        int changed = jdbc.sql("update city set open = ? where id = ? and open <> ?")
                .params(open, cityId, open)
                .update();
        if (changed == 0) {
            throw new RuleRefused(Reason.of(open ? "tenancy.city.is-open" : "tenancy.city.is-suspended"));
        }
        events.publishEvent(new CityOpened(city, open, why));
        forget();
    }

    /** This node sees its own change at once, the others within seconds. */
    private void forget() {
        snapshot = null;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                snapshot = null;
            }
        });
    }

    private List<City> all() {
        Snapshot kept = snapshot;
        if (kept == null || !kept.fresh()) {
            kept = new Snapshot(read(), System.nanoTime());
            snapshot = kept;
        }
        return kept.cities();
    }

    private List<City> read() {
        return jdbc.sql("select * from city order by id")
                .query((row, n) -> new City(
                        row.getShort("id"),
                        row.getString("code"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getString("province_zh"),
                        row.getString("province_en"),
                        row.getString("division_code"),
                        row.getString("hue"),
                        row.getString("sponsor"),
                        row.getString("host"),
                        row.getString("contact_phone"),
                        row.getBoolean("open")))
                .list();
    }
}
