package fledge.audit;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the trail into the navigation, last. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    NavigationEntry auditNavigation() {
        return new NavigationEntry(900, "audit", "/audit", Right.AUDIT_READ);
    }
}
