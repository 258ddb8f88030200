package fledge.demo;

import fledge.access.Actor;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the demonstration before the portal answers its first request and its first job runs, through the services that pages
 * use, so that every rule, signature, audit entry and total is as if people had done it. A city is loaded once;
 * {@code fledge.demo.cities} names those to load, for who is in a hurry.
 */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class DemonstrationData implements SmartLifecycle {

    static final List<String> CITIES = List.of("jiangmen", "luqiao", "jinan", "chengdu", "yingtan");

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationData.class);

    private final LoadedCities loaded;
    private final CityService cities;
    private final Stage stage;
    private final CityFounding founding;
    private final ProgrammeLoading programmes;
    private final TargetLoading targets;
    private final FormLoading forms;
    private final MonthlyStatistics statistics;
    private final CountedIndicators counted;
    private final SampleHistory history;
    private final Corrections corrections;
    private final EnterpriseSample enterprises;
    private final RepresentativeStory representatives;
    private final RegisterLoading bases;
    private final ResidencyStory residents;
    private final List<String> chosen;
    private final List<SampleHistory.Tried> tried = new ArrayList<>();
    private volatile boolean running;

    DemonstrationData(
            LoadedCities loaded,
            CityService cities,
            Stage stage,
            CityFounding founding,
            ProgrammeLoading programmes,
            TargetLoading targets,
            FormLoading forms,
            MonthlyStatistics statistics,
            CountedIndicators counted,
            SampleHistory history,
            Corrections corrections,
            EnterpriseSample enterprises,
            RepresentativeStory representatives,
            RegisterLoading bases,
            ResidencyStory residents,
            @Value("${fledge.demo.cities:}") List<String> chosen) {
        this.loaded = loaded;
        this.cities = cities;
        this.stage = stage;
        this.founding = founding;
        this.programmes = programmes;
        this.targets = targets;
        this.forms = forms;
        this.statistics = statistics;
        this.counted = counted;
        this.history = history;
        this.corrections = corrections;
        this.enterprises = enterprises;
        this.representatives = representatives;
        this.bases = bases;
        this.residents = residents;
        this.chosen = chosen.isEmpty() ? CITIES : chosen;
    }

    @Override
    public void start() {
        refuseHalfLoaded();
        PeopleFile people = DemonstrationFiles.people();
        City platform = cities.platform();
        Instant now = stage.now(platform);
        SampleYears years = SampleYears.on(LocalDate.ofInstant(now, PortalClock.ZONE));
        if (!loaded.contain(platform.code())) {
            founding.foundPlatform(people, years);
            loaded.add(platform.code());
        }
        loadSideBySide(chosen.stream()
                .filter(code -> !loaded.contain(code))
                .map(code -> (Callable<List<SampleHistory.Tried>>) () -> load(code, people, years, now))
                .toList());
        running = true;
    }

    /** Cities know nothing of each other, so as many are loaded at a time as there are processors. */
    private void loadSideBySide(List<Callable<List<SampleHistory.Tried>>> loads) {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<List<SampleHistory.Tried>> load : threads.invokeAll(loads)) {
                tried.addAll(load.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a city of the demonstration could not be loaded", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demonstration was interrupted", e);
        }
    }

    private List<SampleHistory.Tried> load(String code, PeopleFile people, SampleYears years, Instant now) {
        long began = System.nanoTime();
        Town town = founding.found(DemonstrationFiles.city(code), people, years);
        RegisterFile register = DemonstrationFiles.bases(code);
        Map<String, UUID> registered = bases.write(town, register);
        ProgrammeLoading.Both written = programmes.write(town);
        counted.write(town, written);
        targets.issue(town, written.sample());
        forms.write(town, written.sample());
        List<SampleHistory.Tried> attempts =
                history.replay(town, written.sample().id(), now);
        corrections.replay(town, written.sample().id(), now);
        targets.amend(town, written.sample(), now);
        targets.consult(town, written.printed(), now);
        statistics.replay(town, now);
        forms.takeEffect(town, now);
        programmes.announce(town, now);
        residents.moveIn(town, register, registered, enterprises.register(town, now), now);
        representatives.tell(town, people, now);
        stage.act(
                cities.platform(),
                now,
                Actor.SYSTEM,
                () -> cities.open(town.city().id()));
        loaded.add(code);
        LOG.info(
                "Demonstration data: {} loaded in {} s",
                town.city().nameZh(),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
        return attempts;
    }

    private void refuseHalfLoaded() {
        for (String code : CITIES) {
            if (loaded.brokeOff(code)) {
                throw new BrokenOff(code);
            }
        }
    }

    /** The entries that must not pass unnoticed, and what became of them; empty unless this start loaded. */
    List<SampleHistory.Tried> tried() {
        return List.copyOf(tried);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server starts, and so before the scheduler of jobs does. */
    @Override
    public int getPhase() {
        return 0;
    }
}
