package fledge.enterprise.web;

import fledge.enterprise.Reading;
import fledge.enterprise.YearFigures;
import fledge.enterprise.rules.SizeFigures;
import org.jspecify.annotations.Nullable;

/** A year's figures as they are typed: persons, and money in 万元. */
record FigureForm(
        @Nullable String year,
        @Nullable String employees,
        @Nullable String revenue,
        @Nullable String assets,
        @Nullable String source) {

    YearFigures figures() {
        var reading = new Reading();
        var figures = new YearFigures(
                reading.year("year", year),
                new SizeFigures(
                        reading.whole("employees", employees),
                        reading.money("revenue", revenue),
                        reading.money("assets", assets)),
                Reading.text(source));
        reading.refuse();
        return figures;
    }
}
