package fledge.demo;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.base.RecognitionAction;
import fledge.base.RecognitionMove;
import fledge.base.RecognitionService;
import fledge.base.RecognitionStatus;
import fledge.base.rules.Grade;
import fledge.base.rules.RecognitionTerms;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Lets a base apply for recognition, and everybody do their part of it some days apart. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class RecognitionStory {

    private static final int WEEK = 7;
    private static final int ASSESSED_AFTER = 300;

    private final Stage stage;
    private final RecognitionService recognitions;

    RecognitionStory(Stage stage, RecognitionService recognitions) {
        this.stage = stage;
        this.recognitions = recognitions;
    }

    void replay(Town town, UUID base, RegisterFile.Tale tale) {
        LocalDate applied =
                LocalDate.ofInstant(town.founding(), PortalClock.ZONE).plusDays(tale.day());
        var made = new AtomicReference<UUID>();
        stage.act(
                town.city(),
                morning(applied),
                town.player(Role.BASE_OPERATOR),
                () -> made.set(recognitions.apply(base, tale.level(), "场地、服务和入驻企业均已达到申报条件（示例）。")));
        UUID id = made.get();
        if (tale.until() == RecognitionStatus.APPLIED) {
            return;
        }
        move(
                town,
                town.player(Role.REVIEWER),
                applied.plusDays(WEEK),
                id,
                move(RecognitionAction.RECOMMEND, "情况属实，同意推荐。"));
        if (tale.until() == RecognitionStatus.RECOMMENDED) {
            return;
        }
        move(
                town,
                town.player(Role.CASE_OFFICER),
                applied.plusDays(2 * WEEK),
                id,
                move(RecognitionAction.START_REVIEW, ""));
        move(town, town.player(Role.DECIDER), applied.plusDays(3 * WEEK), id, move(RecognitionAction.PASS, ""));
        if (tale.until() == RecognitionStatus.NOTICE) {
            return;
        }
        LocalDate recognised = applied.plusDays(6 * WEEK);
        move(
                town,
                town.second(Role.DECIDER),
                recognised,
                id,
                new RecognitionMove(
                        RecognitionAction.RECOGNISE,
                        "",
                        "",
                        null,
                        "认定〔" + recognised.getYear() + "〕" + tale.day() + "号（示例）",
                        recognised,
                        RecognitionTerms.YEARS,
                        tale.model(),
                        null,
                        null));
        Grade grade = tale.grade();
        if (grade != null) {
            LocalDate assessed = recognised.plusDays(ASSESSED_AFTER);
            move(
                    town,
                    town.player(Role.CASE_OFFICER),
                    assessed,
                    id,
                    new RecognitionMove(
                            RecognitionAction.KEEP,
                            "服务活动和入驻企业成长情况良好（示例）。",
                            "",
                            null,
                            "",
                            null,
                            null,
                            false,
                            assessed.getYear(),
                            grade));
        }
    }

    private void move(Town town, Actor who, LocalDate day, UUID id, RecognitionMove move) {
        stage.act(town.city(), morning(day), who, () -> recognitions.move(id, move));
    }

    private static RecognitionMove move(RecognitionAction action, String words) {
        return new RecognitionMove(
                action, words, "周远、陈思齐、方岚（示例）", BigDecimal.valueOf(86), "", null, null, false, null, null);
    }

    private static Instant morning(LocalDate day) {
        return Town.at(day, 10, 0);
    }
}
