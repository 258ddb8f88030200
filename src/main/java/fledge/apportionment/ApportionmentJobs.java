package fledge.apportionment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fledge.access.Actor;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of target sets: unanswered lines go to the decider, approved amendments take effect. City by city. */
@Configuration(proxyBeanMethods = false)
class ApportionmentJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ApportionmentJobs.class);

    @Bean
    RecurringTask<Void> targetDatesJob(
            CityService cities, ConsultationService consultation, TargetAmendmentService amendments) {
        List<Runnable> works = List.of(consultation::escalateUnanswered, amendments::putInForce);
        return Tasks.recurring("target-dates", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    for (City city : cities.cities()) {
                        works.forEach(work -> run(city, work));
                    }
                });
    }

    /** A city that fails does not keep the others waiting; it is tried again at the next run. */
    private static void run(City city, Runnable work) {
        try {
            CurrentCity.run(city, () -> Actor.run(Actor.SYSTEM, work));
        } catch (RuntimeException e) {
            LOG.error("A job failed in {}", city.code(), e);
        }
    }
}
