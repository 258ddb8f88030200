package fledge.demo;

import fledge.access.Role;
import fledge.amendment.AmendmentRequest;
import fledge.amendment.AmendmentService;
import fledge.amendment.AmendmentStatus;
import fledge.calendar.WorkingCalendar;
import fledge.kernel.Quarter;
import fledge.monitoring.ReopeningService;
import fledge.monitoring.ReturnView;
import fledge.monitoring.RoundService;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Puts figures of locked quarters right, some working days before now; some are only asked for. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class Corrections {

    private static final int DAYS_AGO = 20;
    private static final int ASKED_DAYS_AGO = 2;

    private final Stage stage;
    private final AmendmentService amendments;
    private final ReopeningService returns;
    private final RoundService rounds;
    private final Clerks clerks;
    private final Evidence evidence;
    private final WorkingCalendar calendar;

    Corrections(
            Stage stage,
            AmendmentService amendments,
            ReopeningService returns,
            RoundService rounds,
            Clerks clerks,
            Evidence evidence,
            WorkingCalendar calendar) {
        this.stage = stage;
        this.amendments = amendments;
        this.returns = returns;
        this.rounds = rounds;
        this.clerks = clerks;
        this.evidence = evidence;
        this.calendar = calendar;
    }

    void replay(Town town, UUID programmeId, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, PortalClock.ZONE);
        for (SamplePart.Correction correction : town.file().amendments()) {
            Quarter quarter = town.years().quarter(correction.quarter());
            UUID returnId = returnOf(town, programmeId, quarter, town.unit(correction.unit()));
            boolean done = correction.outcome() == AmendmentStatus.COMPLETED;
            LocalDate asked = calendar.before(today, done ? DAYS_AGO : ASKED_DAYS_AGO);
            UUID amendment = ask(town, correction, returnId, asked);
            if (done) {
                LocalDate decided = calendar.after(asked, 1);
                stage.act(
                        town.city(),
                        Town.at(decided, 10, 30),
                        town.player(Role.DECIDER),
                        () -> amendments.approve(amendment, 1));
                clerks.correct(
                        town,
                        correction.unit(),
                        returnId,
                        quarter,
                        correction.indicator(),
                        Objects.requireNonNull(correction.value()).toPlainString(),
                        calendar.after(decided, 1));
            }
        }
    }

    private UUID returnOf(Town town, UUID programmeId, Quarter quarter, UUID unit) {
        return stage.ask(
                town.city(),
                () -> rounds.rounds().stream()
                        .filter(round -> round.programmeId().equals(programmeId)
                                && round.period().equals(quarter))
                        .flatMap(round -> rounds.returnsOf(round.id()).stream())
                        .filter(report -> report.unitId().equals(unit))
                        .map(ReturnView::id)
                        .findFirst()
                        .orElseThrow());
    }

    private UUID ask(Town town, SamplePart.Correction correction, UUID returnId, LocalDate day) {
        var made = new AtomicReference<UUID>();
        String reason = correction.reasonZh();
        stage.act(town.city(), Town.at(day, 14, 20), town.player(Role.CERTIFIER, correction.unit()), () -> {
            UUID drafted = amendments.draft(
                    returnId,
                    new AmendmentRequest(
                            correction.kind(),
                            correction.cause(),
                            reason == null ? "" : reason,
                            correction.evidenceZh(),
                            returns.cells(returnId).lines().stream()
                                    .filter(line -> line.indicator().code().equals(correction.indicator()))
                                    .map(line -> line.id())
                                    .collect(Collectors.toSet())),
                    false);
            evidence.ofAmendment(drafted, correction.evidenceZh(), correction.value());
            amendments.request(drafted);
            made.set(drafted);
        });
        return made.get();
    }
}
