package fledge.apportionment;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A target set (目标任务书): one draft of a programme's decomposition. Each transition is one method; it refuses where the machine
 * of {@link TargetSetAction} has no such way, or where the planner would decide.
 */
@Entity
class TargetSet extends CityOwned {

    private UUID programmeId;
    private int number;
    private String name;

    @Enumerated(EnumType.STRING)
    private TargetSetStatus status = TargetSetStatus.DRAFT;

    private Instant since;
    private UUID plannedBy;
    private @Nullable UUID submittedBy;
    private @Nullable UUID approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String documentNo;
    private @Nullable UUID issuedBy;
    private @Nullable Instant issuedAt;
    private int edition;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected TargetSet() {}

    TargetSet(UUID programmeId, int number, String name, UUID person, Instant now) {
        this.programmeId = programmeId;
        this.number = number;
        this.name = name;
        this.plannedBy = person;
        this.since = now;
    }

    void circulate(Instant now) {
        move(TargetSetAction.CIRCULATE, now);
    }

    /** Back to the drawing board, under the next draft number. */
    void revise(int number, Instant now) {
        move(TargetSetAction.REVISE, now);
        this.number = number;
    }

    void submit(UUID person, Instant now) {
        move(TargetSetAction.SUBMIT, now);
        submittedBy = person;
    }

    void sendBack(Instant now) {
        move(TargetSetAction.RETURN, now);
        submittedBy = null;
    }

    void approve(UUID person, String documentNo, Instant now) {
        if (person.equals(plannedBy) || person.equals(submittedBy)) {
            throw new RuleRefused(Reason.of("apportionment.refused.samePerson"));
        }
        move(TargetSetAction.APPROVE, now);
        this.approvedBy = person;
        this.approvedAt = now;
        this.documentNo = documentNo;
    }

    void rescind(Instant now) {
        move(TargetSetAction.RESCIND, now);
        approvedBy = null;
        approvedAt = null;
        documentNo = null;
        submittedBy = null;
    }

    void issue(UUID person, Instant now) {
        move(TargetSetAction.ISSUE, now);
        issuedBy = person;
        issuedAt = now;
        edition = 1;
    }

    void cancel(Instant now) {
        move(TargetSetAction.CANCEL, now);
    }

    void close(Instant now) {
        move(TargetSetAction.CLOSE, now);
    }

    /** An amendment has taken effect. */
    int nextEdition() {
        requireStatus(TargetSetStatus.ISSUED);
        edition++;
        return edition;
    }

    /** Refuses unless it stands in one of these. */
    void requireStatus(TargetSetStatus... expected) {
        for (TargetSetStatus one : expected) {
            if (status == one) {
                return;
            }
        }
        throw new RuleRefused(Reason.of("apportionment.refused.setStatus", status));
    }

    private void move(TargetSetAction action, Instant now) {
        if (!action.leavesFrom(status)) {
            throw new RuleRefused(Reason.of("apportionment.refused.state", action, status));
        }
        status = action.to();
        since = now;
    }

    TargetSetView view() {
        return new TargetSetView(
                id(),
                version(),
                programmeId,
                number,
                name,
                status,
                since,
                plannedBy,
                submittedBy,
                approvedBy,
                approvedAt,
                documentNo,
                issuedBy,
                issuedAt,
                edition);
    }

    UUID programmeId() {
        return programmeId;
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    TargetSetStatus status() {
        return status;
    }

    @Nullable
    String documentNo() {
        return documentNo;
    }

    @Nullable
    Instant issuedAt() {
        return issuedAt;
    }

    int edition() {
        return edition;
    }
}
