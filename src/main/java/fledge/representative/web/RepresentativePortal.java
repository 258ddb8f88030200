package fledge.representative.web;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The module's lines in the navigation. */
@Configuration(proxyBeanMethods = false)
class RepresentativePortal {

    @Bean
    NavigationEntry representativesEntry() {
        return new NavigationEntry(41, "representatives", "/representatives", Right.REPRESENTATIVE_READ);
    }

    @Bean
    static NavigationEntry ownEnterprisesEntry() {
        return new NavigationEntry(20, "own-enterprises", "/me/enterprises", Right.ENTERPRISE_OWN);
    }
}
