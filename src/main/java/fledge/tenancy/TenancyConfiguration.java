package fledge.tenancy;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.vendor.Database;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** Supplies the dialect through the vendor adapter: set on the transaction manager it would be silently replaced. */
@Configuration(proxyBeanMethods = false)
class TenancyConfiguration {

    @Bean
    JpaVendorAdapter jpaVendorAdapter() {
        var dialect = new CityBoundDialect();
        var adapter = new HibernateJpaVendorAdapter() {
            @Override
            public HibernateJpaDialect getJpaDialect() {
                return dialect;
            }
        };
        adapter.setDatabase(Database.POSTGRESQL);
        return adapter;
    }
}
