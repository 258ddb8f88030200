package fledge.reminder.web;

import fledge.access.OpenToAll;
import fledge.access.Requires;
import fledge.access.Right;
import fledge.reminder.DeadlineService;
import fledge.ui.Flash;
import fledge.ui.Formats;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The calendar of deadlines: downloaded, or subscribed to by a secret address that can be closed. */
@Controller
class DeadlineController {

    private final DeadlineService deadlines;
    private final Formats formats;

    DeadlineController(DeadlineService deadlines, Formats formats) {
        this.deadlines = deadlines;
        this.formats = formats;
    }

    record CalendarPage(@Nullable String since) {}

    @GetMapping("/me/calendar")
    @Requires(Right.OWN_DESK)
    String show(Model model) {
        model.addAttribute("page", new CalendarPage(formats.minute(deadlines.addressSince())));
        return "reminder/calendar-show";
    }

    @GetMapping("/me/deadlines.ics")
    @Requires(Right.OWN_DESK)
    ResponseEntity<byte[]> own() {
        return file(deadlines.own(base()));
    }

    /** For calendar programs, which do not sign in; whoever comes without a secret is led to where one is made. */
    @GetMapping("/calendar/deadlines.ics")
    @OpenToAll
    ResponseEntity<byte[]> behind(@RequestParam(required = false) @Nullable String key) {
        return key == null
                ? ResponseEntity.status(HttpStatus.FOUND)
                        .location(URI.create(base() + "/me/calendar"))
                        .build()
                : file(deadlines.behind(key, base()));
    }

    @PostMapping("/me/calendar")
    @Requires(Right.OWN_DESK)
    String make(RedirectAttributes next) {
        String address = base() + "/calendar/deadlines.ics?key=" + deadlines.makeAddress();
        Flash.success(next, "reminder.calendar.made", address);
        return "redirect:/me/calendar";
    }

    @PostMapping("/me/calendar/revocation")
    @Requires(Right.OWN_DESK)
    String revoke(RedirectAttributes next) {
        deadlines.revokeAddress();
        Flash.success(next, "reminder.calendar.revoked");
        return "redirect:/me/calendar";
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private static ResponseEntity<byte[]> file(String calendar) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("deadlines.ics")
                                .build()
                                .toString())
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }
}
