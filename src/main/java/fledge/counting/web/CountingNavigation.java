package fledge.counting.web;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where counted indicators stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class CountingNavigation {

    @Bean
    NavigationEntry countedIndicatorsEntry() {
        return new NavigationEntry(34, "counted-indicators", "/counted-indicators", Right.PROGRESS_READ);
    }
}
