package fledge.reminder;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CalendarKeyRepository extends JpaRepository<CalendarKey, UUID> {

    Optional<CalendarKey> findByAccountIdAndRevokedAtIsNull(UUID accountId);

    Optional<CalendarKey> findByDigestAndRevokedAtIsNull(String digest);
}
