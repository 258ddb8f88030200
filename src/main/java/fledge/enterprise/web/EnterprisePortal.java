package fledge.enterprise.web;

import fledge.access.Right;
import fledge.sheets.WorkbookLimits;
import fledge.ui.NavigationEntry;
import fledge.ui.UploadLimit;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the register stands in the navigation, and how large a file of enterprises may be. */
@Configuration(proxyBeanMethods = false)
class EnterprisePortal {

    @Bean
    NavigationEntry enterprisesEntry() {
        return new NavigationEntry(40, "enterprises", "/enterprises", Right.ENTERPRISE_READ);
    }

    @Bean
    UploadLimit enterpriseImportLimit() {
        return new UploadLimit(Pattern.compile("/[a-z0-9-]+/enterprises/imports"), WorkbookLimits.TABLE.bytes());
    }
}
