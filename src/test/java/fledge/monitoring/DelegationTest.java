package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.access.Role;
import fledge.identity.AccountService;
import fledge.identity.DelegationService;
import fledge.identity.DelegationService.Terms;
import fledge.identity.DelegationState;
import fledge.kernel.RuleRefused;
import fledge.support.PortalTest;
import fledge.support.SignedInAs;
import fledge.support.Staff;
import fledge.tenancy.PortalClock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Acting for somebody else: it is said, and whoever gives and whoever takes a delegation are one hand. */
@PortalTest
class DelegationTest {

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    DelegationService delegations;

    @Autowired
    AccountService accounts;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ReviewService reviews;

    @Autowired
    ReturnService returns;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester portal;

    @Autowired
    SignedInAs signedIn;

    private static Terms terms(String login) {
        LocalDate today = LocalDate.now(PortalClock.ZONE);
        return new Terms(login, today, today.plusDays(9), "外出培训");
    }

    private UUID delegate(MonitoringStory story, Actor from, String toLogin) {
        return story.ask(from, () -> {
            UUID held = delegations.delegable().getFirst().appointmentId();
            return delegations.delegate(held, terms(toLogin));
        });
    }

    private Actor actor(MonitoringStory story, String login) {
        return story.in(() -> accounts.actorOf(login));
    }

    private void request(MonitoringStory story, Actor preparer, UUID id) {
        story.fill(preparer, id, "1", "1", "1", "好");
        story.as(preparer, () -> {
            signOffs.check(id);
            signOffs.request(id);
        });
    }

