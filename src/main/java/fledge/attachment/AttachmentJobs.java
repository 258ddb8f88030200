package fledge.attachment;

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

/** Asks the virus scanner again for files that came while it was away, city by city. */
@Configuration(proxyBeanMethods = false)
class AttachmentJobs {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentJobs.class);

    @Bean
    RecurringTask<Void> scanFilesJob(CityService cities, AttachmentService attachments) {
        return Tasks.recurring("scan-files", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    for (City city : cities.cities()) {
                        try {
                            CurrentCity.run(city, () -> Actor.run(Actor.SYSTEM, attachments::scanWaiting));
                        } catch (RuntimeException e) {
                            LOG.error("The files of {} are not scanned", city.code(), e);
                        }
                    }
                });
    }
}
