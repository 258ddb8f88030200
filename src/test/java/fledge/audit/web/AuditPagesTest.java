package fledge.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fledge.access.Role;
import fledge.audit.AuditService;
import fledge.kernel.AuditedEvent;
import fledge.kernel.Ids;
import fledge.support.ActingAs;
import fledge.support.Cities;
import fledge.support.PortalTest;
import fledge.tenancy.City;
import fledge.tenancy.CityService;
import fledge.tenancy.CurrentCity;
import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PortalTest
class AuditPagesTest {

    @Autowired
    ActingAs actingAs;

    @Autowired
    Cities cities;

    @Autowired
    CityService list;

    @Autowired
    AuditService audit;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    MockMvcTester pages;

    record Renamed(UUID id, String from, String to) implements AuditedEvent {

        @Override
        public Subject subject() {
            return new Subject("unit", id, to);
        }

        @Override
        public Map<String, ?> before() {
            return Map.of("name", from);
        }

        @Override
        public Map<String, ?> after() {
            return Map.of("name", to);
        }
    }

    @Test
    void the_auditor_reads_filters_and_opens_entries() {
        City city = cities.fresh();
        happened(city, "经信局", "经济和信息化局");
        happened(city, "人社局", "人力资源和社会保障局");

        assertThat(page(city, "/audit")).contains("审计日志", "人力资源和社会保障局", "尚未核验", "建立日志链");
        assertThat(page(city, "/audit?label=经济")).contains("经济和信息化局").doesNotContain("人力资源");
        assertThat(page(city, "/audit?from=2020年1月1日&to=20200102")).contains("没有符合条件的记录");
        assertThat(page(city, "/audit?from=gestern")).contains("无法识别");
        assertThat(page(city, "/audit/entries/2")).contains("经信局", "经济和信息化局", "变更前");
        assertThat(pages.get().uri("/" + city.code() + "/audit/entries/77").with(auditor(city)))
                .hasStatus(404);
        assertThat(pages.get().uri("/" + city.code() + "/audit/entries/x").with(auditor(city)))
                .hasStatus(404);
    }

    @Test
    void the_auditor_has_the_chain_verified_and_sees_when() {
        City city = cities.fresh();
        happened(city, "a", "b");
        assertThat(pages.post()
                        .uri("/" + city.code() + "/audit/verification")
                        .with(auditor(city))
                        .with(csrf()))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/" + city.code() + "/audit");
        assertThat(page(city, "/audit")).contains("完整", "测试员", "核验日志链");

        assertThat(pages.post()
                        .uri("/" + city.code() + "/audit/verification")
                        .param("anchor", "ab".repeat(32))
                        .with(auditor(city))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(page(city, "/audit")).contains("已损坏", "不在链中");

        assertThat(pages.post()
                        .uri("/" + city.code() + "/audit/verification")
                        .param("anchor", "short")
                        .with(auditor(city))
                        .with(csrf()))
                .hasStatus3xxRedirection();
    }

    @Test
    void the_auditor_takes_a_bundle_away_and_the_trail_says_so() {
        City city = cities.fresh();
        happened(city, "a", "b");
        var answer = pages.post()
                .uri("/" + city.code() + "/audit/export")
                .with(auditor(city))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatusOk().hasContentType("application/zip");
        assertThat(answer.getResponse().getContentAsByteArray()).startsWith('P', 'K');
        assertThat(page(city, "/audit")).contains("导出审计日志");
    }

    @Test
    void nobody_else_gets_in() {
        City city = cities.fresh();
        assertThat(pages.get().uri("/" + city.code() + "/audit").with(actingAs.role(city, Role.CITY_ADMIN)))
                .hasStatus(403);
    }

    @Test
    void the_platform_has_a_trail_of_its_own() {
        City platform = list.platform();
        happened(platform, "a", "b");
        assertThat(pages.get().uri("/platform/audit").with(actingAs.role(platform, Role.PLATFORM_OPERATOR)))
                .hasStatusOk();
    }

    @Test
    void the_pages_are_in_english_too() {
        City city = cities.fresh();
        happened(city, "a", "b");
        assertThat(page(city, "/audit?lang=en")).contains("Audit trail", "Not verified yet");
        assertThat(CurrentCity.supply(city, () -> audit.verify()).intact()).isTrue();
    }

    private void happened(City city, String from, String to) {
        cities.in(city, () -> {
            events.publishEvent(new Renamed(Ids.next(), from, to));
            return null;
        });
    }

    private RequestPostProcessor auditor(City city) {
        return actingAs.role(city, Role.AUDITOR);
    }

    private String page(City city, String path) {
        var answer =
                pages.get().uri("/" + city.code() + path).with(auditor(city)).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
