package fledge.exchange;

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

/** Forgets what nobody came back for, city by city. */
@Configuration(proxyBeanMethods = false)
class ExchangeJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ExchangeJobs.class);

    @Bean
    RecurringTask<Void> forgetExchangeJob(CityService cities, WaitingWorkbooks workbooks, ValueService values) {
        return Tasks.recurring("forget-exchange", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    for (City city : cities.cities()) {
                        try {
                            CurrentCity.run(
                                    city,
                                    () -> Actor.run(Actor.SYSTEM, () -> {
                                        workbooks.forget();
                                        values.forget();
                                    }));
                        } catch (RuntimeException e) {
                            LOG.error("What {} has no use for is not forgotten", city.code(), e);
                        }
                    }
                });
    }
}
