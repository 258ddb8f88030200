package fledge.monitoring.web;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where monitoring stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class MonitoringPortal {

    @Bean
    NavigationEntry returnsEntry() {
        return new NavigationEntry(20, "returns", "/returns", Right.RETURN_LIST);
    }

    @Bean
    NavigationEntry roundsEntry() {
        return new NavigationEntry(25, "rounds", "/rounds", Right.ROUND_READ);
    }

    @Bean
    NavigationEntry rulesEntry() {
        return new NavigationEntry(27, "rules", "/rules", Right.RULE_READ);
    }

    @Bean
    NavigationEntry progressEntry() {
        return new NavigationEntry(30, "progress", "/progress", Right.PROGRESS_READ);
    }

    @Bean
    NavigationEntry ratesEntry() {
        return new NavigationEntry(32, "rates", "/rates", Right.PROGRESS_READ);
    }

    @Bean
    NavigationEntry sourcesEntry() {
        return new NavigationEntry(33, "sources", "/sources", Right.PROGRESS_READ);
    }
}
