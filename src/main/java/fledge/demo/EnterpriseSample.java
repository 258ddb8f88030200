package fledge.demo;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.enterprise.AnnualFigureService;
import fledge.enterprise.EnterpriseAction;
import fledge.enterprise.EnterpriseService;
import fledge.enterprise.EnterpriseTerms;
import fledge.enterprise.GrowthKind;
import fledge.enterprise.NewEnterprise;
import fledge.enterprise.NewGrowth;
import fledge.enterprise.NewTag;
import fledge.enterprise.PopulationService;
import fledge.enterprise.TagKind;
import fledge.enterprise.YearFigures;
import fledge.enterprise.rules.CreditCode;
import fledge.enterprise.rules.Population;
import fledge.enterprise.rules.SizeClass;
import fledge.enterprise.rules.SizeFigures;
import fledge.identity.UnitKind;
import fledge.tenancy.PortalClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Five hundred invented enterprises for each city (示例), always the same ones: made-up codes that check, names, figures of two years. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class EnterpriseSample {

    static final int NUMBER = 500;

    private static final int HOUSEHOLDS_EACH = 8;
    private static final long WAN = 1_000_000;

    private static final List<String> BRANDS = List.of(
            "恒泰", "鑫源", "锦程", "瑞丰", "启航", "盛达", "金鼎", "永兴", "嘉禾", "博远", "汇智", "华晟", "天润", "同创", "佳信", "宏图", "明德", "远景",
            "力拓", "万象", "安泰", "新锐", "拾光", "云栖", "海川", "正源", "顺和", "百联", "中杰", "凯越", "奥捷", "诚悦", "晨曦", "泓域", "卓立", "慧谷",
            "众力", "星辰", "蓝图", "青禾");

    /** A trade as names say it, its industry, and how much revenue in 万元 one employee brings. */
    private record Trade(String words, String industry, int perHead) {}

    private static final List<Trade> TRADES = List.of(
            new Trade("塑料制品", "29", 45),
            new Trade("机电设备", "34", 55),
            new Trade("智能装备", "35", 60),
            new Trade("汽车零部件", "36", 58),
            new Trade("电气", "38", 52),
            new Trade("电子科技", "39", 66),
            new Trade("五金制品", "33", 42),
            new Trade("食品", "14", 38),
            new Trade("服饰", "18", 26),
            new Trade("家具", "21", 32),
            new Trade("生物医药", "27", 80),
            new Trade("再生资源", "42", 90),
            new Trade("建筑安装工程", "49", 60),
            new Trade("装饰工程", "50", 48),
            new Trade("商贸", "51", 220),
            new Trade("供应链管理", "51", 300),
            new Trade("百货", "52", 60),
            new Trade("物流", "54", 40),
            new Trade("仓储服务", "592", 35),
            new Trade("快递服务", "60", 22),
            new Trade("酒店管理", "61", 18),
            new Trade("餐饮管理", "62", 16),
            new Trade("网络科技", "64", 50),
            new Trade("软件", "65", 46),
            new Trade("信息技术", "65", 42),
            new Trade("置业", "701", 150),
            new Trade("物业服务", "702", 9),
            new Trade("人力资源服务", "72", 30),
            new Trade("工程检测技术", "74", 36),
            new Trade("科技服务", "75", 34),
            new Trade("环保科技", "77", 40),
            new Trade("文化传媒", "88", 28),
            new Trade("体育发展", "89", 20),
            new Trade("融资担保", "69", 120),
            new Trade("教育咨询", "83", 15),
            new Trade("生态农业", "01", 24));

    private static final List<Trade> SHOPS = List.of(
            new Trade("五金店", "52", 20),
            new Trade("便利店", "52", 26),
            new Trade("小吃店", "62", 14),
            new Trade("家电维修部", "81", 10),
            new Trade("水果店", "52", 22));

    private final Stage stage;
    private final EnterpriseService enterprises;
    private final AnnualFigureService figures;
    private final PopulationService populations;
    private final HouseholdStory households;
    private final ImportSample imports;

    EnterpriseSample(
            Stage stage,
            EnterpriseService enterprises,
            AnnualFigureService figures,
            PopulationService populations,
            HouseholdStory households,
            ImportSample imports) {
        this.stage = stage;
        this.enterprises = enterprises;
        this.figures = figures;
        this.populations = populations;
        this.households = households;
        this.imports = imports;
    }

    /** The codes of those that are no household businesses, always in the same order. */
    List<String> register(Town town, Instant now) {
        if (town.city().code().equals("luqiao")) {
            stage.act(
                    town.city(),
                    now,
                    town.player(Role.PLANNER),
                    () -> populations.define(new Population(true, true, true), "路桥区“小微企业三年成长计划”实施意见（2018-2020年）"));
        }
        LocalDate today = LocalDate.ofInstant(now, PortalClock.ZONE);
        List<NewEnterprise> invented = invent(town, today);
        Actor officer = town.player(Role.CASE_OFFICER);
        var registered = new AtomicReference<>(List.<UUID>of());
        stage.act(town.city(), now, officer, () -> registered.set(enterprises.registerAll(invented)));
        stage.act(town.city(), now, officer, () -> settle(registered.get(), invented, today));
        stage.act(
                town.city(),
                now,
                officer,
                () -> households.tell(town, invented.getFirst().terms().districtId(), today));
        imports.handIn(town, invented, now);
        return invented.stream()
                .map(NewEnterprise::creditCode)
                .filter(code -> !code.startsWith("92"))
                .toList();
    }

    private static List<NewEnterprise> invent(Town town, LocalDate today) {
        var random = new Random(town.city().code().hashCode());
        List<CityFile.OfficialUnit> districts = town.file().units().stream()
                .filter(unit ->
                        (unit.kind() == UnitKind.DISTRICT || unit.kind() == UnitKind.TOWN) && unit.validTo() == null)
                .toList();
        var invented = new ArrayList<NewEnterprise>();
        for (int number = 0; number < NUMBER; number++) {
            boolean household = number % HOUSEHOLDS_EACH == HOUSEHOLDS_EACH - 1;
            CityFile.OfficialUnit district = districts.get(random.nextInt(districts.size()));
            Trade trade = household ? SHOPS.get(random.nextInt(SHOPS.size())) : TRADES.get(number * 7 % TRADES.size());
            invented.add(one(town, district, trade, household, number, today, random));
        }
        return invented;
    }

    private static NewEnterprise one(
            Town town,
            CityFile.OfficialUnit district,
            Trade trade,
            boolean household,
            int number,
            LocalDate today,
            Random random) {
        String division = district.divisionCode() == null ? town.city().divisionCode() : district.divisionCode();
        String code = CreditCode.complete((household ? "92" : "91") + division, "MATT%04d".formatted(number + 1000));
        LocalDate founded = today.minusYears(6).minusDays(random.nextInt(5000));
        int employees = employees(household, random);
        List<YearFigures> years = IntStream.of(2, 1)
                .mapToObj(back -> year(today.getYear() - back, trade, employees, back, number, random))
                .toList();
        long revenue = years.getLast().figures().revenueFen() == null
                ? 0
                : years.getLast().figures().revenueFen();
        boolean producing =
                trade.industry().compareTo("47") < 0 && !trade.industry().equals("01");
        boolean aboveScale = !household && producing && revenue >= 2000 * WAN;
        boolean aboveLimit = !household && trade.industry().equals("51") && revenue >= 2000 * WAN;
        var terms = new EnterpriseTerms(
                name(town, district, trade, household, number),
                trade.industry(),
                town.unit(district.code()),
                founded,
                aboveScale,
                aboveLimit);
        return new NewEnterprise(
                code,
                "",
                terms,
                true,
                years,
                tags(trade, household, number, today),
                growth(aboveScale || aboveLimit, household, number, today));
    }

    /** A brand comes back every forty numbers and then with another trade; a city is never given the same name twice. */
    private static String name(Town town, CityFile.OfficialUnit district, Trade trade, boolean household, int number) {
        String place = household ? district.nameZh() : town.city().nameZh().replaceAll("[市区]$", "");
        String brand = BRANDS.get(number % BRANDS.size());
        String second = BRANDS.get(number * 3 / BRANDS.size() % BRANDS.size()).substring(0, 1);
        return place + brand + second + trade.words() + (household ? "" : number % 11 == 0 ? "股份有限公司" : "有限公司");
    }

    /** Most are small: half below ten, a few in the hundreds. */
    private static int employees(boolean household, Random random) {
        if (household) {
            return 1 + random.nextInt(6);
        }
        double spread = random.nextDouble();
        return spread < 0.45
                ? 2 + random.nextInt(9)
                : spread < 0.85
                        ? 10 + random.nextInt(90)
                        : spread < 0.97 ? 100 + random.nextInt(250) : 400 + random.nextInt(900);
    }

    private static YearFigures year(int year, Trade trade, int latest, int back, int number, Random random) {
        int employees = Math.max(1, back == 1 ? latest : latest * (80 + random.nextInt(30)) / 100);
        long revenue = WAN / 100 * employees * trade.perHead() * (70 + random.nextInt(60));
        long assets = revenue * (60 + random.nextInt(120)) / 100;
        boolean lacking = number % 41 == 40 && back == 1;
        return new YearFigures(
                year,
                new SizeFigures(
                        (long) employees,
                        lacking ? null : Long.valueOf(revenue),
                        lacking ? null : Long.valueOf(assets)),
                "企业年度报告（示例）");
    }

    private static List<NewTag> tags(Trade trade, boolean household, int number, LocalDate today) {
        var tags = new ArrayList<NewTag>();
        if (household) {
            return tags;
        }
        boolean technical =
                List.of("27", "35", "39", "64", "65", "74", "75", "77").contains(trade.industry());
        if (technical) {
            LocalDate granted = LocalDate.of(today.getYear() - 1, 9, 20);
            tags.add(
                    new NewTag(TagKind.TECHNOLOGY, granted, granted.plusYears(1).minusDays(1), "科技型中小企业入库公告（示例）"));
        }
        if (technical && number % 3 == 0) {
            LocalDate granted = today.minusYears(1 + number % 4).withDayOfMonth(15);
            tags.add(new NewTag(TagKind.HIGH_TECH, granted, granted.plusYears(3).minusDays(1), "高新技术企业认定公告（示例）"));
        }
        if (number % 17 == 5) {
            LocalDate granted = today.minusYears(2).withDayOfMonth(1);
            tags.add(new NewTag(
                    TagKind.SPECIALISED, granted, granted.plusYears(3).minusDays(1), "专精特新中小企业名单（示例）"));
        }
        if (number % 97 == 5) {
            LocalDate granted = today.minusMonths(14).withDayOfMonth(1);
            tags.add(new NewTag(
                    TagKind.LITTLE_GIANT, granted, granted.plusYears(3).minusDays(1), "专精特新“小巨人”企业名单（示例）"));
        }
        return tags;
    }

    private static List<NewGrowth> growth(boolean above, boolean household, int number, LocalDate today) {
        var growth = new ArrayList<NewGrowth>();
        if (household) {
            return growth;
        }
        if (number % 23 == 3) {
            growth.add(
                    new NewGrowth(GrowthKind.HOUSEHOLD_TO_COMPANY, today.minusDays(200 + number), "个体工商户转型登记证明（示例）"));
        }
        if (above) {
            growth.add(new NewGrowth(GrowthKind.ABOVE_SCALE, LocalDate.of(today.getYear() - 1, 1, 31), "统计部门入库名单（示例）"));
        }
        if (number % 11 == 0 && number % 2 == 0) {
            growth.add(new NewGrowth(GrowthKind.SHAREHOLDING_REFORM, today.minusDays(120 + number), "股份公司变更登记通知书（示例）"));
        }
        if (number == 242) {
            growth.add(new NewGrowth(GrowthKind.LISTING, today.minusDays(60), "挂牌公告（示例）"));
        }
        return growth;
    }

    /** A few have closed, and where the standard is silent an officer has decided about some. */
    private void settle(List<UUID> registered, List<NewEnterprise> invented, LocalDate today) {
        for (int number = 0; number < registered.size(); number++) {
            UUID id = registered.get(number);
            String industry = invented.get(number).terms().industryCode();
            if (number % 50 == 17) {
                enterprises.move(id, EnterpriseAction.CANCEL, today.minusDays(30), "经登记机关核准注销（示例）");
            } else if (number % 50 == 33) {
                enterprises.move(id, EnterpriseAction.SUSPEND, today.minusDays(90), "企业申请停业并报备（示例）");
            } else if (number % 100 == 41) {
                enterprises.move(id, EnterpriseAction.REVOKE, today.minusDays(150), "长期停业未经营，登记机关依法吊销（示例）");
            }
            if (industry.equals("69") && number % 2 == 0) {
                figures.decide(id, today.getYear() - 1, SizeClass.SMALL, "参照金融业企业划型标准认定（示例）");
            }
        }
    }
}
