package fledge.programme.web;

import fledge.programme.AnnouncementService;
import fledge.programme.ProgrammeService;
import fledge.programme.ProgrammeView;
import fledge.ui.FrontPart;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The city's programme and its latest notices on the public front page. */
@Component
class ProgrammeFrontPart implements FrontPart {

    private static final int LATEST = 5;

    private final ProgrammeService programmes;
    private final AnnouncementService announcements;
    private final Wording wording;

    ProgrammeFrontPart(ProgrammeService programmes, AnnouncementService announcements, Wording wording) {
        this.programmes = programmes;
        this.announcements = announcements;
        this.wording = wording;
    }

    record Front(List<Programme> programmes, List<Notice> notices) {}

    record Programme(
            String name,
            String period,
            boolean sample,
            @Nullable String note) {}

    record Notice(UUID id, String title, @Nullable String day, boolean sample) {}

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String template() {
        return "programme/_front";
    }

    @Override
    public Object model() {
        return new Front(
                programmes.programmes().stream()
                        .filter(programme -> !programme.isDraft())
                        .map(this::programme)
                        .toList(),
                announcements.inForce(LATEST).stream()
                        .map(notice -> new Notice(
                                notice.id(),
                                notice.title(wording.locale()),
                                wording.day(notice.publishedAt()),
                                notice.sample()))
                        .toList());
    }

    private Programme programme(ProgrammeView programme) {
        return new Programme(
                wording.name(programme),
                wording.period(programme),
                programme.isSample(),
                programme.note(wording.locale()));
    }
}