    private String page(MonitoringStory story, UUID id) throws Exception {
        return portal.get()
                .uri("/" + story.city.code() + "/returns/" + id)
                .with(signedIn.account(story.city, "planner"))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void a_delegate_acts_for_the_principal_and_every_page_says_so() throws Exception {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        Actor stranger = story.westCertifier;
        assertThat(stranger.may(Right.RETURN_CERTIFY, story.east)).isFalse();
        delegate(story, story.certifier, stranger.login());

        Actor delegate = actor(story, stranger.login());
        assertThat(delegate.may(Right.RETURN_CERTIFY, story.east)).isTrue();
        request(story, story.preparer, id);
        assertThat(page(story, id)).as("whose turn it is").contains("某certifier〔某west-certifier代理〕");
        story.as(delegate, () -> signOffs.certify(id));

        VersionView version =
                story.ask(story.planner, () -> returns.dossier(id)).versions().getFirst();
        assertThat(version.certifiedBy()).isEqualTo(delegate.personId());
        assertThat(version.certifiedFor()).isEqualTo(story.certifier.personId());
        assertThat(story.ask(story.planner, () -> returns.dossier(id))
                        .steps()
                        .getFirst()
                        .onBehalfOf())
                .isEqualTo(story.certifier.personId());
        assertThat(page(story, id)).contains("某west-certifier（代某certifier）");
    }

    @Test
    void what_one_holds_oneself_is_not_held_for_another() {
        MonitoringStory story = teller.tell(1);
        delegate(story, story.certifier, story.secondCertifier.login());
        assertThat(actor(story, story.secondCertifier.login())
                        .hand(Right.RETURN_CERTIFY, story.east)
                        .principal())
                .isNull();
    }

    @Test
    void the_delegate_of_the_maker_cannot_check_and_neither_can_the_maker_check_the_delegate() {
        MonitoringStory story = teller.tell(1);
        UUID round = story.round(MonitoringStory.OPEN);
        UUID id = story.returnOf(round, story.east);
        delegate(story, story.preparer, story.certifier.login());
        Actor certifier = actor(story, story.certifier.login());
        Actor preparer = actor(story, story.preparer.login());

        request(story, preparer, id);
        assertThatThrownBy(() -> story.as(certifier, () -> signOffs.certify(id)))
                .isInstanceOf(RuleRefused.class)
                .hasMessageContaining("same-person.certify");
        story.as(story.secondCertifier, () -> signOffs.certify(id));
        assertThat(story.status(id)).isEqualTo(ReturnStatus.SUBMITTED);
    }

    @Test
    void what_was_prepared_for_somebody_stays_theirs_after_the_delegation_has_ended() {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        UUID delegation = delegate(story, story.jackOfAllTrades, story.westPreparer.login());
        assertThat(actor(story, story.westPreparer.login()).appointments()).hasSize(2);
        Actor delegate = actor(story, story.westPreparer.login());
        boolean preparesForJack = delegate.may(Right.RETURN_FILL, story.east);
        if (!preparesForJack) {
            // Jack holds three roles; the first one delegable may be another than the preparer's.
            story.as(story.jackOfAllTrades, () -> delegations.end(delegation));
            story.as(
                    story.jackOfAllTrades,
                    () -> delegations.delegable().stream()
                            .filter(held -> held.role() == Role.PREPARER)
                            .forEach(held ->
                                    delegations.delegate(held.appointmentId(), terms(story.westPreparer.login()))));
        }
        request(story, actor(story, story.westPreparer.login()), id);
        story.as(
                story.jackOfAllTrades,
                () -> delegations.own().stream()
                        .filter(one -> one.state() == DelegationState.IN_FORCE)
                        .forEach(one -> delegations.end(one.id())));

        Actor jack = actor(story, story.jackOfAllTrades.login());
        assertThat(jack.oneWith()).isEmpty();
        assertThatThrownBy(() -> story.as(jack, () -> signOffs.certify(id)))
                .isInstanceOf(RuleRefused.class)
                .hasMessageContaining("same-person.certify");
    }

    @Test
    void the_database_refuses_one_hand_by_itself() {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        request(story, story.preparer, id);
        UUID preparer = story.preparer.person();
        UUID certifier = story.certifier.person();

        assertThatThrownBy(() -> story.in(
                        () -> jdbc.sql("update quarterly_return set certified_by = ?, certified_for = ? where id = ?")
                                .params(certifier, preparer, id)
                                .update()))
                .as("for the preparer")
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one hand");
        delegate(story, story.preparer, story.certifier.login());
        assertThatThrownBy(() -> story.in(() -> jdbc.sql("update quarterly_return set certified_by = ? where id = ?")
                        .params(certifier, id)
                        .update()))
                .as("by the preparer's delegate")
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one hand");
        assertThat(story.<Integer>in(() -> jdbc.sql("update quarterly_return set certified_by = ? where id = ?")
                        .params(story.secondCertifier.person(), id)
                        .update()))
                .as("by somebody else")
                .isOne();
    }

    @Test
    void a_delegation_is_not_passed_on_and_not_given_by_others() {
        MonitoringStory story = teller.tell(1);
        UUID held =
                story.ask(story.certifier, delegations::delegable).getFirst().appointmentId();
        delegate(story, story.certifier, story.westCertifier.login());
        Actor delegate = actor(story, story.westCertifier.login());
        assertThat(story.ask(delegate, delegations::delegable))
                .noneMatch(one -> one.unitId().equals(story.east));
        assertThatThrownBy(() -> story.as(delegate, () -> delegations.delegate(held, terms("reviewer"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> story.as(
                        story.planner, () -> delegations.propose("certifier", Role.CERTIFIER, terms("reviewer"))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void for_an_absent_person_it_takes_two_administrators_and_ends_early_at_will() {
        MonitoringStory story = teller.tell(1);
        staff.hire(story.city, "admin", Role.CITY_ADMIN, story.east);
        staff.hire(story.city, "admin-2", Role.CITY_ADMIN, story.east);
        Actor first = actor(story, "admin");
        Actor second = actor(story, "admin-2");
        UUID id = story.ask(first, () -> delegations.propose("certifier", Role.CERTIFIER, terms("west-certifier")));
        assertThat(actor(story, "west-certifier").may(Right.RETURN_CERTIFY, story.east))
                .isFalse();
        assertThatThrownBy(() -> story.as(first, () -> delegations.confirm(id))).hasMessageContaining("second-person");
        assertThatThrownBy(() -> story.in(
                        () -> jdbc.sql("update delegation set state = 'IN_FORCE', confirmed_by = made_by where id = ?")
                                .param(id)
                                .update()))
                .hasMessageContaining("delegation_for_another_takes_two");
        story.as(second, () -> delegations.confirm(id));
        assertThat(actor(story, "west-certifier").may(Right.RETURN_CERTIFY, story.east))
                .isTrue();
        assertThatThrownBy(() -> story.as(story.planner, () -> delegations.end(id)))
                .isInstanceOf(AccessDeniedException.class);
        story.as(story.certifier, () -> delegations.end(id));
        assertThat(actor(story, "west-certifier").may(Right.RETURN_CERTIFY, story.east))
                .isFalse();
    }
}
