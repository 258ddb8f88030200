package fledge.attachment;

import fledge.kernel.Ids;
import fledge.tenancy.CityMemory;
import fledge.tenancy.CurrentCity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The key of each city, under which the keys of its files are sealed: without it none of them opens again, so a city is erased with
 * it. It is itself sealed with the key of the installation, which its settings name or else its database keeps.
 */
@Component
class CityKeys {

    private final JdbcClient jdbc;
    private final String setting;
    private final CityMemory<String, byte[]> opened = CityMemory.ofSettled(Duration.ofMinutes(10));

    CityKeys(JdbcClient jdbc, @Value("${fledge.attachments.key:}") String setting) {
        this.jdbc = jdbc;
        this.setting = setting;
        if (!setting.isEmpty() && installationKey().length != Sealing.KEY_BYTES) {
            throw new IllegalStateException("fledge.attachments.key is not 32 bytes in Base64");
        }
    }

    /** Made when its first file comes; of two who make it at once both take the one that was first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public byte[] ofCity() {
        return opened.get("key", () -> {
            short city = CurrentCity.get().id();
            byte[] name = ("city " + city).getBytes(StandardCharsets.UTF_8);
            return Sealing.open(installationKey(), sealed(city, name), name);
        });
    }

    private byte[] sealed(short city, byte[] name) {
        return jdbc.sql("select sealed from city_key where city_id = ?")
                .param(city)
                .query(byte[].class)
                .optional()
                .orElseGet(() -> {
                    jdbc.sql(
                                    "insert into city_key (city_id, id, sealed) values (?, ?, ?) on conflict (city_id) do nothing")
                            .params(city, Ids.next(), Sealing.seal(installationKey(), Sealing.newKey(), name))
                            .update();
                    return jdbc.sql("select sealed from city_key where city_id = ?")
                            .param(city)
                            .query(byte[].class)
                            .single();
                });
    }

    private byte[] installationKey() {
        return setting.isEmpty()
                ? jdbc.sql("select value from installation_secret where name = 'attachments'")
                        .query(byte[].class)
                        .single()
                : Base64.getDecoder().decode(setting);
    }
}
