package fledge.enterprise.web;

import fledge.enterprise.EnterpriseFinder;
import fledge.enterprise.Industries;
import fledge.kernel.Labelled;
import fledge.ui.Formats;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the selects of this module's pages offer. */
@Component
class Choices {

    private final EnterpriseFinder finder;
    private final Industries industries;
    private final Formats formats;

    Choices(EnterpriseFinder finder, Industries industries, Formats formats) {
        this.finder = finder;
        this.industries = industries;
        this.formats = formats;
    }

    /** A line of a select. */
    record Option(String value, String label) {}

    <E extends Enum<E> & Labelled> List<Option> of(E[] constants) {
        return of(List.of(constants));
    }

    <E extends Enum<E> & Labelled> List<Option> of(Collection<E> constants) {
        return constants.stream()
                .map(constant -> new Option(constant.name(), formats.text(constant)))
                .toList();
    }

    List<Option> districts() {
        return finder.districts().stream()
                .map(unit -> new Option(unit.id().toString(), unit.name(formats.locale())))
                .toList();
    }

    List<Option> sections() {
        return industries.sections().stream()
                .map(section -> new Option(section.code(), section.code() + " " + section.name(formats.locale())))
                .toList();
    }

    List<Option> industries() {
        return industries.chosen().stream()
                .map(industry -> new Option(industry.code(), industry.code() + " " + industry.name(formats.locale())))
                .toList();
    }
}
