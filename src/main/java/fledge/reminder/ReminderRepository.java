package fledge.reminder;

import fledge.monitoring.Turn;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.ListCrudRepository;

interface ReminderRepository extends ListCrudRepository<Reminder, UUID> {

    Optional<Reminder> findByReturnIdAndKindAndSentOn(UUID returnId, ReminderKind kind, LocalDate day);

    boolean existsByReturnIdAndKindAndTurnAndSentOn(UUID returnId, ReminderKind kind, Turn turn, LocalDate day);

    List<Reminder> findByReturnIdOrderBySentAtDescIdDesc(UUID returnId);

    List<Reminder> findByRoundIdOrderBySentAtDescIdDesc(UUID roundId, Limit most);

    List<Reminder> findByReturnIdAndSettledAtIsNull(UUID returnId);

    List<Reminder> findByUnitIdInAndSettledAtIsNullOrderBySentAtDescIdDesc(Collection<UUID> units);
}
