package fledge.enterprise;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fledge.access.Actor;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads and writes the imports of every city; one node does it, city by city, and whatever a killed one left is gone on with. */
@Configuration(proxyBeanMethods = false)
class EnterpriseJobs {

    private static final Logger LOG = LoggerFactory.getLogger(EnterpriseJobs.class);

    @Bean
    RecurringTask<Void> enterpriseImportsJob(
            CityService cities,
            EnterpriseImportService imports,
            @Value("${fledge.enterprise.imports-every}") Duration every) {
        return Tasks.recurring("enterprise-imports", FixedDelay.of(every))
                .execute((instance, context) -> cities.cities()
                        .forEach(city -> workOff(
                                city,
                                imports,
                                () -> !context.getSchedulerState().isShuttingDown())));
    }

    /** A city that fails does not keep the others waiting; it is tried again at the next run. */
    private static void workOff(City city, EnterpriseImportService imports, BooleanSupplier goesOn) {
        try {
            CurrentCity.run(city, () -> Actor.run(Actor.SYSTEM, () -> imports.workOff(goesOn)));
        } catch (RuntimeException e) {
            LOG.error("The import of {} did not go on", city.code(), e);
        }
    }
}
