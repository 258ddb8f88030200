package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.AccountState;
import fledge.mail.MailLanguage;
import fledge.mail.MailRounds;
import fledge.mail.MailWish;
import fledge.mail.MailboxService;
import fledge.reminder.ReminderService;
import fledge.support.ActingAs;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import fledge.support.TestMailServer;
import fledge.tenancy.City;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What waits reaches people by mail: as they wish, without a figure, never lost and never twice. */
@PortalTest
class MailJourneyTest {

    private static final List<String> FIGURES = List.of("1000037", "80000021", "100000019");
    private static final Pattern CODE = Pattern.compile("(?m)^\\s+([A-Z2-9]{8})\\s*$");

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    Cities cities;

    @Autowired
    MailRounds rounds;

    @Autowired
    MailboxService mailboxes;

    @Autowired
    AccountService accounts;

    @Autowired
    ReminderService reminders;

    @Autowired
    SignOffService signOffs;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    MockMvcTester portal;

    @Autowired
    SignedInAs signedIn;

    @Autowired
    ActingAs actingAs;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void the_server_is_back() {
        sender.setPort(TestMailServer.server().getSmtp().getPort());
    }

    @Test
    void at_once_whoever_has_the_turn_is_told_what_where_and_until_when_but_no_figure() throws Exception {
        MonitoringStory story = teller.tell(1);
        String certifier = open(story, story.certifier, MailWish.AT_ONCE);
        String preparer = open(story, story.preparer, MailWish.AT_ONCE);
        String stranger = open(story, story.westCertifier, MailWish.AT_ONCE);
        UUID id = filled(story);
        rounds.deliver(story.city);
        assertThat(mails(certifier)).isEmpty();
        assertThat(mails(preparer))
                .singleElement()
                .extracting(MailJourneyTest::subject)
                .asString()
                .contains("填报");

        request(story, id);
        rounds.deliver(story.city);
        rounds.deliver(story.city);
        assertThat(mails(certifier)).hasSize(1);
        assertThat(mails(stranger)).isEmpty();
        MimeMessage mail = mails(certifier).getFirst();
        assertThat(subject(mail)).contains("测试市", "签发", "单位east");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        List<String> texts = texts(mail);
        assertThat(texts)
                .hasSize(2)
                .allSatisfy(text -> assertThat(text)
                        .contains("示例计划", "截止", "24:00", "某certifier")
                        .contains("https://fledge.test/" + story.city.code() + "/returns/" + id)
                        .contains("https://fledge.test/" + story.city.code() + "/me/mail"));
        String everything = subject(mail) + texts;
        assertThat(everything.replaceAll("https://\\S+", ""))
                .doesNotContain(FIGURES)
                .doesNotContain("运行平稳", "1,000,037", "80,000,021", "100,000,019", "%", "??");
    }

    @Test
    void a_daily_mail_holds_everything_of_the_day_and_goes_in_the_morning() {
        MonitoringStory story = teller.tell(1);
        String reviewer = open(story, story.reviewer, MailWish.DAILY);
        lock(story, story.jackOfAllTrades); // who would be nearer to one of the units
        UUID round = story.round(MonitoringStory.OPEN);
        sign(story, story.returnOf(round, story.east), story.preparer, story.certifier);
        sign(story, story.returnOf(round, story.west), story.westPreparer, story.westCertifier);
        Instant morning = rounds.nextMorning();
        rounds.deliver(story.city);
        story.at(morning.minusSeconds(1), () -> rounds.deliver(story.city));
        assertThat(mails(reviewer)).isEmpty();
        story.at(morning, () -> rounds.deliver(story.city));
        story.at(morning.plus(Duration.ofDays(4)), () -> rounds.deliver(story.city));
        assertThat(mails(reviewer)).hasSize(1);
        assertThat(texts(mails(reviewer).getFirst()).getFirst()).contains("单位east", "单位west", "1. ", "2. ");
    }

    @Test
    void what_was_done_meanwhile_is_not_told() {
        MonitoringStory story = teller.tell(1);
        String certifier = open(story, story.certifier, MailWish.DAILY);
        UUID id = filled(story);
        request(story, id);
        story.as(story.secondCertifier, () -> signOffs.certify(id));
        story.at(rounds.nextMorning(), () -> rounds.deliver(story.city));
        assertThat(mails(certifier)).isEmpty();
        assertThat(statuses(story.city)).isEmpty();
    }

