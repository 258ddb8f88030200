package fledge.representative;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface RepresentativeStepRepository extends Repository<RepresentativeStep, UUID> {

    RepresentativeStep save(RepresentativeStep step);

    List<RepresentativeStep> findByRepresentativeIdOrderByNumberDesc(UUID representativeId);
}
