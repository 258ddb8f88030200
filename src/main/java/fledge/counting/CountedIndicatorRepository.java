package fledge.counting;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface CountedIndicatorRepository extends ListCrudRepository<CountedIndicator, UUID> {

    List<CountedIndicator> findAllByOrderById();
}
