package fledge.enterprise;

import fledge.enterprise.rules.SizeStandard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The versions of the size standard, from the table enterprise/size-standards.csv; a new one is a new block of lines there. */
@Component
public class SizeStandards {

    private final List<SizeStandard> versions;

    SizeStandards() {
        versions = read();
    }

    /** The version in force on a day; before the first one, the first. */
    public SizeStandard on(LocalDate day) {
        return versions.stream()
                .filter(version -> version.isInForceOn(day))
                .findFirst()
                .orElseGet(versions::getFirst);
    }

    private static List<SizeStandard> read() {
        try {
            return SizeStandard.read(new ClassPathResource("enterprise/size-standards.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
