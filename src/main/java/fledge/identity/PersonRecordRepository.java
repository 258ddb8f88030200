package fledge.identity;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface PersonRecordRepository extends JpaRepository<PersonRecord, UUID> {}