    @Test
    void off_means_off_and_whoever_has_gone_gets_nothing() {
        MonitoringStory story = teller.tell(1);
        String off = open(story, story.certifier, MailWish.OFF);
        String later = open(story, story.secondCertifier, MailWish.DAILY);
        String locked = open(story, story.jackOfAllTrades, MailWish.DAILY);
        request(story, filled(story));
        story.as(story.secondCertifier, () -> mailboxes.write(later, MailWish.OFF, MailLanguage.ZH));
        lock(story, story.jackOfAllTrades);
        story.at(rounds.nextMorning(), () -> rounds.deliver(story.city));
        assertThat(Stream.of(off, later, locked).flatMap(address -> mails(address).stream()))
                .isEmpty();
    }

    @Test
    void a_letter_on_its_way_stops_when_its_reader_goes() throws Exception {
        MonitoringStory story = teller.tell(1);
        String certifier = open(story, story.certifier, MailWish.AT_ONCE);
        request(story, filled(story));
        sender.setPort(closedPort());
        rounds.deliver(story.city);
        sender.setPort(TestMailServer.server().getSmtp().getPort());
        lock(story, story.certifier);
        story.at(Instant.now().plusSeconds(120), () -> rounds.deliver(story.city));
        assertThat(mails(certifier)).isEmpty();
        assertThat(statuses(story.city)).containsExactly("DROPPED ACCOUNT_CLOSED 1");
    }

    @Test
    void a_reminder_reaches_who_fills_in_and_who_signs_without_the_words_of_the_reminder() {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        List<String> addressees =
                List.of(open(story, story.preparer, MailWish.AT_ONCE), open(story, story.certifier, MailWish.AT_ONCE));
        String planner = open(story, story.planner, MailWish.AT_ONCE);
        story.as(story.planner, () -> reminders.remind(id, "上季为 1000037 家，请核对"));
        rounds.deliver(story.city);
        for (String address : addressees) {
            assertThat(mails(address)).hasSize(1);
            assertThat(subject(mails(address).getFirst())).contains("催报");
            assertThat(texts(mails(address).getFirst()))
                    .allSatisfy(text -> assertThat(text.replaceAll("https://\\S+", ""))
                            .contains("示例计划", "截止")
                            .doesNotContain("1000037", "请核对"));
        }
        assertThat(mails(planner)).isEmpty();
    }

