package fledge.ui.web;

import fledge.ui.FrontPart;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects what the modules put on a city's public front page. */
@Component
class FrontPage {

    private final List<FrontPart> parts;

    FrontPage(List<FrontPart> parts) {
        this.parts =
                parts.stream().sorted(Comparator.comparingInt(FrontPart::order)).toList();
    }

    @Transactional(readOnly = true)
    public Page page() {
        return new Page(parts.stream()
                .map(part -> new Part(part.template(), part.model()))
                .toList());
    }

    record Page(List<Part> parts) {}

    record Part(String template, Object model) {}
}
