package fledge.demo;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.enterprise.EnterpriseImportService;
import fledge.enterprise.EnterpriseTerms;
import fledge.enterprise.NewEnterprise;
import fledge.enterprise.YearFigures;
import fledge.enterprise.rules.CreditCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** A short list of enterprises that waits to be confirmed in each city: some new, one changed, some as they are, some wrong. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class ImportSample {

    private static final String TITLES = "统一社会信用代码,企业名称,行业代码,所在区域,成立日期,年份,从业人员（人）,营业收入（万元）,数据来源";

    private final Stage stage;
    private final EnterpriseImportService imports;

    ImportSample(Stage stage, EnterpriseImportService imports) {
        this.stage = stage;
        this.imports = imports;
    }

    void handIn(Town town, List<NewEnterprise> registered, Instant now) {
        byte[] file = Stream.concat(Stream.of(TITLES), rows(town, registered).stream())
                .collect(Collectors.joining("\r\n"))
                .getBytes(StandardCharsets.UTF_8);
        stage.act(town.city(), now, town.player(Role.CASE_OFFICER), () -> imports.upload("企业名单（示例）.csv", file));
        stage.act(town.city(), now, Actor.SYSTEM, () -> imports.workOff(() -> true));
    }

    private static List<String> rows(Town town, List<NewEnterprise> registered) {
        NewEnterprise first = registered.get(0);
        NewEnterprise second = registered.get(1);
        String district = district(town, first.terms());
        return List.of(
                row(first, town, ""),
                row(second, town, figures(second.years().getLast())),
                row(registered.get(2), town, ""),
                row(unknown(first, 1), "新设智能装备有限公司（示例）", "35", district, "2025-06-18", "2025,18,960,企业年度报告（示例）"),
                row(unknown(first, 2), "新设软件有限公司（示例）", "6510", district, "2025年9月1日", ",,,"),
                row(unknown(first, 2), "新设软件有限公司（示例）", "65", district, "2025-09-01", ",,,"),
                row(unknown(first, 3), "代码有误商贸有限公司（示例）", "98", "外市某区", "2025-13-01", "2025,8.5,12亿,企业年度报告（示例）"),
                row(unknown(first, 4).substring(0, 17), "", "51", district, "2025-03-01", ",,,"));
    }

    /** One more employee than is known of that year. */
    private static String figures(YearFigures known) {
        return known.year() + "," + (Objects.requireNonNull(known.figures().employees()) + 1) + ",,";
    }

    /** A code that nobody has, given by the same authority. */
    private static String unknown(NewEnterprise known, int number) {
        return CreditCode.complete(known.creditCode().substring(0, 8), "MATU%04d".formatted(number));
    }

    private static String row(NewEnterprise known, Town town, String figures) {
        EnterpriseTerms terms = known.terms();
        return row(
                known.creditCode(),
                terms.nameZh(),
                terms.industryCode(),
                district(town, terms),
                terms.foundedOn().toString(),
                figures.isEmpty() ? ",,," : figures);
    }

    private static String row(String... cells) {
        return String.join(",", cells);
    }

    private static String district(Town town, EnterpriseTerms terms) {
        return town.file().units().stream()
                .filter(unit -> town.unit(unit.code()).equals(terms.districtId()))
                .map(CityFile.OfficialUnit::nameZh)
                .findFirst()
                .orElseThrow();
    }
}
