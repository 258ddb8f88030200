package fledge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fledge.amendment.AmendmentCause;
import fledge.amendment.AmendmentKind;
import fledge.amendment.AmendmentRequest;
import fledge.amendment.AmendmentService;
import fledge.identity.DelegationService;
import fledge.identity.DelegationService.Terms;
import fledge.support.PortalTest;
import fledge.tenancy.PortalClock;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself refuses the portal's own role: figures that are not their unit's, states without steps, rewritten history. */
@PortalTest
class FigureGuardTest {

    private static final String NOT_PERMITTED = "permission denied";

    @Autowired
    MonitoringStory.Teller teller;

    @Autowired
    SignOffService signOffs;

    @Autowired
    ReviewService reviews;

    @Autowired
    RoundService rounds;

    @Autowired
    RoundDates dates;

    @Autowired
    AmendmentService amendments;

    @Autowired
    DelegationService delegations;

    @Autowired
    JdbcClient jdbc;

    private void refused(MonitoringStory story, String words, String sql) {
        assertThatThrownBy(() -> story.in(() -> jdbc.sql(sql).update()))
                .as(sql)
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(words);
    }

    private AmendedReturn told(MonitoringStory story, String... values) {
        return new AmendedReturn(
                story, MonitoringStory.OPEN.previous(), signOffs, reviews, amendments, dates, rounds, values);
    }

    @Test
    void only_a_preparer_of_the_unit_writes_its_figures() {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        String line = story.sheet(story.planner, id).lines().getFirst().id().toString();
        String entry = "update return_line set value = 7, entered_at = now(), entered_for = '%s', entered_by = '%s'"
                + " where id = '" + line + "'";
        for (var stranger : new UUID[] {
            story.reviewer.personId(),
            story.certifier.personId(),
            story.planner.personId(),
            story.decider.personId(),
            story.westPreparer.personId(),
            UUID.randomUUID()
        }) {
            refused(story, "only a preparer", entry.formatted(story.east, stranger));
        }
        refused(story, "entered_by_its_unit", entry.formatted(story.west, story.preparer.personId()));
        refused(story, "only a preparer", "update return_line set value = 7 where id = '" + line + "'");
        assertThat(story.in(() -> jdbc.sql(entry.formatted(story.east, story.preparer.personId()))
                        .update()))
                .isOne();
        refused(story, "stays where it was asked", "update return_line set item = 'TEXT' where id = '" + line + "'");
        refused(story, NOT_PERMITTED, "delete from return_line where id = '" + line + "'");
    }

    @Test
    void who_stands_in_for_a_preparer_writes_as_long_as_the_delegation_lasts() {
        MonitoringStory story = teller.tell(1);
        UUID id = story.returnOf(story.round(MonitoringStory.OPEN), story.east);
        String entry =
                "update return_line set value = 7, entered_at = now(), entered_for = '%s', entered_by = '%s' where id = '%s'"
                        .formatted(
                                story.east,
                                story.westPreparer.personId(),
                                story.sheet(story.planner, id)
                                        .lines()
                                        .getFirst()
                                        .id());
        LocalDate today = LocalDate.now(PortalClock.ZONE);
        UUID delegation = story.ask(
                story.preparer,
                () -> delegations.delegate(
                        delegations.delegable().getFirst().appointmentId(),
                        new Terms(story.westPreparer.login(), today, today.plusDays(9), "外出培训")));
        assertThat(story.in(() -> jdbc.sql(entry).update())).isOne();
        story.as(story.preparer, () -> delegations.end(delegation));
        refused(story, "only a preparer", entry.replace("= 7", "= 8"));
    }

    @Test
    void what_is_signed_and_what_was_done_is_never_rewritten() {
        MonitoringStory story = teller.tell(1);
        AmendedReturn locked = told(story, "1000", "80", "100", "平稳");
        String of = " where return_id = '" + locked.id + "'";
        refused(story, NOT_PERMITTED, "update return_version set content = ''" + of);
        refused(story, NOT_PERMITTED, "delete from return_version" + of);
        refused(story, NOT_PERMITTED, "update return_step set to_status = 'OPEN'" + of);
        refused(story, NOT_PERMITTED, "delete from return_step" + of);
        refused(story, NOT_PERMITTED, "update audit_entry set city_id = city_id");
        refused(story, NOT_PERMITTED, "delete from audit_entry");
        refused(story, NOT_PERMITTED, "update restatement set reason = ''");
        refused(story, NOT_PERMITTED, "update figure set value = 1");
        refused(story, NOT_PERMITTED, "update frozen_rating set light = 'GREEN'");
        refused(
                story,
                "a return that is LOCKED is not written",
                "update return_line set value = 7, entered_at = now()" + of + " and item = 'VALUE'");
    }

