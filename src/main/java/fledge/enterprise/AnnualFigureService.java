package fledge.enterprise;

import fledge.access.NotFound;
import fledge.enterprise.rules.SizeClass;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The yearly figures of enterprises, and the size that follows from them or that an officer gives where the standard is silent. */
@Service
public class AnnualFigureService {

    private final Enterprises enterprises;
    private final EnterpriseYearRepository years;
    private final EntryChecks checks;
    private final Sizing sizing;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    AnnualFigureService(
            Enterprises enterprises,
            EnterpriseYearRepository years,
            EntryChecks checks,
            Sizing sizing,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.enterprises = enterprises;
        this.years = years;
        this.checks = checks;
        this.sizing = sizing;
        this.clock = clock;
        this.events = events;
    }

    /** Enters a year's figures, or puts them right; answers the size they give. */
    @Transactional
    public SizeClass record(UUID enterpriseId, YearFigures typed) {
        Enterprise enterprise = enterprises.lock(enterpriseId);
        var words = new Words();
        YearFigures figures = checks.figures(words, typed, enterprise.foundedOn(), enterprises.today());
        words.refuse();
        return record(enterprise, years.findByEnterpriseIdAndYear(enterpriseId, figures.year()), figures);
    }

    /** The same with figures that were checked, of an enterprise that is locked, and what is known of their year. */
    SizeClass record(Enterprise enterprise, Optional<EnterpriseYear> known, YearFigures figures) {
        FiguresRecorded.Entered was = known.map(AnnualFigureService::entered).orElse(null);
        EnterpriseYear year = known.orElseGet(() -> new EnterpriseYear(enterprise.id(), figures.year()));
        year.enter(figures, Enterprises.person(), clock.now());
        size(enterprise, year);
        years.save(year);
        events.publishEvent(new FiguresRecorded(enterprise.id(), enterprise.nameZh(), was, entered(year)));
        return year.size();
    }

    /** An officer's word on a year whose industry the standard does not cover. */
    @Transactional
    public void decide(UUID enterpriseId, int year, SizeClass size, @Nullable String reason) {
        Enterprise enterprise = enterprises.lock(enterpriseId);
        EnterpriseYear decided = years.findByEnterpriseIdAndYear(enterpriseId, year)
                .orElseThrow(() -> new NotFound("figures of " + year));
        if (decided.computed() != SizeClass.NOT_CLASSIFIED) {
            throw new RuleRefused(Reason.on("size", "enterprise.refused.standard-decides"));
        }
        var words = new Words();
        words.require("size", size.isSize(), "enterprise.refused.choose-size");
        String why = words.reason("reason", reason);
        words.refuse();
        SizeClass was = decided.size();
        decided.decide(size, why, Enterprises.person());
        enterprise.take(year, decided.size());
        events.publishEvent(new SizeDecided(enterpriseId, enterprise.nameZh(), year, was, size, why));
    }

    /** Works out the newest year's size once more, because the enterprise is of another industry. */
    void resize(Enterprise enterprise) {
        years.findByEnterpriseIdOrderByYearDesc(enterprise.id()).stream()
                .findFirst()
                .ifPresent(newest -> {
                    FiguresRecorded.Entered was = entered(newest);
                    size(enterprise, newest);
                    events.publishEvent(
                            new FiguresRecorded(enterprise.id(), enterprise.nameZh(), was, entered(newest)));
                });
    }

    private void size(Enterprise enterprise, EnterpriseYear year) {
        String industry = enterprise.industryCode();
        year.classify(industry, sizing.of(industry, year.year(), year.figures()));
        enterprise.take(year.year(), year.size());
    }

    private static FiguresRecorded.Entered entered(EnterpriseYear year) {
        return new FiguresRecorded.Entered(year.year(), year.figures(), year.size());
    }
}
