package fledge.base;

import fledge.access.Actor;
import fledge.access.Right;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts recognitions of all the city's bases, whoever asks: they were made public when they were given. */
@Service
public class RecognitionCounts {

    private final BaseRepository bases;
    private final RecognitionRecords records;

    RecognitionCounts(BaseRepository bases, RecognitionRecords records) {
        this.bases = bases;
        this.records = records;
    }

    /** The names behind the number, the newest first; both days included. */
    @Transactional(readOnly = true)
    public Map<IntentionCount, List<RecognisedName>> names(Set<IntentionCount> counted, LocalDate from, LocalDate to) {
        Actor.current().require(Right.PROGRESS_READ);
        Map<UUID, BaseView> byId = bases.findAllByOrderById().stream()
                .map(Base::view)
                .collect(Collectors.toMap(BaseView::id, Function.identity()));
        RecognitionRecords.Standing standing = records.of(byId.values());
        return counted.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        one -> standing.behind(one, from, to).stream()
                                .map(term -> name(Objects.requireNonNull(byId.get(term.baseId())), term))
                                .sorted(Comparator.comparing(RecognisedName::from)
                                        .reversed())
                                .toList()));
    }

    private static RecognisedName name(BaseView base, TermView term) {
        return new RecognisedName(
                base.id(),
                base.entry().nameZh(),
                base.entry().nameEn(),
                base.entry().zoneId(),
                term.from(),
                term.documentNo());
    }
}
