package fledge.tenancy;

import java.util.Map;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/** Tells Hibernate the bound city, so that {@code @TenantId} filters and fills; the database's policies hold without it. */
@Component
class CityTenantResolver implements CurrentTenantIdentifierResolver<Short>, HibernatePropertiesCustomizer {

    /** Sessions opened while the application starts, before any city: no row carries this id. */
    private static final short NO_CITY = -1;

    @Override
    public Short resolveCurrentTenantIdentifier() {
        return CurrentCity.isBound() ? CurrentCity.get().id() : NO_CITY;
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }

    @Override
    public void customize(Map<String, Object> properties) {
        properties.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, this);
    }
}
