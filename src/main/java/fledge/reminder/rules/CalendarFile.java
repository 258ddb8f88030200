package fledge.reminder.rules;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes a calendar of deadlines as RFC 5545 has it: lines end with CRLF and are folded after 75 octets, never inside a
 * character; text escapes backslash, semicolon, comma and line break; moments are in UTC.
 *
 * <p>A deadline is an event of the hour before it. Example: a deadline at the end of 2026-07-15 (24:00, Asia/Shanghai) is the
 * event from 20260715T150000Z to 20260715T160000Z.
 */
public final class CalendarFile {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private CalendarFile() {}

    /** A deadline: an id that stays the same when it moves, what is due, where it opens, and the first instant too late. */
    public record Deadline(String uid, String summary, String url, Instant due) {}

    /** The text of the calendar; {@code now} is when it was written. */
    public static String of(String name, List<Deadline> deadlines, Instant now) {
        var text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Fledge//Deadlines//ZH");
        line(text, "CALSCALE:GREGORIAN");
        line(text, "METHOD:PUBLISH");
        line(text, "X-WR-CALNAME:" + escaped(name));
        for (Deadline deadline : deadlines) {
            line(text, "BEGIN:VEVENT");
            line(text, "UID:" + deadline.uid());
            line(text, "DTSTAMP:" + UTC.format(now));
            line(text, "DTSTART:" + UTC.format(deadline.due().minus(Duration.ofHours(1))));
            line(text, "DTEND:" + UTC.format(deadline.due()));
            line(text, "SUMMARY:" + escaped(deadline.summary()));
            line(text, "URL:" + deadline.url());
            line(text, "END:VEVENT");
        }
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    /** Text with what has a meaning in a calendar escaped. */
    static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** One content line, folded; a continuation begins with a blank, which counts as one of its octets. */
    static void line(StringBuilder text, String content) {
        int octets = 0;
        for (int at = 0; at < content.length(); ) {
            int character = content.codePointAt(at);
            int length = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(character);
            octets += length;
            at += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
