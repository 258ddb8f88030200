package fledge.monitoring;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fledge.access.Actor;
import fledge.template.TemplateService;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The recurring jobs of monitoring: the calendar of rounds, and the folding of totals. One node runs each, city by city. */
@Configuration(proxyBeanMethods = false)
class MonitoringJobs {

    private static final Logger LOG = LoggerFactory.getLogger(MonitoringJobs.class);

    @Bean
    RecurringTask<Void> roundDatesJob(CityService cities, TemplateService templates, RoundDates dates) {
        return Tasks.recurring("round-dates", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> inEveryCity(
                        cities,
                        List.of(
                                templates::takeEffect,
                                dates::scheduleEnded,
                                dates::open,
                                dates::closeWindows,
                                dates::lock)));
    }

    @Bean
    RecurringTask<Void> foldTotalsJob(CityService cities, FigureFolding folding) {
        return Tasks.recurring("fold-totals", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> inEveryCity(cities, List.of(folding::fold)));
    }

    /** A city that fails does not keep the others waiting; it is tried again at the next run. */
    private static void inEveryCity(CityService cities, List<Runnable> works) {
        for (City city : cities.cities()) {
            for (Runnable work : works) {
                try {
                    CurrentCity.run(city, () -> Actor.run(Actor.SYSTEM, work));
                } catch (RuntimeException e) {
                    LOG.error("A job failed in {}", city.code(), e);
                }
            }
        }
    }
}
