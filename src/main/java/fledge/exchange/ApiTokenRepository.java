package fledge.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ApiTokenRepository extends ListCrudRepository<ApiToken, UUID> {

    Optional<ApiToken> findBySecretHash(String secretHash);

    List<ApiToken> findByUnitIdInOrderByIssuedAtDesc(Collection<UUID> units);

    List<ApiToken> findByAccountIdAndRevokedAtIsNull(UUID accountId);
}
