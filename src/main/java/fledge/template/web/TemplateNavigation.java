package fledge.template.web;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where report templates stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class TemplateNavigation {

    @Bean
    NavigationEntry templatesEntry() {
        return new NavigationEntry(26, "templates", "/templates", Right.TEMPLATE_READ);
    }
}
