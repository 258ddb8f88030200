package fledge.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fledge.support.PortalTest;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PortalTest
class PageHeadTest {

    @Autowired
    MockMvcTester portal;

    @Test
    void every_file_that_a_page_names_in_its_head_is_served() throws Exception {
        var head = Jsoup.parse(portal.get().uri("/").exchange().getResponse().getContentAsString())
                .head();
        assertThat(head.select("link[href], script[src]").stream().flatMap(PageHeadTest::files))
                .hasSizeGreaterThan(4)
                .allSatisfy(file -> assertThat(portal.get().uri(file)).hasStatusOk());
    }

    private static Stream<String> files(Element named) {
        return Stream.of("href", "src", "data-library").map(named::attr).filter(file -> !file.isEmpty());
    }
}
