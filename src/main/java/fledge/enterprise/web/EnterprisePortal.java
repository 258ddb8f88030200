package fledge.enterprise.web;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the register stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class EnterprisePortal {

    @Bean
    NavigationEntry enterprisesEntry() {
        return new NavigationEntry(40, "enterprises", "/enterprises", Right.ENTERPRISE_READ);
    }
}