    @Test
    void while_the_server_is_away_it_is_tried_again_ever_later_and_then_left_to_somebody() throws Exception {
        MonitoringStory story = teller.tell(1);
        String certifier = open(story, story.certifier, MailWish.AT_ONCE);
        request(story, filled(story));
        sender.setPort(closedPort());
        rounds.deliver(story.city);
        rounds.deliver(story.city);
        assertThat(statuses(story.city)).containsExactly("WAITING UNREACHABLE 1");
        assertThat(queue(story.city)).contains("连接不上邮件服务器", "待发送");
        Instant later = Instant.now();
        for (int attempt = 2; attempt <= 8; attempt++) {
            later = later.plus(Duration.ofDays(2));
            story.at(later, () -> rounds.deliver(story.city));
        }
        assertThat(statuses(story.city)).containsExactly("FAILED UNREACHABLE 8");
        sender.setPort(TestMailServer.server().getSmtp().getPort());
        story.at(later.plus(Duration.ofDays(9)), () -> rounds.deliver(story.city));
        assertThat(mails(certifier)).isEmpty();

        UUID letter = letter(story.city);
        City other = teller.tell(1).city;
        assertThat(again(other, letter).getStatus()).isEqualTo(404);
        assertThat(queue(other)).doesNotContain(letter.toString()).contains("没有未发出的邮件");
        assertThat(again(story.city, letter).getStatus()).isEqualTo(302);
        rounds.deliver(story.city);
        assertThat(mails(certifier)).hasSize(1);
        assertThat(mails(certifier).getFirst().getMessageID())
                .isEqualTo("<" + letter + "@" + story.city.code() + ".fledge>");
        assertThat(statuses(story.city)).containsExactly("SENT null 1");
        again(story.city, letter);
        rounds.deliver(story.city);
        assertThat(mails(certifier)).hasSize(1);
        assertThatThrownBy(() -> story.in(
                        () -> jdbc.sql("update mail_letter set status = 'WAITING', sent_at = null, next_try_at = now()")
                                .update()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("stays so");
    }

    @Test
    void two_senders_at_the_same_moment_send_one_mail() throws Exception {
        MonitoringStory story = teller.tell(1);
        String certifier = open(story, story.certifier, MailWish.AT_ONCE);
        request(story, filled(story));
        var barrier = new CyclicBarrier(4);
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Void> sending = () -> {
                barrier.await();
                rounds.deliver(story.city);
                return null;
            };
            for (Future<Void> sent : threads.invokeAll(List.of(sending, sending, sending, sending))) {
                sent.get();
            }
        }
        rounds.deliver(story.city);
        assertThat(mails(certifier)).hasSize(1);
        assertThat(statuses(story.city)).containsExactly("SENT null 1");
    }

    @Test
    void a_kill_between_sending_and_writing_it_down_sends_again_under_the_same_id() throws Exception {
        MonitoringStory story = teller.tell(1);
        String certifier = open(story, story.certifier, MailWish.AT_ONCE);
        request(story, filled(story));
        sender.setPort(closedPort());
        rounds.deliver(story.city);
        sender.setPort(TestMailServer.server().getSmtp().getPort());
        // As if the first sender had been killed with the letter in its hands.
        story.in(() -> jdbc.sql("update mail_letter set next_try_at = now() + interval '10 minutes', reason = null")
                .update());
        rounds.deliver(story.city);
        assertThat(mails(certifier)).isEmpty();
        story.at(Instant.now().plus(Duration.ofMinutes(11)), () -> rounds.deliver(story.city));
        assertThat(mails(certifier))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getMessageID())
                        .contains(letter(story.city).toString()));
    }

    @Test
    void without_a_server_letters_are_set_aside_and_said_so() throws Exception {
        MonitoringStory story = teller.tell(1);
        String certifier = open(story, story.certifier, MailWish.AT_ONCE);
        request(story, filled(story));
        rounds.deliverWithoutServer(story.city);
        assertThat(statuses(story.city)).containsExactly("NO_SERVER null 0");
        rounds.deliver(story.city);
        assertThat(mails(certifier)).isEmpty();
        assertThat(queue(story.city)).contains("未配置邮件服务器");
        post(story.city, "/mail/sending-again", actingAs.role(story.city, Role.CITY_ADMIN));
        rounds.deliver(story.city);
        assertThat(mails(certifier)).hasSize(1);
    }

    @Test
    void what_is_undone_is_not_told() {
        MonitoringStory story = teller.tell(1);
        String certifier = open(story, story.certifier, MailWish.AT_ONCE);
        UUID id = filled(story);
        assertThatThrownBy(() -> story.in(() -> Actor.supply(story.preparer, () -> {
                    signOffs.check(id);
                    signOffs.request(id);
                    throw new IllegalStateException("undone");
                })))
                .hasMessage("undone");
        rounds.deliver(story.city);
        assertThat(mails(certifier)).isEmpty();
        assertThat(story.<Long>in(() -> jdbc.sql("select count(*) from mail_notice")
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    void an_address_is_confirmed_by_its_reader_before_it_gets_anything() throws Exception {
        MonitoringStory story = teller.tell(1);
        String address = "zhang.san@" + story.city.code() + ".example";
        var who = signedIn.account(story.city, "certifier");
        assertThat(post(story.city, "/me/mail", who, "address", "not an address", "wish", "AT_ONCE", "language", "EN")
                        .getRedirectedUrl())
                .isNotNull();
        assertThat(mailboxOf(story)).isEmpty();
        post(story.city, "/me/mail", who, "address", address, "wish", "AT_ONCE", "language", "EN");
        UUID id = filled(story);
        request(story, id);
        rounds.deliver(story.city);
        assertThat(mails(address)).hasSize(1);
        assertThat(subject(mails(address).getFirst())).contains("Confirm your mail address");
        var code = CODE.matcher(texts(mails(address).getFirst()).getFirst());
        assertThat(code.find()).isTrue();

        post(story.city, "/me/mail/confirmation", who, "code", "AAAAAAAA");
        assertThat(mailboxOf(story)).containsExactly(address + " open");
        post(story.city, "/me/mail/confirmation", signedIn.account(story.city, "preparer"), "code", code.group(1));
        assertThat(mailboxOf(story)).containsExactly(address + " open");
        post(story.city, "/me/mail/confirmation", who, "code", code.group(1).toLowerCase(Locale.ROOT));
        assertThat(mailboxOf(story)).containsExactly(address + " confirmed");

        story.as(story.certifier, () -> signOffs.decline(id, "请核对户数"));
        request(story, id);
        rounds.deliver(story.city);
        assertThat(mails(address)).hasSize(2);
        assertThat(texts(mails(address).getLast()).getFirst())
                .contains("Sample programme", "Unit east", "Due")
                .doesNotContain("请核对户数");

        for (int more = 2; more <= 5; more++) {
            post(story.city, "/me/mail", who, "address", more + address, "wish", "DAILY", "language", "ZH");
        }
        post(story.city, "/me/mail/code", who);
        assertThat(story.<Long>in(() -> jdbc.sql("select count(*) from mail_letter where purpose = 'CODE'")
                        .query(Long.class)
                        .single()))
                .isEqualTo(5);
    }

    private String open(MonitoringStory story, Actor actor, MailWish wish) {
        return rounds.open(story.city, account(actor), wish);
    }

    private void lock(MonitoringStory story, Actor actor) {
        story.in(() -> {
            accounts.setState(account(actor), AccountState.LOCKED, "离岗");
            return account(actor);
        });
    }

    private static UUID account(Actor actor) {
        return Objects.requireNonNull(actor.accountId());
    }

    private UUID filled(MonitoringStory story) {
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        story.fill(story.preparer, id, FIGURES.get(0), FIGURES.get(1), FIGURES.get(2), "运行平稳");
        return id;
    }

    private void request(MonitoringStory story, UUID id) {
        request(story, id, story.preparer);
    }

    private void request(MonitoringStory story, UUID id, Actor preparer) {
        story.as(preparer, () -> {
            signOffs.check(id);
            signOffs.request(id);
        });
    }

    private void sign(MonitoringStory story, UUID id, Actor preparer, Actor certifier) {
        story.fill(preparer, id, "1", "1", "1", "好");
        request(story, id, preparer);
        story.as(certifier, () -> signOffs.certify(id));
    }

    /** State, reason and attempts of every letter of the city. */
    private List<String> statuses(City city) {
        return inCity(
                city, "select concat_ws(' ', status, coalesce(reason, 'null'), attempts) from mail_letter order by id");
    }

    private UUID letter(City city) {
        return UUID.fromString(inCity(city, "select id::text from mail_letter").getFirst());
    }

    private List<String> mailboxOf(MonitoringStory story) {
        return inCity(
                story.city,
                "select address || case when confirmed_at is null then ' open' else ' confirmed' end from mailbox");
    }

    private List<String> inCity(City city, String sql) {
        return cities.in(city, () -> jdbc.sql(sql).query(String.class).list());
    }

    private String queue(City city) throws Exception {
        return portal.get()
                .uri("/" + city.code() + "/mail")
                .with(actingAs.role(city, Role.CITY_ADMIN))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletResponse again(City city, UUID letter) {
        return post(city, "/mail/" + letter + "/sending-again", actingAs.role(city, Role.CITY_ADMIN));
    }

    private MockHttpServletResponse post(City city, String path, RequestPostProcessor who, String... fields) {
        var request = portal.post().uri("/" + city.code() + path).with(who).with(csrf());
        for (int at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange().getResponse();
    }

    private static List<MimeMessage> mails(String address) {
        return Stream.of(TestMailServer.server().getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getRecipients(Message.RecipientType.TO)[0]
                                .toString()
                                .equals(address);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The text of a mail and its page. */
    private static List<String> texts(Part part) {
        try {
            if (part.getContent() instanceof Multipart parts) {
                var texts = new ArrayList<String>();
                for (int at = 0; at < parts.getCount(); at++) {
                    BodyPart inner = parts.getBodyPart(at);
                    texts.addAll(texts(inner));
                }
                return texts;
            }
            return List.of(part.getContent().toString());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
