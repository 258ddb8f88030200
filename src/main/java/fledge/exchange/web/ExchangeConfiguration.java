package fledge.exchange.web;

import fledge.exchange.ImportService;
import fledge.ui.UploadLimit;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How large a workbook may be on its way in. */
@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    @Bean
    UploadLimit workbookLimit() {
        return new UploadLimit(
                Pattern.compile("/[a-z0-9-]+/(returns|target-sets)/[0-9a-fA-F-]{36}/import"),
                ImportService.LIMITS.bytes());
    }
}
