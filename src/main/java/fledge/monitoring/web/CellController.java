package fledge.monitoring.web;

import fledge.access.Requires;
import fledge.access.Right;
import fledge.identity.AccountService;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.monitoring.CellResult;
import fledge.monitoring.EntryService;
import fledge.monitoring.LineContent;
import fledge.programme.IndicatorView;
import fledge.programme.rules.Item;
import fledge.ui.Flash;
import fledge.ui.Formats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saves cells: one by one as they are left, or the whole form where there is no script. */
@Controller
class CellController {

    private final EntryService entries;
    private final AccountService accounts;
    private final ReturnPages pages;
    private final Formats formats;

    CellController(EntryService entries, AccountService accounts, ReturnPages pages, Formats formats) {
        this.entries = entries;
        this.accounts = accounts;
        this.pages = pages;
        this.formats = formats;
    }

    @PutMapping(path = "/returns/{id}/cells/{line}/value", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Right.RETURN_FILL)
    ResponseEntity<Map<String, Object>> value(
            @PathVariable UUID id,
            @PathVariable UUID line,
            @RequestParam String value,
            @RequestParam(defaultValue = "-1") int version) {
        return answer(entries.enterValue(id, line, value, version), value, false);
    }

    /** Shows what typing means while it is still being typed: “1.2亿” is 12,000万元. */
    @GetMapping(path = "/returns/{id}/cells/{line}/value", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Right.RETURN_FILL)
    ResponseEntity<Map<String, Object>> reading(
            @PathVariable UUID id, @PathVariable UUID line, @RequestParam String value) {
        EntryService.Reading reading = entries.read(id, line, value);
        LineContent content = reading.content();
        if (content == null) {
            return ResponseEntity.ok(Map.of("message", formats.text(Objects.requireNonNull(reading.reason()))));
        }
        return ResponseEntity.ok(Map.of(
                "understood",
                content.isFilled()
                        ? shown(reading.indicator(), reading.item(), content, false, false)
                                + measure(reading.indicator(), reading.item())
                        : ""));
    }

    private String measure(IndicatorView indicator, Item item) {
        return item == Item.TEXT || item == Item.MILESTONE ? "" : formats.measure(indicator.valueMeasure());
    }

    @PutMapping(path = "/returns/{id}/cells/{line}/note", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Right.RETURN_FILL)
    ResponseEntity<Map<String, Object>> note(
            @PathVariable UUID id,
            @PathVariable UUID line,
            @RequestParam String value,
            @RequestParam(defaultValue = "-1") int version) {
        return answer(entries.enterNote(id, line, value, version), value, true);
    }

    private ResponseEntity<Map<String, Object>> answer(CellResult result, String typed, boolean note) {
        return switch (result) {
            case CellResult.Saved saved -> ResponseEntity.ok(saved(saved, note));
            case CellResult.Refused refused ->
                ResponseEntity.unprocessableContent().body(Map.of("message", formats.text(refused.reason())));
            case CellResult.Conflict conflict ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(conflict(conflict, typed, note));
        };
    }

    private Map<String, Object> saved(CellResult.Saved saved, boolean note) {
        var body = new LinkedHashMap<String, Object>();
        body.put("version", saved.edition());
        body.put("display", shown(saved.indicator(), saved.item(), saved.content(), note, true));
        if (!note && saved.item() != Item.TEXT && saved.content().value() != null) {
            body.put(
                    "understood",
                    shown(saved.indicator(), saved.item(), saved.content(), false, false)
                            + (saved.item() == Item.MILESTONE
                                    ? ""
                                    : formats.measure(saved.indicator().valueMeasure())));
        }
        body.put("savedAt", formats.second(saved.at()));
        body.put("totals", Map.of("filled", formats.text("monitoring.return.filled", saved.filled(), saved.cells())));
        body.put(
                "findings",
                saved.findings().stream()
                        .map(finding ->
                                Map.of("klass", finding.findingClass().name(), "text", formats.text(finding.message())))
                        .toList());
        if (!note) {
            body.put("change", pages.change(saved.content().value(), saved.previous(), saved.item()));
            body.put("changeOfYear", pages.change(saved.content().value(), saved.lastYear(), saved.item()));
        }
        return body;
    }

    private Map<String, Object> conflict(CellResult.Conflict conflict, String typed, boolean note) {
        UUID by = conflict.by();
        return Map.of(
                "theirs", shown(conflict.indicator(), conflict.item(), conflict.theirs(), note, true),
                "theirsVersion", conflict.edition(),
                "mine", typed,
                "who", by == null ? "" : accounts.personNames(Set.of(by)).getOrDefault(by, ""),
                "at", Objects.requireNonNullElse(formats.minute(conflict.at()), ""));
    }

    private String shown(IndicatorView indicator, Item item, LineContent content, boolean note, boolean editable) {
        @Nullable
        String text = note
                ? content.note()
                : pages.content(item, content.value(), content.wording(), indicator.valueMeasure(), editable);
        return Objects.requireNonNullElse(text, "");
    }

    /** The whole form: what is understood is saved, what is not stays on the page with its reason. */
    @PostMapping("/returns/{id}/cells")
    @Requires(Right.RETURN_FILL)
    String saveAll(@PathVariable UUID id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        var cells = new LinkedHashMap<String, EntryService.Typed>();
        for (String name : names(typed)) {
            Ids.parse(name.substring(name.indexOf('-') + 1))
                    .ifPresent(line -> cells.put(
                            name,
                            new EntryService.Typed(
                                    line,
                                    name.startsWith("note-"),
                                    typed.getOrDefault(name, ""),
                                    Forms.version(typed.get(name + ".version")))));
        }
        List<CellResult> results = entries.enterAll(id, List.copyOf(cells.values()));
        var reasons = new ArrayList<Reason>();
        int kept = 0;
        for (String name : cells.keySet()) {
            switch (results.get(kept + reasons.size())) {
                case CellResult.Saved saved -> kept++;
                case CellResult.Refused refused ->
                    reasons.add(Reason.on(
                            name,
                            "monitoring.refused.cell",
                            refused.indicator().name(formats.locale()),
                            formats.text(refused.reason())));
                case CellResult.Conflict conflict ->
                    reasons.add(Reason.on(
                            name,
                            "monitoring.refused.written-meanwhile",
                            shown(
                                    conflict.indicator(),
                                    conflict.item(),
                                    conflict.theirs(),
                                    name.startsWith("note-"),
                                    false)));
            }
        }
        RuleRefused.ifAny(reasons);
        Flash.success(next, "monitoring.return.saved", kept);
        return "redirect:/returns/" + id + "/form";
    }

    /** Takes last quarter's stocks over into empty cells. */
    @PostMapping("/returns/{id}/copies")
    @Requires(Right.RETURN_FILL)
    String copy(@PathVariable UUID id, RedirectAttributes next) {
        Flash.success(next, "monitoring.return.copied", entries.copyStocks(id));
        return "redirect:/returns/" + id + "/form";
    }

    private static List<String> names(Map<String, String> typed) {
        return typed.keySet().stream()
                .filter(name -> (name.startsWith("value-") || name.startsWith("note-")) && !name.endsWith(".version"))
                .collect(Collectors.toList());
    }
}
