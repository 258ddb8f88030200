package fledge.programme.web;

import fledge.kernel.Quarter;
import fledge.programme.Bilingual;
import fledge.programme.Definition;
import fledge.programme.NewDefinition;
import org.jspecify.annotations.Nullable;

/** A new version of a definition as typed. */
record DefinitionForm(
        @Nullable String version,
        @Nullable String validFrom,
        @Nullable String definitionZh,
        @Nullable String definitionEn,
        @Nullable String formulaText,
        @Nullable String numeratorZh,
        @Nullable String numeratorEn,
        @Nullable String denominatorZh,
        @Nullable String denominatorEn,
        @Nullable String population,
        @Nullable String dataSource,
        @Nullable String legalBasis,
        @Nullable String reason,
        @Nullable String incomparable) {

    int shownVersion() {
        return shownVersion(version);
    }

    static int shownVersion(@Nullable String version) {
        return new FormInput("programme.definition").whole("version", version, 0);
    }

    NewDefinition read() {
        var input = new FormInput("programme.definition");
        Quarter from = quarter(input);
        var made = new NewDefinition(
                from,
                new Definition(
                        both(definitionZh, definitionEn),
                        FormInput.textOrNull(formulaText),
                        both(numeratorZh, numeratorEn),
                        both(denominatorZh, denominatorEn)),
                FormInput.textOrNull(population),
                FormInput.textOrNull(dataSource),
                FormInput.textOrNull(legalBasis),
                FormInput.text(reason),
                FormInput.textOrNull(incomparable));
        input.end();
        return made;
    }

    private @Nullable Quarter quarter(FormInput input) {
        String typed = FormInput.text(validFrom);
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return Quarter.parse(typed);
        } catch (IllegalArgumentException e) {
            input.refuse("validFrom", "programme.check.choose");
            return null;
        }
    }

    private static @Nullable Bilingual both(@Nullable String zh, @Nullable String en) {
        String first = FormInput.text(zh);
        String second = FormInput.text(en);
        return first.isEmpty() && second.isEmpty() ? null : new Bilingual(first, second);
    }
}