    @Test
    void a_figure_counts_only_as_it_was_signed() {
        MonitoringStory story = teller.tell(1);
        AmendedReturn locked = told(story, "1000", "80", "100", "平稳");
        String copy =
                "insert into figure (city_id, programme_id, indicator_id, item, unit_id, period, id, value, wording,"
                        + " version_id, definition_no, standing, final_expected) select city_id, programme_id, indicator_id, item,"
                        + " unit_id, period, uuidv7(), %s, wording, version_id, %s, %s from gone";
        String move = "with gone as (delete from figure where indicator_id = '" + story.firms + "' and period = "
                + locked.quarter.index() + " returning *) ";
        refused(
                story,
                "nobody signed this figure",
                move + copy.formatted("value + 1", "definition_no", "standing, final_expected"));
        refused(
                story,
                "nobody signed this figure as REVISED",
                move + copy.formatted("value", "definition_no", "'REVISED', final_expected"));
        refused(
                story,
                "nobody signed this figure as PROVISIONAL",
                move + copy.formatted("value", "definition_no", "'PROVISIONAL', date '2030-01-01'"));
        String later = move + copy.formatted("value", "2", "standing, final_expected");
        refused(story, "violates foreign key constraint", later);
        story.in(() -> jdbc.sql("""
                insert into indicator_definition (city_id, id, version, programme_id, indicator_id, number, valid_from, reason,
                  status, made_by, made_at)
                select d.city_id, gen_random_uuid(), 0, d.programme_id, d.indicator_id, 2, 40000, '口径调整', 'DRAFT', p.id, now()
                from indicator_definition d, (select id from person limit 1) p where d.indicator_id = ?""").param(story.firms).update());
        refused(story, "nobody signed this figure under definition 2", later);
    }

    @Test
    void how_firm_a_value_is_changes_only_where_the_value_may() {
        MonitoringStory story = teller.tell(1);
        AmendedReturn locked = told(story, "1000", "80", "100", "平稳");
        String revised = "update return_line set standing = 'REVISED' where id = '%s'";
        String provisional =
                "update return_line set standing = 'PROVISIONAL', final_expected = date '2030-01-01' where id = '%s'";
        refused(story, "in a return that is LOCKED nothing is declared", revised.formatted(locked.line(0)));
        refused(story, "in a return that is LOCKED nothing is declared", provisional.formatted(locked.line(0)));
        locked.opened(AmendmentKind.ERROR, 0);
        refused(story, "whose standing changes", revised.formatted(locked.line(3)));
        refused(story, "whose standing changes", provisional.formatted(locked.line(3)));
        assertThat(story.in(
                        () -> jdbc.sql(provisional.formatted(locked.line(0))).update()))
                .isOne();
        refused(
                story,
                "begins as firm as its indicator is",
                "insert into return_line (city_id, id, version, return_id, indicator_id, item, position, note, value_edition,"
                        + " note_edition, to_correct, standing) select city_id, uuidv7(), 0, return_id, indicator_id, 'TEXT', 9, '',"
                        + " 0, 0, false, 'REVISED' from return_line where id = '" + locked.line(0) + "'");
    }

    @Test
    void a_state_changes_with_its_step_or_not_at_all() {
        MonitoringStory story = teller.tell(1);
        AmendedReturn locked = told(story, "1000", "80", "100", "平稳");
        String of = " where id = '" + locked.id + "'";
        refused(story, "without a step", "update quarterly_return set status = 'ACCEPTED'" + of);
        refused(story, "without a step", "update quarterly_return set status = 'ACCEPTED', moves = moves + 1" + of);
        refused(story, "goes on counting", "update quarterly_return set valid_version_id = null" + of);
        refused(story, "its unit's", "update quarterly_return set unit_id = '" + story.west + "'" + of);
        UUID amendment = locked.opened(AmendmentKind.ERROR, 0);
        refused(story, "stays as it was approved", "update quarterly_return set reopened_lines = '{}'" + of);
        refused(
                story,
                "do not agree",
                "update quarterly_return set reopened_until = reopened_until + interval '1 year'" + of);
        refused(
                story,
                "without a step",
                "update amendment set status = 'COMPLETED', result_version_id = base_version_id" + " where id = '"
                        + amendment + "'");
        refused(
                story,
                "stays as it was requested",
                "update amendment set reason = '别的理由' where id = '" + amendment + "'");
        refused(
                story,
                "stays as it was requested",
                "delete from amendment_line where amendment_id = '" + amendment + "'");
    }

    @Test
    void one_amendment_of_a_return_lives_at_a_time() {
        MonitoringStory story = teller.tell(1);
        AmendedReturn locked = told(story, "1000", "80", "100", "平稳");
        UUID second = story.ask(
                story.planner,
                () -> amendments.draft(
                        locked.id,
                        new AmendmentRequest(
                                AmendmentKind.ERROR, AmendmentCause.OTHER, "另一处", "台账", Set.of(locked.line(3))),
                        false));
        locked.requested(AmendmentKind.ERROR, 0);
        refused(
                story,
                "amendment_alive_once",
                "update amendment set status = 'REQUESTED', requested_at = now() where id = '" + second + "'");
    }
}
