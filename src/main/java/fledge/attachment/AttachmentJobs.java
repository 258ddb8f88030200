package fledge.attachment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fledge.access.Actor;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Asks the virus scanner again for files that came while it was away, and sweeps the store at night, city by city. */
@Configuration(proxyBeanMethods = false)
class AttachmentJobs {

    private static final Logger LOG = LoggerFactory.getLogger(AttachmentJobs.class);
    private static final LocalTime NIGHT = LocalTime.of(3, 20);

    private final CityService cities;

    AttachmentJobs(CityService cities) {
        this.cities = cities;
    }

    @Bean
    RecurringTask<Void> scanFilesJob(AttachmentService attachments) {
        return Tasks.recurring("scan-files", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> inEachCity("scanned", attachments::scanWaiting));
    }

    @Bean
    RecurringTask<Void> sweepFilesJob(OrphanSweep orphans) {
        return Tasks.recurring("sweep-files", new Daily(PortalClock.ZONE, NIGHT))
                .execute((instance, context) -> inEachCity("swept", orphans::sweep));
    }

    private interface Work {
        void run() throws IOException;
    }

    private void inEachCity(String done, Work work) {
        for (City city : cities.cities()) {
            CurrentCity.run(
                    city,
                    () -> Actor.run(Actor.SYSTEM, () -> {
                        try {
                            work.run();
                        } catch (IOException | RuntimeException e) {
                            LOG.error("The files of {} are not {}", city.code(), done, e);
                        }
                    }));
        }
    }
}
