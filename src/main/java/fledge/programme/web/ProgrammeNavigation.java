package fledge.programme.web;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's lines of the navigation. */
@Configuration(proxyBeanMethods = false)
class ProgrammeNavigation {

    @Bean
    NavigationEntry programmesEntry() {
        return new NavigationEntry(30, "programmes", "/programmes", Right.PROGRAMME_READ);
    }

    @Bean
    NavigationEntry announcementsEntry() {
        return new NavigationEntry(35, "announcements", "/announcements", Right.OWN_DESK);
    }
}
