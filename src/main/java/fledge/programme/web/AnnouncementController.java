package fledge.programme.web;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.OpenToAll;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.programme.AnnouncementService;
import fledge.programme.AnnouncementView;
import fledge.programme.Bilingual;
import fledge.ui.Flash;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notices to the public: read by everybody, written and withdrawn by the planner. */
@Controller
class AnnouncementController {

    private static final int LISTED = 100;

    private final AnnouncementService announcements;
    private final Wording wording;

    AnnouncementController(AnnouncementService announcements, Wording wording) {
        this.announcements = announcements;
        this.wording = wording;
    }

    record ListPage(List<Line> announcements, boolean mayWrite) {}

    record Line(UUID id, String title, @Nullable String day, boolean sample, boolean withdrawn) {}

    record ShowPage(
            UUID id,
            String title,
            List<String> paragraphs,
            @Nullable String published,
            boolean sample,
            @Nullable String withdrawn,
            @Nullable String reason,
            boolean mayWithdraw) {}

    record AnnouncementForm(
            @Nullable String titleZh,
            @Nullable String titleEn,
            @Nullable String bodyZh,
            @Nullable String bodyEn) {}

    @GetMapping("/announcements")
    @OpenToAll
    String list(Model model) {
        boolean mayWrite = Actor.current().may(Right.ANNOUNCEMENT_WRITE);
        List<AnnouncementView> listed = mayWrite ? announcements.all() : announcements.inForce(LISTED);
        model.addAttribute(
                "page",
                new ListPage(
                        listed.stream()
                                .map(announcement -> new Line(
                                        announcement.id(),
                                        announcement.title(wording.locale()),
                                        wording.day(announcement.publishedAt()),
                                        announcement.sample(),
                                        announcement.isWithdrawn()))
                                .toList(),
                        mayWrite));
        return "programme/announcement-list";
    }

    @GetMapping("/announcements/{id}")
    @OpenToAll
    String show(@PathVariable UUID id, Model model) {
        AnnouncementView announcement = announcements.announcement(id);
        boolean mayWrite = Actor.current().may(Right.ANNOUNCEMENT_WRITE);
        if (announcement.isWithdrawn() && !mayWrite) {
            throw new NotFound("announcement " + id);
        }
        model.addAttribute(
                "page",
                new ShowPage(
                        id,
                        announcement.title(wording.locale()),
                        announcement.body(wording.locale()).lines().toList(),
                        wording.minute(announcement.publishedAt()),
                        announcement.sample(),
                        wording.minute(announcement.withdrawnAt()),
                        announcement.withdrawalReason(),
                        mayWrite && !announcement.isWithdrawn()));
        return "programme/announcement-show";
    }

    @GetMapping("/announcements/new")
    @Requires(Right.ANNOUNCEMENT_WRITE)
    String blank() {
        return "programme/announcement-form";
    }

    @PostMapping("/announcements")
    @Requires(Right.ANNOUNCEMENT_WRITE)
    String publish(AnnouncementForm form, RedirectAttributes next) {
        UUID id = announcements.publish(
                new Bilingual(FormInput.text(form.titleZh()), FormInput.text(form.titleEn())),
                new Bilingual(FormInput.text(form.bodyZh()), FormInput.text(form.bodyEn())),
                false);
        Flash.success(next, "programme.announcement.published");
        return "redirect:/announcements/" + id;
    }

    @PostMapping("/announcements/{id}/withdrawal")
    @Requires(Right.ANNOUNCEMENT_WRITE)
    String withdraw(@PathVariable UUID id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        announcements.withdraw(id, FormInput.text(reason));
        Flash.success(next, "programme.announcement.withdrawn");
        return "redirect:/announcements/" + id;
    }
}
