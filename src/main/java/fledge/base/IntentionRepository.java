package fledge.base;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface IntentionRepository extends ListCrudRepository<Intention, UUID> {

    List<Intention> findAllByOrderById();

    boolean existsByNameZh(String nameZh);
}
