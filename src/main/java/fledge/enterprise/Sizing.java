package fledge.enterprise;

import fledge.enterprise.rules.SizeFigures;
import fledge.enterprise.rules.SizeStandard;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The size of a year, by the version of the standard that was in force on its last day. */
@Component
class Sizing {

    private final Industries industries;
    private final SizeStandards standards;

    Sizing(Industries industries, SizeStandards standards) {
        this.industries = industries;
        this.standards = standards;
    }

    SizeStandard.Result of(String industryCode, int year, SizeFigures figures) {
        return standards
                .on(LocalDate.of(year, 12, 31))
                .classify(industries.one(industryCode).sizeIndustry(), figures);
    }
}
