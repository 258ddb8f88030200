package fledge.identity.web;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The module's lines in the navigation. */
@Configuration(proxyBeanMethods = false)
class IdentityPortal {

    @Bean
    NavigationEntry citiesEntry() {
        return new NavigationEntry(60, "cities", "/cities", Right.CITY_LIST_MANAGE);
    }

    @Bean
    static NavigationEntry unitsEntry() {
        return new NavigationEntry(70, "units", "/units", Right.UNIT_READ);
    }

    @Bean
    static NavigationEntry peopleEntry() {
        return new NavigationEntry(72, "people", "/people", Right.PEOPLE_READ);
    }

    @Bean
    static NavigationEntry appointmentsEntry() {
        return new NavigationEntry(74, "appointments", "/appointments", Right.PEOPLE_READ);
    }

    @Bean
    static NavigationEntry delegationsEntry() {
        return new NavigationEntry(76, "delegations", "/delegations", Right.PEOPLE_READ);
    }

    @Bean
    static NavigationEntry ownDelegationsEntry() {
        return new NavigationEntry(88, "own-delegations", "/me/delegations", Right.OWN_DESK);
    }

    @Bean
    static NavigationEntry sessionsEntry() {
        return new NavigationEntry(90, "sessions", "/me/sessions", Right.OWN_DESK);
    }

    @Bean
    static NavigationEntry passwordEntry() {
        return new NavigationEntry(92, "password", "/me/password", Right.OWN_DESK);
    }
}
