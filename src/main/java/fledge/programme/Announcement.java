package fledge.programme;

import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notice to the public (公告): published once, never rewritten, withdrawn with a reason. */
@Entity
class Announcement extends CityOwned {

    @Column
    private String titleZh;

    @Column
    private String titleEn;

    @Column
    private String bodyZh;

    @Column
    private String bodyEn;

    @Column
    private boolean sample;

    @Column
    private Instant publishedAt;

    private @Nullable UUID publishedBy;
    private @Nullable Instant withdrawnAt;
    private @Nullable UUID withdrawnBy;
    private @Nullable String withdrawalReason;

    protected Announcement() {}

    Announcement(Bilingual title, Bilingual body, boolean sample, Instant now, @Nullable UUID person) {
        this.titleZh = title.zh();
        this.titleEn = title.en();
        this.bodyZh = body.zh();
        this.bodyEn = body.en();
        this.sample = sample;
        this.publishedAt = now;
        this.publishedBy = person;
    }

    void withdraw(String reason, Instant now, @Nullable UUID person) {
        if (withdrawnAt != null) {
            throw new RuleRefused(Reason.of("programme.announcement.alreadyWithdrawn", titleZh));
        }
        withdrawnAt = now;
        withdrawnBy = person;
        withdrawalReason = reason;
    }

    @Nullable
    UUID publishedBy() {
        return publishedBy;
    }

    @Nullable
    UUID withdrawnBy() {
        return withdrawnBy;
    }

    AnnouncementView view() {
        return new AnnouncementView(
                id(), version(), titleZh, titleEn, bodyZh, bodyEn, sample, publishedAt, withdrawnAt, withdrawalReason);
    }
}
