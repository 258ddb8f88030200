package fledge.demo;

import fledge.enterprise.EnterpriseAction;
import fledge.enterprise.EnterpriseService;
import fledge.enterprise.EnterpriseTerms;
import fledge.enterprise.GrowthKind;
import fledge.enterprise.GrowthService;
import fledge.enterprise.NewEnterprise;
import fledge.enterprise.NewGrowth;
import fledge.enterprise.YearFigures;
import fledge.enterprise.rules.CreditCode;
import fledge.enterprise.rules.SizeFigures;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** A household business that became a company (个转企): both are in the register, under a code each, and lead to each other. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class HouseholdStory {

    private static final long WAN = 1_000_000;
    private static final String SOURCE = "企业年度报告（示例）";
    private static final String RETAIL = "52";

    private final EnterpriseService enterprises;
    private final GrowthService growth;

    HouseholdStory(EnterpriseService enterprises, GrowthService growth) {
        this.enterprises = enterprises;
        this.growth = growth;
    }

    /** As the case officer enters it: the old licence is given back on the day of the new one. */
    void tell(Town town, UUID district, LocalDate today) {
        LocalDate turned = today.minusDays(150);
        NewEnterprise shop =
                described(town, "92", "MATT0997", "老街家电维修部", district, today.minusYears(11), household(today));
        UUID was = enterprises.register(shop);
        enterprises.move(was, EnterpriseAction.CANCEL, turned, "转型为企业，原个体工商户登记注销（示例）");
        UUID became = enterprises.register(
                described(town, "91", "MATT0998", "老街家电服务有限公司", district, turned, company(today, turned)));
        growth.record(
                became, new NewGrowth(GrowthKind.HOUSEHOLD_TO_COMPANY, turned, "个体工商户转型登记证明（示例）", shop.creditCode()));
    }

    private static List<YearFigures> household(LocalDate today) {
        return List.of(
                new YearFigures(today.getYear() - 2, new SizeFigures(5L, 118 * WAN, 46 * WAN), SOURCE),
                new YearFigures(today.getYear() - 1, new SizeFigures(7L, 164 * WAN, 62 * WAN), SOURCE));
    }

    /** Only of a year that it has seen the end of. */
    private static List<YearFigures> company(LocalDate today, LocalDate turned) {
        return turned.getYear() < today.getYear()
                ? List.of(new YearFigures(turned.getYear(), new SizeFigures(9L, 71 * WAN, 88 * WAN), SOURCE))
                : List.of();
    }

    private static NewEnterprise described(
            Town town,
            String kind,
            String number,
            String name,
            UUID district,
            LocalDate founded,
            List<YearFigures> years) {
        String place = town.city().nameZh().replaceAll("[市区]$", "");
        return new NewEnterprise(
                CreditCode.complete(kind + town.city().divisionCode(), number),
                "",
                new EnterpriseTerms(place + name, RETAIL, district, founded, false, false),
                true,
                years,
                List.of(),
                List.of());
    }
}
