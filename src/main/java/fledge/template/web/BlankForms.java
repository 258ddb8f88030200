package fledge.template.web;

import fledge.kernel.Period;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.rules.Item;
import fledge.template.NewTemplate;
import fledge.template.TemplateService;
import fledge.template.TemplateView;
import fledge.template.rules.Frequency;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The empty form on paper (空表): the statutory head, and the items that are due in a period, to be filled in by hand. */
@Component
class BlankForms {

    private static final int PERIODS_OFFERED = 6;

    private final TemplateService templates;
    private final ProgrammeService programmes;
    private final PortalClock clock;
    private final Formats formats;

    BlankForms(TemplateService templates, ProgrammeService programmes, PortalClock clock, Formats formats) {
        this.templates = templates;
        this.programmes = programmes;
        this.clock = clock;
        this.formats = formats;
    }

    record BlankPage(
            UUID id,
            String name,
            String formCode,
            String issuer,
            String approvalNo,
            @Nullable String validUntil,
            boolean sample,
            String period,
            List<Choice> periods,
            List<Row> rows) {}

    record Choice(String code, String label, boolean chosen) {}

    record Row(int number, String indicator, @Nullable String item, String measure, String kind) {}

    @Transactional(readOnly = true)
    BlankPage of(UUID id, String code) {
        TemplateView template = templates.template(id);
        Map<UUID, IndicatorView> indicators = programmes.indicators(template.programmeId()).stream()
                .collect(Collectors.toMap(IndicatorView::id, Function.identity()));
        Period period = period(template.frequency(), code);
        LocalDate validUntil = template.head().validUntil();
        return new BlankPage(
                id,
                template.name(),
                template.head().formCode(),
                template.head().issuer(),
                template.head().approvalNo(),
                validUntil == null ? null : validUntil.toString(),
                programmes.programme(template.programmeId()).isSample(),
                formats.period(period),
                Stream.concat(
                                Stream.of(period),
                                IntStream.rangeClosed(-PERIODS_OFFERED, PERIODS_OFFERED)
                                        .mapToObj(ended(template.frequency())::plus))
                        .distinct()
                        .sorted(Comparator.comparingInt(Period::index))
                        .map(offered -> new Choice(offered.code(), formats.period(offered), offered.equals(period)))
                        .toList(),
                rows(template, indicators, period));
    }

    private Period ended(Frequency frequency) {
        return frequency
                .periodOf(LocalDate.ofInstant(clock.now(), PortalClock.ZONE))
                .plus(-1);
    }

    /** What cannot be read, or is of the other kind, means the period that ended last. */
    private Period period(Frequency frequency, String code) {
        try {
            Period period = Period.parse(code);
            return frequency.covers(period) ? period : ended(frequency);
        } catch (IllegalArgumentException e) {
            return ended(frequency);
        }
    }

    private List<Row> rows(TemplateView template, Map<UUID, IndicatorView> indicators, Period period) {
        List<Row> rows = new ArrayList<>();
        for (NewTemplate.Item asked : template.items()) {
            if (asked.frequency().isDueIn(period)) {
                IndicatorView indicator = Objects.requireNonNull(indicators.get(asked.indicatorId()));
                for (Item item : indicator.comparison().items()) {
                    rows.add(new Row(
                            rows.size() + 1,
                            indicator.name(formats.locale()),
                            item == Item.NUMERATOR
                                    ? indicator.numerator(formats.locale())
                                    : item == Item.DENOMINATOR ? indicator.denominator(formats.locale()) : null,
                            formats.text(indicator.valueMeasure()),
                            formats.text(asked.frequency()) + " · " + TemplatePages.kind(formats, indicator)));
                }
            }
        }
        return rows;
    }
}
