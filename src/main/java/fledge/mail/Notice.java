package fledge.mail;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That somebody is to be told of something, written with its cause; it knows where the thing is, never what stands in it. */
@Entity
@Table(name = "mail_notice")
class Notice extends CityOwned {

    @Column // read by queries
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private NoticeKind kind;

    private String path;
    private @Nullable String formZh;
    private @Nullable String formEn;
    private Instant causedAt;

    @Column // read by queries
    private Instant ripeAt;

    @Column // read by queries
    private @Nullable UUID letterId;

    @Column // read by queries
    private @Nullable Instant leftOutAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Notice() {}

    Notice(UUID accountId, News news, Instant causedAt, Instant ripeAt) {
        this.accountId = accountId;
        this.kind = news.kind();
        this.path = news.path();
        this.formZh = news.formZh();
        this.formEn = news.formEn();
        this.causedAt = causedAt;
        this.ripeAt = ripeAt;
    }

    /** The same for everybody who is told. */
    record News(
            NoticeKind kind,
            String path,
            @Nullable String formZh,
            @Nullable String formEn) {

        static News of(NoticeKind kind, String path) {
            return new News(kind, path, null, null);
        }
    }

    void putInto(UUID letter) {
        letterId = letter;
    }

    void leaveOut(Instant now) {
        leftOutAt = now;
    }

    boolean isReminder() {
        return kind == NoticeKind.REMINDED;
    }

    String path() {
        return path;
    }

    Instant causedAt() {
        return causedAt;
    }

    @Nullable
    String form(Locale locale) {
        return MailLanguage.of(locale) == MailLanguage.EN ? formEn : formZh;
    }
}
