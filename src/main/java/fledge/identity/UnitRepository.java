package fledge.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface UnitRepository extends JpaRepository<Unit, UUID> {

    List<Unit> findAllByOrderByPositionAscCodeAsc();

    boolean existsByCode(String code);
}
