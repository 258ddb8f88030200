package fledge.base;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

interface HeadcountRepository extends ListCrudRepository<Headcount, UUID> {

    Optional<Headcount> findByResidencyIdAndAsOf(UUID residencyId, LocalDate asOf);

    List<Headcount> findByResidencyIdOrderByAsOfDesc(UUID residencyId);
}
