package fledge.reminder;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import fledge.access.Actor;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reminds by the calendar each morning, city by city. */
@Configuration(proxyBeanMethods = false)
class ReminderJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderJobs.class);
    private static final LocalTime MORNING = LocalTime.of(8, 30);

    @Bean
    RecurringTask<Void> remindersJob(CityService cities, ReminderService reminders) {
        return Tasks.recurring("reminders", new Daily(PortalClock.ZONE, MORNING))
                .execute((instance, context) -> {
                    for (City city : cities.cities()) {
                        try {
                            CurrentCity.run(city, () -> Actor.run(Actor.SYSTEM, reminders::remindByCalendar));
                        } catch (RuntimeException e) {
                            // A city that fails does not keep the others waiting.
                            LOG.error("The reminders failed in {}", city.code(), e);
                        }
                    }
                });
    }
}
