package fledge;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says where the portal answers and where its data is, as the last line of a start. */
@Component
class Greeting {

    private static final Logger LOG = LoggerFactory.getLogger(Greeting.class);

    private final Environment environment;

    Greeting(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        String database = environment.getProperty("spring.datasource.url", "");
        String data = database.isEmpty()
                ? Path.of(environment.getRequiredProperty("fledge.data"))
                        .toAbsolutePath()
                        .normalize()
                        .toString()
                : database.replaceFirst("\\?.*", "");
        LOG.info(
                "Fledge is ready: http://localhost:{}/ — data in {}",
                environment.getProperty("local.server.port", ""),
                data);
    }
}
