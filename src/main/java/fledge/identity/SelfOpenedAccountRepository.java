package fledge.identity;

import java.time.Instant;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SelfOpenedAccountRepository extends Repository<SelfOpenedAccount, UUID> {

    SelfOpenedAccount save(SelfOpenedAccount opened);

    int countByNetworkAndAtAfter(String network, Instant moment);

    int countByAtAfter(Instant moment);
}
