package fledge.enterprise;

import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fledge.access.Actor;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import fledge.tenancy.PortalClock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads and writes the imports of every city and forgets old ones, folds its tally and cuts new names in pieces; one node does it, and
 * goes on with what a killed one left.
 */
@Configuration(proxyBeanMethods = false)
class EnterpriseJobs {

    private static final Logger LOG = LoggerFactory.getLogger(EnterpriseJobs.class);
    private static final LocalTime NIGHT = LocalTime.of(2, 40);

    @Bean
    RecurringTask<Void> enterpriseImportsJob(
            CityService cities,
            EnterpriseImportService imports,
            @Value("${fledge.enterprise.imports-every}") Duration every) {
        return Tasks.recurring("enterprise-imports", FixedDelay.of(every))
                .execute((instance, context) -> cities.cities()
                        .forEach(city -> in(
                                city,
                                () -> imports.workOff(
                                        () -> !context.getSchedulerState().isShuttingDown()))));
    }

    @Bean
    RecurringTask<Void> foldEnterpriseTallyJob(CityService cities, EnterpriseTally tally) {
        return Tasks.recurring("fold-enterprise-tally", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> cities.cities().forEach(city -> in(city, tally::fold)));
    }

    @Bean
    RecurringTask<Void> cutEnterpriseNamesJob(
            CityService cities, EnterprisePieces pieces, EnterpriseImportService imports) {
        // Beside an import it would take a third of its speed, and the names that wait are found all the same.
        return Tasks.recurring("cut-enterprise-names", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> cities.cities()
                        .forEach(city -> in(
                                city, () -> asLongAsThereIsMore(context, () -> !imports.isWriting() && pieces.cut()))));
    }

    @Bean
    RecurringTask<Void> forgetEnterpriseImportRowsJob(CityService cities, EnterpriseImportService imports) {
        return Tasks.recurring("forget-enterprise-import-rows", new Daily(PortalClock.ZONE, NIGHT))
                .execute((instance, context) -> cities.cities()
                        .forEach(city -> in(city, () -> asLongAsThereIsMore(context, imports::forgetOldRows))));
    }

    private static void asLongAsThereIsMore(ExecutionContext context, BooleanSupplier portion) {
        boolean more = true;
        while (more && !context.getSchedulerState().isShuttingDown()) {
            more = portion.getAsBoolean();
        }
    }

    /** A city that fails does not keep the others waiting; it is tried again at the next run. */
    private static void in(City city, Runnable work) {
        try {
            CurrentCity.run(city, () -> Actor.run(Actor.SYSTEM, work));
        } catch (RuntimeException e) {
            LOG.error("A job of the register failed in {}", city.code(), e);
        }
    }
}
