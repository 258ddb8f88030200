package fledge.apportionment.web;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.apportionment.EditionView;
import fledge.apportionment.LineView;
import fledge.apportionment.SplitView;
import fledge.apportionment.TargetSetService;
import fledge.apportionment.TargetSetView;
import fledge.identity.UnitView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.tenancy.CurrentCity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the letter of a unit from the live lines of an issued set. */
@Component
class LetterPages {

    private final TargetSetService sets;
    private final ProgrammeService programmes;
    private final TargetWording wording;

    LetterPages(TargetSetService sets, ProgrammeService programmes, TargetWording wording) {
        this.sets = sets;
        this.programmes = programmes;
        this.wording = wording;
    }

    record LetterPage(
            UUID set,
            UUID unitId,
            String city,
            String sponsor,
            String title,
            String unit,
            String documentNo,
            String programme,
            boolean sample,
            String edition,
            String hash,
            String day,
            List<Row> rows,
            @Nullable String acknowledged) {}

    record Row(
            int number, String indicator, String measure, String place, String period, String value, String status) {}

    @Transactional(readOnly = true)
    LetterPage letter(UUID setId, UUID unitId) {
        TargetSetView set = sets.set(setId);
        Actor actor = Actor.current();
        String documentNo = set.documentNo();
        if (documentNo == null
                || !set.status().binds()
                || !(actor.may(Right.TARGET_READ) || actor.may(Right.TARGET_OWN, unitId))) {
            throw new NotFound("letter to " + unitId);
        }
        Map<UUID, UnitView> units = wording.units();
        ProgrammeView programme = programmes.programme(set.programmeId());
        List<Row> rows = new ArrayList<>();
        List<LineView> own = new ArrayList<>();
        for (SplitView split : sets.splits(setId)) {
            for (LineView line : split.lines()) {
                if (line.unitId().equals(unitId)) {
                    own.add(line);
                    rows.add(new Row(
                            rows.size() + 1,
                            split.indicator().name(wording.locale()),
                            split.numeric() ? wording.text(split.measure()) : "",
                            wording.text(
                                    line.position() == 1 ? "apportionment.place.lead" : "apportionment.place.support"),
                            wording.period(line.period()),
                            wording.carried(split, line),
                            wording.text(line.status())));
                }
            }
        }
        if (own.isEmpty()) {
            throw new NotFound("letter to " + unitId);
        }
        EditionView edition = tellingEdition(setId, own);
        boolean signed = own.stream().allMatch(line -> line.acknowledgedAt() != null);
        return new LetterPage(
                setId,
                unitId,
                CurrentCity.get().name(wording.locale()),
                CurrentCity.get().host(),
                set.name(),
                wording.unit(units, unitId),
                edition.documentNo(),
                programme.name(wording.locale()),
                programme.isSample(),
                wording.text("apportionment.set.edition", edition.number()),
                edition.hash(),
                wording.documentDay(edition.issuedAt()),
                rows,
                signed
                        ? own.stream()
                                .map(LineView::acknowledgedAt)
                                .filter(Objects::nonNull)
                                .max(Comparator.naturalOrder())
                                .map(wording::minute)
                                .orElse(null)
                        : null);
    }

    /** The newest edition that changed anything for the unit: later ones told it nothing, and it signed for this one. */
    private EditionView tellingEdition(UUID setId, List<LineView> own) {
        int number = own.stream().mapToInt(LineView::fromEdition).max().orElseThrow();
        return sets.editions(setId).stream()
                .filter(edition -> edition.number() == number)
                .findFirst()
                .orElseThrow();
    }
}
