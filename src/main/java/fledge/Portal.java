package fledge;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Starts the portal. */
@SpringBootApplication
@Modulithic(
        systemName = "Fledge",
        sharedModules = {"kernel", "tenancy", "access"})
public class Portal {

    /** Every deadline is a Chinese one; the zone is fixed before anything reads it. */
    static final String ZONE = "Asia/Shanghai";

    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
        SpringApplication.run(Portal.class, args);
    }
}
