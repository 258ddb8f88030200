package fledge.base.web;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where bases stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class BaseNavigation {

    @Bean
    NavigationEntry basesEntry() {
        return new NavigationEntry(36, "bases", "/bases", Right.BASE_LIST);
    }
}
