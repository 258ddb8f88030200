package fledge.apportionment;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.programme.IndicatorView;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.tenancy.PortalClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafts of a programme's decomposition, side by side: begun, copied, listed, read. */
@Service
public class TargetSetService {

    private static final int LONGEST_NAME = 100;

    private final TargetSets found;
    private final TargetSetRepository sets;
    private final SplitRepository splits;
    private final TargetLineRepository lines;
    private final TargetEditionRepository editions;
    private final TargetStepRepository steps;
    private final SplitReader reader;
    private final ProgrammeService programmes;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    TargetSetService(
            TargetSets found,
            TargetSetRepository sets,
            SplitRepository splits,
            TargetLineRepository lines,
            TargetEditionRepository editions,
            TargetStepRepository steps,
            SplitReader reader,
            ProgrammeService programmes,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.found = found;
        this.sets = sets;
        this.splits = splits;
        this.lines = lines;
        this.editions = editions;
        this.steps = steps;
        this.reader = reader;
        this.programmes = programmes;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Begins a draft: every indicator with whoever carries it by its split law, without numbers where they have to be found; or
     * the same as another draft of the programme.
     */
    @Transactional
    public UUID draft(UUID programmeId, String name, @Nullable UUID likeSetId) {
        Actor.current().require(Right.TARGET_PLAN);
        UUID person = Actor.current().person();
        ProgrammeView programme = programmes.programme(programmeId);
        Words words = new Words();
        String given = words.take("name", name, LONGEST_NAME);
        words.refuse();
        if (programme.isDraft()) {
            throw new RuleRefused(Reason.of("apportionment.refused.programmeNotPublished"));
        }
        TargetSet set =
                sets.save(new TargetSet(programmeId, sets.lastNumber(programmeId) + 1, given, person, clock.now()));
        if (likeSetId == null) {
            fill(set, person);
        } else {
            copy(found.read(likeSetId), set, person);
        }
        events.publishEvent(
                new TargetSetDrafted(set.id(), given, Map.of("programme", programme.nameZh(), "number", set.number())));
        return set.id();
    }

    private void fill(TargetSet set, UUID person) {
        List<Split> begun = new ArrayList<>();
        List<TargetLine> carried = new ArrayList<>();
        for (IndicatorView indicator : found.indicators(set.programmeId()).values()) {
            SplitTerms terms = new SplitTerms(indicator);
            List<UUID> units = terms.usualUnits();
            if (units.isEmpty()
                    || terms.years().isEmpty()
                    || (terms.isNumeric() && terms.wholes().isEmpty())) {
                continue;
            }
            begun.add(new Split(set.id(), indicator.id(), terms.law()));
            for (Period period : terms.periods(false)) {
                for (int at = 0; at < units.size(); at++) {
                    carried.add(new TargetLine(
                            set.id(), indicator.id(), units.get(at), at + 1, period, person, clock.now()));
                }
            }
        }
        splits.saveAll(begun);
        lines.saveAll(carried);
    }

    private void copy(TargetSet like, TargetSet set, UUID person) {
        if (!like.programmeId().equals(set.programmeId())) {
            throw new RuleRefused(Reason.on("like", "apportionment.refused.otherProgramme"));
        }
        splits.saveAll(splits.findBySetId(like.id()).stream()
                .map(split -> split.copyTo(set.id()))
                .toList());
        lines.saveAll(lines.ofSet(like.id()).stream()
                .filter(TargetLine::isLive)
                .map(line -> line.copyTo(set.id(), person, clock.now()))
                .toList());
    }

    /** Every set, the newest change first. */
    @Transactional(readOnly = true)
    public List<TargetSetView> sets() {
        Actor.current().require(Right.TARGET_READ);
        return sets.findAllByOrderBySinceDesc().stream().map(TargetSet::view).toList();
    }

    @Transactional(readOnly = true)
    public TargetSetView set(UUID id) {
        return found.read(id).view();
    }

    /** Every draft and set of a programme, by their numbers. */
    @Transactional(readOnly = true)
    public List<TargetSetView> ofProgramme(UUID programmeId) {
        return sets.findByProgrammeIdOrderByNumber(programmeId).stream()
                .map(TargetSet::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<SplitView> splits(UUID setId) {
        return reader.all(found.read(setId));
    }

    @Transactional(readOnly = true)
    public SplitView split(UUID setId, UUID indicatorId) {
        return reader.one(found.read(setId), indicatorId);
    }

    /** The live lines of one indicator in every draft of the programme that is not cancelled, to lay side by side. */
    @Transactional(readOnly = true)
    public List<LineView> scenarios(UUID programmeId, UUID indicatorId) {
        Actor.current().require(Right.TARGET_READ);
        return lines.ofIndicator(programmeId, indicatorId).stream()
                .map(TargetLine::view)
                .toList();
    }

    /** Every line there ever was, superseded ones as well. */
    @Transactional(readOnly = true)
    public List<LineView> history(UUID setId) {
        return lines.ofSet(found.read(setId).id()).stream()
                .map(TargetLine::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<EditionView> editions(UUID setId) {
        return editions.findBySetIdOrderByNumberDesc(found.read(setId).id()).stream()
                .map(TargetEdition::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<TargetStepView> timeline(UUID setId) {
        return steps.ofSet(found.read(setId).id()).stream()
                .map(TargetStep::view)
                .toList();
    }
}
