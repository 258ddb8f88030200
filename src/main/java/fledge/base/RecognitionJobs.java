package fledge.base;

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

/** The clock of recognitions: supplements that never came, levels whose last day is over. City by city. */
@Configuration(proxyBeanMethods = false)
class RecognitionJobs {

    private static final Logger LOG = LoggerFactory.getLogger(RecognitionJobs.class);

    @Bean
    RecurringTask<Void> recognitionDatesJob(CityService cities, RecognitionService recognitions) {
        return Tasks.recurring("recognition-dates", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> cities.cities().forEach(city -> run(city, recognitions)));
    }

    /** A city that fails does not keep the others waiting; it is tried again at the next run. */
    private static void run(City city, RecognitionService recognitions) {
        try {
            CurrentCity.run(city, () -> Actor.run(Actor.SYSTEM, recognitions::passTime));
        } catch (RuntimeException e) {
            LOG.error("A job failed in {}", city.code(), e);
        }
    }
}
