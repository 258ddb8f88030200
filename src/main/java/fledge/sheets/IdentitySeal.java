package fledge.sheets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Seals the identity of a template with a secret of this installation (HMAC-SHA-256), so that a changed one shows. */
@Component
class IdentitySeal {

    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private volatile byte @Nullable [] secret;

    IdentitySeal(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String of(Map<String, String> identity) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret(), ALGORITHM));
            new TreeMap<>(identity).forEach((name, value) -> {
                length(mac, name);
                length(mac, value);
            });
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean fits(Map<String, String> identity, String seal) {
        return MessageDigest.isEqual(
                of(identity).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }

    /** With its length before it no text can pass for the end of one and the start of the next. */
    private static void length(Mac mac, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        mac.update(bytes);
    }

    private byte[] secret() {
        byte[] known = secret;
        if (known == null) {
            known = jdbc.sql("select value from installation_secret where name = 'workbook'")
                    .query(byte[].class)
                    .single();
            secret = known;
        }
        return known;
    }
}
