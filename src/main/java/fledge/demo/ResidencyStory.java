package fledge.demo;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.base.ResidencyEnding;
import fledge.base.ResidencyService;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Lets invented enterprises move into bases one after the other; the first of them graduate, the next leave, the rest are there. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class ResidencyStory {

    /** Nobody moves in within the last days, so that every line has its headcount some time after. */
    private static final int QUIET_DAYS = 45;

    private static final int STAYED_DAYS = 200;
    private static final int SMALLEST_M2 = 60;

    private final Stage stage;
    private final ResidencyService residencies;
    private final Evidence evidence;

    ResidencyStory(Stage stage, ResidencyService residencies, Evidence evidence) {
        this.stage = stage;
        this.residencies = residencies;
        this.evidence = evidence;
    }

    void moveIn(Town town, RegisterFile file, Map<String, UUID> bases, List<String> codes, Instant now) {
        for (RegisterFile.Entry entry : file.bases()) {
            RegisterFile.Residents told = entry.residents();
            if (told != null) {
                UUID base = Objects.requireNonNull(bases.get(entry.code()));
                Actor keeper = town.player(entry.operatorUnit() == null ? Role.CASE_OFFICER : Role.BASE_OPERATOR);
                stage.act(town.city(), now, keeper, () -> {
                    fill(town, base, told, codes, now);
                    evidence.ofBase(base, "入驻材料目录", List.of("房屋租赁合同", "消防验收意见书", "入驻企业花名册"));
                });
            }
        }
    }

    private void fill(Town town, UUID base, RegisterFile.Residents told, List<String> codes, Instant now) {
        LocalDate first = LocalDate.ofInstant(town.founding(), PortalClock.ZONE);
        LocalDate today = LocalDate.ofInstant(now, PortalClock.ZONE);
        long days = ChronoUnit.DAYS.between(first, today) - QUIET_DAYS;
        for (int at = 0; at < told.all(); at++) {
            LocalDate day = first.plusDays(days * at / told.all());
            int over = told.graduated() + told.left();
            int people = people(told, Math.max(0, at - over));
            UUID made = residencies.moveIn(
                    base,
                    codes.get(told.first() + at),
                    day,
                    at % 9 == 8 ? null : BigDecimal.valueOf(SMALLEST_M2 + at * 37 % 400),
                    Math.max(1, people * 3 / 4));
            if (at < over) {
                residencies.end(
                        made,
                        earlier(day.plusDays(STAYED_DAYS), today),
                        at < told.graduated() ? ResidencyEnding.GRADUATED : ResidencyEnding.LEFT,
                        at < told.graduated() ? "营业收入连续两年增长，迁入自有厂房（示例）" : "租约到期，未续租（示例）");
            } else {
                residencies.count(made, earlier(day.plusDays(30), today), people);
            }
        }
    }

    /** Unlike for each, and of all in residence together what the file says. */
    private static int people(RegisterFile.Residents told, int at) {
        int average = told.jobs() / told.present();
        int last = told.present() - 1;
        int uneven = at == last && told.present() % 2 == 1 ? 0 : at % 2 == 0 ? average / 3 : -(average / 3);
        return average + uneven + (at < told.jobs() % told.present() ? 1 : 0);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
