package fledge.tenancy;

import fledge.kernel.Ids;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** What every entity of a city has: the city, an id that is unique everywhere, and a version against lost updates. */
@MappedSuperclass
public abstract class CityOwned {

    @Id
    private UUID id = Ids.next();

    @TenantId
    private @Nullable Short cityId;

    @Version
    private @Nullable Integer version;

    public UUID id() {
        return id;
    }

    /** Null until the row is written. */
    public @Nullable Short cityId() {
        return cityId;
    }

    /** The version a form carries, so that a later save can be refused; 0 until the row is written. */
    public int version() {
        return version == null ? 0 : version;
    }
}
