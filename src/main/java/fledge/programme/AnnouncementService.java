package fledge.programme;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.tenancy.PortalClock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices to the public: published, shown, withdrawn; never rewritten. */
@Service
public class AnnouncementService {

    private static final int LISTED = 200;

    private final AnnouncementRepository announcements;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    AnnouncementService(AnnouncementRepository announcements, PortalClock clock, ApplicationEventPublisher events) {
        this.announcements = announcements;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public UUID publish(Bilingual title, Bilingual body, boolean sample) {
        new Checks("programme.announcement")
                .required("title", title, Checks.NAME)
                .required("body", body, Checks.TEXT)
                .refuse();
        var announcement = announcements.save(new Announcement(
                title, body, sample, clock.now(), Actor.current().personId()));
        events.publishEvent(new AnnouncementPublished(
                announcement.id(),
                title.zh(),
                Fields.of("titleZh", title.zh())
                        .and("titleEn", title.en())
                        .and("bodyZh", body.zh())
                        .and("bodyEn", body.en())
                        .and("sample", sample)
                        .map()));
        return announcement.id();
    }

    @Transactional
    public void withdraw(UUID id, String reason) {
        new Checks("programme.announcement")
                .required("reason", reason, Checks.NAME)
                .refuse();
        var announcement = load(id);
        announcement.withdraw(reason, clock.now(), Actor.current().personId());
        events.publishEvent(new AnnouncementWithdrawn(id, announcement.view().titleZh(), reason));
    }

    /** What the public reads, the newest first. */
    @Transactional(readOnly = true)
    public List<AnnouncementView> inForce(int most) {
        return announcements.inForce(most).stream().map(Announcement::view).toList();
    }

    /** All of them, the withdrawn ones too, the newest first. */
    @Transactional(readOnly = true)
    public List<AnnouncementView> all() {
        return announcements.latest(LISTED).stream().map(Announcement::view).toList();
    }

    /** One of them, withdrawn or not. */
    @Transactional(readOnly = true)
    public AnnouncementView announcement(UUID id) {
        return load(id).view();
    }

    private Announcement load(UUID id) {
        return announcements.findById(id).orElseThrow(() -> new NotFound("announcement " + id));
    }
}
