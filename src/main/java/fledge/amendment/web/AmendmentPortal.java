package fledge.amendment.web;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where amendments stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class AmendmentPortal {

    @Bean
    NavigationEntry amendmentsEntry() {
        return new NavigationEntry(27, "amendments", "/amendments", Right.AMENDMENT_READ);
    }
}
