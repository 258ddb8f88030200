package fledge.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The mail server (SMTP), which may be away, or not set up at all. */
@Component
class PostOffice {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>:;,]+@[^\\s<>:;,]+");

    private final @Nullable JavaMailSender sender;
    private final String from;

    PostOffice(ObjectProvider<JavaMailSender> sender, @Value("${fledge.mail.from}") String from) {
        this.sender = sender.getIfAvailable();
        this.from = from;
    }

    /** What the server said; without a reason it took the mail. */
    record Answer(@Nullable LetterReason reason, String words) {}

    /** Whether there is a server to give mail to. */
    boolean isSetUp() {
        return sender != null;
    }

    Answer post(Mail mail) {
        if (sender == null) {
            throw new IllegalStateException("no mail server is set up");
        }
        try {
            sender.send(message(sender.createMimeMessage(), mail));
            return new Answer(null, "");
        } catch (MailException | MessagingException e) {
            return new Answer(reason(e), words(e));
        }
    }

    private MimeMessage message(MimeMessage message, Mail mail) throws MessagingException {
        var parts =
                new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_RELATED, StandardCharsets.UTF_8.name());
        parts.setFrom(from);
        parts.setTo(mail.to());
        parts.setSubject(mail.subject());
        parts.setText(mail.text(), mail.html());
        message.setHeader("Message-ID", mail.id());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static LetterReason reason(Exception failure) {
        if (failure instanceof MailAuthenticationException) {
            return LetterReason.SIGN_IN_REFUSED;
        }
        if (causes(failure).anyMatch(PostOffice::refusesAddress)) {
            return LetterReason.ADDRESS_REFUSED;
        }
        return causes(failure).anyMatch(IOException.class::isInstance)
                ? LetterReason.UNREACHABLE
                : LetterReason.REFUSED;
    }

    private static boolean refusesAddress(Throwable cause) {
        return cause instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0;
    }

    /** The last word is the server's own; whom it refuses it names, and that is nobody else's business. */
    private static String words(Exception failure) {
        return causes(failure)
                .reduce((one, deeper) -> deeper)
                .map(Throwable::getMessage)
                .map(said -> ADDRESS.matcher(said)
                        .replaceAll("***")
                        .replaceAll("\\s+", " ")
                        .strip())
                .orElse("");
    }

    /** A failed sending hides what happened beside its causes instead of among them. */
    private static Stream<Throwable> causes(Throwable failure) {
        Throwable next = failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? sending.getMessageExceptions()[0]
                : failure instanceof MessagingException messaging && messaging.getNextException() != null
                        ? messaging.getNextException()
                        : failure.getCause();
        return next == null ? Stream.of(failure) : Stream.concat(Stream.of(failure), causes(next));
    }
}
