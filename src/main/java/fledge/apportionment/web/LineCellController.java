package fledge.apportionment.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.apportionment.SplitService;
import fledge.kernel.Measure;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saves the cells of the workbench one by one, as the grid's script leaves them. */
@Controller
class LineCellController {

    private final SplitService splits;
    private final LineCells cells;

    LineCellController(SplitService splits, LineCells cells) {
        this.splits = splits;
        this.cells = cells;
    }

    @PutMapping(path = "/target-sets/{id}/lines/{line}/value", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Right.TARGET_PLAN)
    ResponseEntity<Map<String, Object>> value(
            @PathVariable UUID id,
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String version) {
        return save(id, line, value, version, false);
    }

    @PutMapping(path = "/target-sets/{id}/lines/{line}/denominator", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Right.TARGET_PLAN)
    ResponseEntity<Map<String, Object>> denominator(
            @PathVariable UUID id,
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String version) {
        return save(id, line, value, version, true);
    }

    private ResponseEntity<Map<String, Object>> save(
            UUID id, UUID line, String typed, String version, boolean denominator) {
        Measure measure = cells.measure(id, line);
        var input = new Typed();
        BigDecimal number = input.number("value", typed, measure);
        input.end();
        var entered = splits.enter(line, id, Typed.version(version), number, denominator);
        return ResponseEntity.status(entered.kept() ? HttpStatus.OK : HttpStatus.CONFLICT)
                .body(cells.answer(entered, typed, denominator));
    }
}
