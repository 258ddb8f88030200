package fledge.tenancy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cities that the platform serves; the list is small and asked for at every request, so each node keeps it for seconds. */
@Service
public class CityService {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final JdbcClient jdbc;
    private volatile @Nullable Snapshot snapshot;

    CityService(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** Adds a city; its id is the next free one and never used again. */
    @Transactional
    public City add(City city) {
        short id = jdbc.sql("select coalesce(max(id), 0) + 1 from city")
                .query(Short.class)
                .single();
        jdbc.sql(
                        "insert into city (id, code, name_zh, name_en, province_zh, province_en, division_code, hue, sponsor, host,"
                                + " contact_phone, open) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)")
                .params(
                        id,
                        city.code(),
                        city.nameZh(),
                        city.nameEn(),
                        city.provinceZh(),
                        city.provinceEn(),
                        city.divisionCode(),
                        city.hue(),
                        city.sponsor(),
                        city.host(),
                        city.contactPhone())
                .update();
        snapshot = null;
        return byCode(city.code()).orElseThrow();
    }

    /** Opens or suspends a city's portal; true if that changed anything. */
    @Transactional
    public boolean setOpen(short cityId, boolean open) {
        int changed = jdbc.sql("update city set open = ? where id = ? and id <> 0 and open <> ?")
                .params(open, cityId, open)
                .update();
        snapshot = null;
        return changed == 1;
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
