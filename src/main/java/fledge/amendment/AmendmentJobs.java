package fledge.amendment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fledge.access.Actor;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The recurring job of amendments: what is open beyond its time is locked again. One node runs it, city by city. */
@Configuration(proxyBeanMethods = false)
class AmendmentJobs {

    private static final Logger LOG = LoggerFactory.getLogger(AmendmentJobs.class);

    /** A city that fails does not keep the others waiting; it is tried again at the next run. */
    @Bean
    RecurringTask<Void> amendmentExpiryJob(CityService cities, AmendmentService amendments) {
        return Tasks.recurring("amendment-expiry", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    for (City city : cities.cities()) {
                        try {
                            CurrentCity.run(city, () -> Actor.run(Actor.SYSTEM, amendments::lapseExpired));
                        } catch (RuntimeException e) {
                            LOG.error("Expired amendments stay open in {}", city.code(), e);
                        }
                    }
                });
    }
}
