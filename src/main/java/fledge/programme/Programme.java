package fledge.programme;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import fledge.tenancy.PortalClock;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A city's programme for small and micro enterprises over some years. */
@Entity
class Programme extends CityOwned {

    @Column
    private String code;

    @Enumerated(EnumType.STRING)
    private ProgrammeKind kind;

    @Column
    private String nameZh;

    @Column
    private String nameEn;

    private @Nullable Integer startYear;
    private @Nullable Integer endYear;
    private @Nullable Integer baselineYear;
    private @Nullable String noteZh;
    private @Nullable String noteEn;

    @Enumerated(EnumType.STRING)
    private ProgrammeStatus status = ProgrammeStatus.DRAFT;

    @Column
    private int dueDays;

    @Column
    private int entryDays;

    @Column
    private int editDays;

    @Column
    private int reviewLevels;

    private @Nullable Instant publishedAt;

    protected Programme() {}

    Programme(NewProgramme made) {
        this.code = made.code();
        this.kind = made.kind();
        this.nameZh = made.name().zh();
        this.nameEn = made.name().en();
        this.startYear = made.startYear();
        this.endYear = made.endYear();
        this.baselineYear = made.baselineYear();
        this.noteZh = Bilingual.zhOf(made.note());
        this.noteEn = Bilingual.enOf(made.note());
        this.dueDays = made.terms().dueDays();
        this.entryDays = made.terms().entryDays();
        this.editDays = made.terms().editDays();
        this.reviewLevels = made.reviewLevels();
    }

    boolean isDraft() {
        return status == ProgrammeStatus.DRAFT;
    }

    /** Indicators and targets are written in a draft only; a programme in force changes by amendment. */
    void requireDraft() {
        if (status != ProgrammeStatus.DRAFT) {
            throw new RuleRefused(Reason.of("programme.programme.notDraft", nameZh));
        }
    }

    void publish(Instant now) {
        requireDraft();
        status = ProgrammeStatus.PUBLISHED;
        publishedAt = now;
    }

    void close() {
        if (status != ProgrammeStatus.PUBLISHED) {
            throw new RuleRefused(Reason.of("programme.programme.notPublished", nameZh));
        }
        status = ProgrammeStatus.CLOSED;
    }

    String code() {
        return code;
    }

    String nameZh() {
        return nameZh;
    }

    @Nullable
    Integer startYear() {
        return startYear;
    }

    @Nullable
    Integer endYear() {
        return endYear;
    }

    boolean isSample() {
        return kind == ProgrammeKind.SAMPLE;
    }

    boolean isPublished() {
        return status == ProgrammeStatus.PUBLISHED;
    }

    /** Whether figures are being collected for it: a sample, or one whose years include today. */
    boolean isRunning(Instant now) {
        int year = now.atZone(PortalClock.ZONE).getYear();
        boolean within = startYear != null && endYear != null && startYear <= year && year <= endYear;
        return status == ProgrammeStatus.PUBLISHED && (kind == ProgrammeKind.SAMPLE || within);
    }

    ProgrammeView view(Instant now) {
        return new ProgrammeView(
                id(),
                code,
                kind,
                nameZh,
                nameEn,
                startYear,
                endYear,
                baselineYear,
                status,
                new CollectionTerms(dueDays, entryDays, editDays),
                reviewLevels,
                noteZh,
                noteEn,
                isRunning(now),
                publishedAt,
                version());
    }
}
