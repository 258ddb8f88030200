package fledge.enterprise.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.enterprise.ClassCount;
import fledge.enterprise.EnterpriseFilter;
import fledge.enterprise.EnterpriseFinder;
import fledge.enterprise.EnterpriseLine;
import fledge.enterprise.EnterpriseStatus;
import fledge.enterprise.Industries;
import fledge.enterprise.TagKind;
import fledge.enterprise.rules.SizeClass;
import fledge.identity.UnitService;
import fledge.identity.UnitView;
import fledge.ui.Formats;
import fledge.ui.Slice;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of the register: filters, how many of which size, and the rows. */
@Component
class EnterpriseListPages {

    private static final String PATH = "/enterprises";

    private final EnterpriseFinder finder;
    private final PopulationWording population;
    private final Industries industries;
    private final UnitService units;
    private final Choices choices;
    private final Formats formats;

    EnterpriseListPages(
            EnterpriseFinder finder,
            PopulationWording population,
            Industries industries,
            UnitService units,
            Choices choices,
            Formats formats) {
        this.finder = finder;
        this.population = population;
        this.industries = industries;
        this.units = units;
        this.choices = choices;
        this.formats = formats;
    }

    /** {@code tiles}: the list counted by size, each opening its part; {@code counted}: whom the city's programme counts. */
    record EnterpriseListPage(
            FilterForm filter,
            List<Choices.Option> sizes,
            List<Choices.Option> sections,
            List<Choices.Option> districts,
            List<Choices.Option> tags,
            List<Choices.Option> statuses,
            List<Tile> tiles,
            String counted,
            String population,
            Slice<Row> rows,
            Map<String, String> kept,
            boolean mayManage,
            boolean mayDefine) {}

    /** A number that opens the list it was counted from. */
    record Tile(String label, String value, @Nullable String href) {}

    /** An enterprise in words. */
    record Row(
            UUID id,
            String name,
            String code,
            String industry,
            String district,
            String size,
            String sizeTone,
            @Nullable String year,
            String status,
            String statusTone,
            boolean sample) {}

    EnterpriseListPage list(FilterForm typed, Slice.Request asked) {
        EnterpriseFilter filter = typed.filter();
        List<ClassCount> counts = finder.counts(filter.ofAnySize());
        int total = counts.stream()
                .filter(count -> filter.size() == null || filter.size() == count.size())
                .mapToInt(ClassCount::number)
                .sum();
        Map<UUID, UnitView> unitsById = units.byId();
        return new EnterpriseListPage(
                typed,
                choices.of(SizeClass.values()),
                choices.sections(),
                choices.districts(),
                choices.of(TagKind.values()),
                choices.of(EnterpriseStatus.values()),
                tiles(typed, counts),
                number(counts.stream().mapToInt(ClassCount::counted).sum()),
                population.sentence(),
                Slice.of(total, (from, rows) -> finder.page(filter, from, rows), asked, PATH, typed.kept())
                        .map(line -> row(line, unitsById)),
                typed.kept(),
                Actor.current().may(Right.ENTERPRISE_MANAGE),
                Actor.current().may(Right.POPULATION_DEFINE));
    }

    private List<Tile> tiles(FilterForm typed, List<ClassCount> counts) {
        return Stream.concat(
                        Stream.of(new Tile(
                                formats.text("enterprise.list.total"),
                                number(counts.stream()
                                        .mapToInt(ClassCount::number)
                                        .sum()),
                                href(typed, null))),
                        Stream.of(SizeClass.values())
                                .map(size -> new Tile(
                                        formats.text(size),
                                        number(counts.stream()
                                                .filter(count -> count.size() == size)
                                                .mapToInt(ClassCount::number)
                                                .sum()),
                                        href(typed, size))))
                .toList();
    }

    private String number(int count) {
        return formats.text("enterprise.list.number", count);
    }

    private static String href(FilterForm typed, @Nullable SizeClass size) {
        Map<String, String> filters = typed.without(FilterForm.SIZE);
        var address = UriComponentsBuilder.fromPath(PATH);
        filters.keySet().forEach(filter -> address.queryParam(filter, "{" + filter + "}"));
        if (size != null) {
            address.queryParam(FilterForm.SIZE, size.name());
        }
        return address.encode().buildAndExpand(filters).toUriString();
    }

    private Row row(EnterpriseLine line, Map<UUID, UnitView> unitsById) {
        Integer year = line.sizeYear();
        UnitView district = unitsById.get(line.districtId());
        return new Row(
                line.id(),
                line.nameZh(),
                line.creditCode(),
                industries.one(line.industryCode()).name(formats.locale()),
                district == null ? "" : district.name(formats.locale()),
                formats.text(line.size()),
                Tones.of(line.size()),
                year == null ? null : Integer.toString(year),
                formats.text(line.status()),
                Tones.of(line.status()),
                line.sample());
    }
}
