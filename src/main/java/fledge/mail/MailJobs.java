package fledge.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fledge.access.Actor;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import java.time.Duration;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends the mail of every open city, and of the platform itself; one node does it, city by city. */
@Configuration(proxyBeanMethods = false)
class MailJobs {

    private static final Logger LOG = LoggerFactory.getLogger(MailJobs.class);

    @Bean
    RecurringTask<Void> mailJob(CityService cities, Postman postman, @Value("${fledge.mail.every}") Duration every) {
        return Tasks.recurring("mail", FixedDelay.of(every))
                .execute((instance, context) -> Stream.concat(Stream.of(cities.platform()), cities.cities().stream())
                        .filter(City::open)
                        .forEach(city -> deliver(city, postman)));
    }

    /** A city that fails does not keep the others waiting; it is tried again at the next run. */
    private static void deliver(City city, Postman postman) {
        try {
            CurrentCity.run(city, () -> Actor.run(Actor.SYSTEM, postman::deliver));
        } catch (RuntimeException e) {
            LOG.error("The mail of {} was not sent", city.code(), e);
        }
    }
}
