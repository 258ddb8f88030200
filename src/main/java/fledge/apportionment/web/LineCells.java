package fledge.apportionment.web;

import fledge.access.NotFound;
import fledge.apportionment.LineView;
import fledge.apportionment.SplitService;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetSetService;
import fledge.kernel.Measure;
import fledge.tenancy.PortalClock;
import fledge.ui.Formats;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the grid's script is told about a cell of the workbench. */
@Component
class LineCells {

    private final TargetSetService sets;
    private final SplitPages pages;
    private final TargetWording wording;
    private final Formats formats;
    private final PortalClock clock;

    LineCells(TargetSetService sets, SplitPages pages, TargetWording wording, Formats formats, PortalClock clock) {
        this.sets = sets;
        this.pages = pages;
        this.wording = wording;
        this.formats = formats;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Measure measure(UUID set, UUID line) {
        return sets.splits(set).stream()
                .filter(split -> split.lines().stream().anyMatch(one -> one.id().equals(line)))
                .map(SplitView::measure)
                .findFirst()
                .orElseThrow(() -> new NotFound("line " + line));
    }

    @Transactional(readOnly = true)
    Map<String, Object> answer(SplitService.Entered entered, String typed, boolean denominator) {
        SplitView split = entered.split();
        // The version as it is after the commit, which the next save has to name.
        LineView line = sets.split(split.set().id(), split.indicator().id()).lines().stream()
                .filter(one -> one.id().equals(entered.line().id()))
                .findFirst()
                .orElse(entered.line());
        BigDecimal number = denominator ? line.denominator() : line.value();
        String shown = wording.plain(number, split.measure());
        Map<String, Object> answer = new LinkedHashMap<>();
        if (entered.kept()) {
            answer.put("version", line.version());
            answer.put("display", shown);
            answer.put("savedAt", formats.second(clock.now()));
            answer.put("totals", pages.totals(split));
        } else {
            answer.put("theirs", shown);
            answer.put("theirsVersion", line.version());
            answer.put("mine", typed);
            answer.put("who", "");
            answer.put("at", "");
        }
        return answer;
    }
}
