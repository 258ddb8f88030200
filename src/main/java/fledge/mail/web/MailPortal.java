package fledge.mail.web;

import fledge.access.Right;
import fledge.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where mail stands in the navigation. */
@Configuration(proxyBeanMethods = false)
class MailPortal {

    @Bean
    NavigationEntry ownMailEntry() {
        return new NavigationEntry(87, "own-mail", "/me/mail", Right.OWN_DESK);
    }

    @Bean
    NavigationEntry mailQueueEntry() {
        return new NavigationEntry(78, "mail-queue", "/mail", Right.MAIL_QUEUE);
    }
}
