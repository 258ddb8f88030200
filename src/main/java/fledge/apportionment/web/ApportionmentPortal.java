package fledge.apportionment.web;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where decomposition stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class ApportionmentPortal {

    @Bean
    NavigationEntry targetSetsEntry() {
        return new NavigationEntry(32, "target-sets", "/target-sets", Right.TARGET_READ);
    }

    @Bean
    NavigationEntry ownTargetsEntry() {
        return new NavigationEntry(22, "my-targets", "/my-targets", Right.TARGET_OWN);
    }

    @Bean
    NavigationEntry targetChangesEntry() {
        return new NavigationEntry(33, "target-changes", "/target-changes", Right.PROGRAMME_READ);
    }
}
