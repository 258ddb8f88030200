package fledge.enterprise;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The first letters of a name's syllables: 路桥塑料 is LQSL. Latin letters and digits stand for themselves, marks for nothing. */
@Component
class PinyinInitials {

    private final Transliterator toLatin = Transliterator.getInstance("Han-Latin; Latin-ASCII");
    private final Map<Integer, String> known = new ConcurrentHashMap<>();

    String of(String name) {
        return name.codePoints()
                .mapToObj(character -> known.computeIfAbsent(character, this::initial))
                .collect(Collectors.joining());
    }

    /** One character at a time: names are not words, and of a character with several readings the usual one is taken. */
    private synchronized String initial(int character) {
        String latin =
                toLatin.transliterate(Character.toString(character)).strip().toUpperCase(Locale.ROOT);
        return latin.isEmpty() || !isPlain(latin.charAt(0)) ? "" : latin.substring(0, 1);
    }

    private static boolean isPlain(char letter) {
        return (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
    }
}
