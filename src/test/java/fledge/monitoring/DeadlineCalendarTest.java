package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.reminder.DeadlineService;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The calendar of deadlines by a secret address: one's own worklist, in this city only, until it is closed. */
@PortalTest
class DeadlineCalendarTest {

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    DeadlineService deadlines;

    @Autowired
    MockMvcTester portal;

    @Autowired
    SignedInAs signedIn;

    private int status(String city, String secret) {
        return portal.get()
                .uri("/" + city + "/calendar/deadlines.ics?key=" + secret)
                .exchange()
                .getResponse()
                .getStatus();
    }

    @Test
    void a_secret_opens_ones_own_deadlines_until_it_is_renewed_or_closed() throws Exception {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        String secret = story.ask(story.preparer, deadlines::makeAddress);
        String calendar = portal.get()
                .uri("/" + story.city.code() + "/calendar/deadlines.ics?key=" + secret)
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(calendar.replace("\r\n ", ""))
                .contains("UID:returns-" + id + "@" + story.city.code() + ".fledge\r\n")
                .contains("/" + story.city.code() + "/returns/" + id);

        String renewed = story.ask(story.preparer, deadlines::makeAddress);
        assertThat(status(story.city.code(), secret)).isEqualTo(404);
        assertThat(status(story.city.code(), renewed)).isEqualTo(200);
        assertThat(status(teller.tell(1).city.code(), renewed)).isEqualTo(404);
        assertThat(status(story.city.code(), "")).isEqualTo(404);
        story.as(story.preparer, deadlines::revokeAddress);
        assertThat(status(story.city.code(), renewed)).isEqualTo(404);
    }

    @Test
    void the_download_and_the_page_are_ones_own() throws Exception {
        MonitoringStory story = teller.tell(1);
        story.round(MonitoringStory.OPEN);
        var answer = portal.get()
                .uri("/" + story.city.code() + "/me/deadlines.ics")
                .with(signedIn.account(story.city, "west-preparer"))
                .exchange()
                .getResponse();
        assertThat(answer.getContentType()).startsWith("text/calendar");
        assertThat(answer.getContentAsString()).contains("BEGIN:VEVENT").endsWith("END:VCALENDAR\r\n");
    }
}
