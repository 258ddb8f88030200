package fledge.mail;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.tenancy.PortalClock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The queue of the city's mail, and sending again what failed. */
@Service
public class LetterService {

    private static final int MOST_AT_ONCE = 1000;
    private static final Set<LetterStatus> NOT_SENT = Set.of(LetterStatus.FAILED, LetterStatus.NO_SERVER);

    private final LetterRepository letters;
    private final NoticeRepository notices;
    private final PostOffice office;
    private final LetterLog log;
    private final PortalClock clock;

    LetterService(
            LetterRepository letters, NoticeRepository notices, PostOffice office, LetterLog log, PortalClock clock) {
        this.letters = letters;
        this.notices = notices;
        this.office = office;
        this.log = log;
        this.clock = clock;
    }

    /** Whether the portal has a mail server; without one it sends none and says so. */
    public boolean isServerSetUp() {
        return office.isSetUp();
    }

    /** How many letters stand where. */
    @Transactional(readOnly = true)
    public Map<LetterStatus, Long> counts() {
        Actor.current().require(Right.MAIL_QUEUE);
        var counts = new EnumMap<LetterStatus, Long>(LetterStatus.class);
        letters.counts().forEach(count -> counts.put(count.status(), count.number()));
        return counts;
    }

    /** How many notices wait for the morning. */
    @Transactional(readOnly = true)
    public long gathering() {
        Actor.current().require(Right.MAIL_QUEUE);
        return notices.countByLetterIdIsNullAndLeftOutAtIsNull();
    }

    /** A page of letters, the newest first; pages are counted from 0. */
    @Transactional(readOnly = true)
    public List<LetterView> letters(Set<LetterStatus> statuses, int page, int size) {
        Actor.current().require(Right.MAIL_QUEUE);
        return letters.findByStatusInOrderByIdDesc(statuses, PageRequest.of(page, size)).stream()
                .map(Letter::view)
                .toList();
    }

    /** Gives a letter that was not sent back to the queue. */
    @Transactional
    public void sendAgain(UUID letterId) {
        Actor.current().require(Right.MAIL_QUEUE);
        again(letterId);
    }

    /** The same with all of them, the oldest first; answers how many. */
    @Transactional
    public int sendAllAgain() {
        Actor.current().require(Right.MAIL_QUEUE);
        List<UUID> found = letters.in(NOT_SENT, Limit.of(MOST_AT_ONCE));
        found.forEach(this::again);
        return found.size();
    }

    private void again(UUID letterId) {
        Letter letter = letters.lock(letterId).orElseThrow(() -> new NotFound("letter " + letterId));
        LetterStatus from = letter.status();
        letter.sendAgain(clock.now());
        log.moved(letter, LetterAction.SEND_AGAIN, from);
    }
}
