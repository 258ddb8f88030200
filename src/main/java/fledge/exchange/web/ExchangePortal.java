package fledge.exchange.web;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the tokens stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class ExchangePortal {

    @Bean
    NavigationEntry apiTokensEntry() {
        return new NavigationEntry(75, "api-tokens", "/api-tokens", Right.API_TOKEN_READ);
    }
}
