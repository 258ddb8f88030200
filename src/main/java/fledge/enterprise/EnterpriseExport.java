package fledge.enterprise;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Ids;
import fledge.tenancy.CurrentCity;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands the register out line by line, however long it is; that it was taken out, and by which filter, stands in the trail first. */
@Service
public class EnterpriseExport {

    private final EnterpriseSearch search;
    private final EnterpriseFinder finder;
    private final Enterprises enterprises;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    EnterpriseExport(
            EnterpriseSearch search,
            EnterpriseFinder finder,
            Enterprises enterprises,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.search = search;
        this.finder = finder;
        this.enterprises = enterprises;
        this.events = events;
        this.transaction = transaction;
    }

    /** Hands over every enterprise of the list, by the initials of their names, without holding them all. */
    public void walk(EnterpriseFilter filter, Consumer<EnterpriseLine> taker) {
        Actor.current().require(Right.ENTERPRISE_READ);
        transaction.executeWithoutResult(status -> events.publishEvent(
                new EnterprisesExported(new Subject("enterprise-register", Ids.next(), "企业名录"), told(filter))));
        transaction.executeWithoutResult(
                status -> search.walk(CurrentCity.get().id(), filter, enterprises.today(), taker));
    }

    private Map<String, String> told(EnterpriseFilter filter) {
        var told = new TreeMap<String, String>();
        told.put(
                "rows",
                Integer.toString(finder.counts(filter).stream()
                        .mapToInt(ClassCount::number)
                        .sum()));
        put(told, "words", filter.words().isBlank() ? null : filter.words());
        put(told, "size", filter.size());
        put(told, "industryCode", filter.industry());
        put(told, "districtId", filter.districtId());
        put(told, "tag", filter.tag());
        put(told, "status", filter.status());
        return told;
    }

    private static void put(Map<String, String> told, String field, @Nullable Object value) {
        if (value != null) {
            told.put(field, Objects.toString(value));
        }
    }
}
