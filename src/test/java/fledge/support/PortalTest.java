package fledge.support;

import fledge.enterprise.RegisterStory;
import fledge.mail.MailRounds;
import fledge.monitoring.MonitoringStory;
import fledge.monitoring.ReturnStages;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The one application context of the tests: the whole portal with its demonstration data on a real PostgreSQL. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"fledge.demo=true", "management.server.port=0", "fledge.enterprise.imports-every=1d"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = {TestDatabase.class, TestMailServer.class, TestVirusScanner.class})
@Import({
    ActingAs.class,
    Cities.class,
    DemoCity.class,
    LeftOutLock.class,
    MailRounds.class,
    MonitoringStory.Teller.class,
    Pages.class,
    PastReturns.class,
    RegisterStory.Teller.class,
    RegisteredThings.class,
    ReturnStages.class,
    SignedInAs.class,
    Staff.class,
    StatementCount.class,
    Superuser.class,
    Witness.class
})
public @interface PortalTest {}
