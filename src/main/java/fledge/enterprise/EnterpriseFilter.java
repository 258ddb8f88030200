package fledge.enterprise;

import fledge.enterprise.rules.SizeClass;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a list of enterprises is narrowed to; {@code industry} is a section's letter or a division's digits, {@code words} are searched. */
public record EnterpriseFilter(
        String words,
        @Nullable SizeClass size,
        @Nullable String industry,
        @Nullable UUID districtId,
        @Nullable TagKind tag,
        @Nullable EnterpriseStatus status) {

    /** Whether it asks only for what the register's tally is kept by. */
    boolean isTallied() {
        return words.isBlank() && industry == null && tag == null;
    }

    /** The same for every size, so that a list can say what it has of the others. */
    public EnterpriseFilter ofAnySize() {
        return new EnterpriseFilter(words, null, industry, districtId, tag, status);
    }
}
