package fledge.enterprise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.ListCrudRepository;

interface GrowthEventRepository extends ListCrudRepository<GrowthEvent, UUID> {

    List<GrowthEvent> findByEnterpriseIdOrderByHappenedOnDesc(UUID enterpriseId);

    Optional<GrowthEvent> findByIdAndEnterpriseId(UUID id, UUID enterpriseId);

    boolean existsByEnterpriseIdAndKindAndHappenedOnAndWithdrawnAtIsNull(
            UUID enterpriseId, GrowthKind kind, LocalDate happenedOn);

    void flush();

    boolean existsByFormerCodeAndWithdrawnAtIsNull(String formerCode);

    @Query("""
            select new fledge.enterprise.GrowthName(e.id, e.nameZh, e.districtId, g.happenedOn, g.evidence)
            from GrowthEvent g join Enterprise e on e.id = g.enterpriseId
            where g.kind = :kind and g.withdrawnAt is null and g.happenedOn between :from and :to
            order by g.happenedOn desc, g.id desc limit :rows offset :offset""")
    List<GrowthName> names(GrowthKind kind, LocalDate from, LocalDate to, int offset, int rows);
}
