package fledge.base;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface ClashRepository extends ListCrudRepository<Clash, UUID> {

    List<Clash> findAllByOrderByFoundAtAscIdAsc();

    List<Clash> findByBaseIdOrderByFoundAtAscIdAsc(UUID baseId);
}
