package fledge.amendment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AmendmentLineRepository extends JpaRepository<AmendmentLine, UUID> {

    List<AmendmentLine> findByAmendmentIdOrderByPosition(UUID amendmentId);
}
