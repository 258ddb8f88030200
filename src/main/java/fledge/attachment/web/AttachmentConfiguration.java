package fledge.attachment.web;

import fledge.attachment.AttachmentService;
import fledge.ui.UploadLimit;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How large a file may be on its way in. */
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

    @Bean
    UploadLimit attachmentLimit() {
        return new UploadLimit(
                Pattern.compile("/[a-z0-9-]+/[a-z-]+/[0-9a-fA-F-]{36}/attachments"),
                AttachmentService.MEGABYTES * 1024L * 1024);
    }
}
