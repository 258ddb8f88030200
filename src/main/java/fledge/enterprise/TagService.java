package fledge.enterprise;

import fledge.access.NotFound;
import fledge.tenancy.PortalClock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What enterprises were recognised as, and until when. */
@Service
public class TagService {

    private final Enterprises enterprises;
    private final EnterpriseTagRepository tags;
    private final EntryChecks checks;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    TagService(
            Enterprises enterprises,
            EnterpriseTagRepository tags,
            EntryChecks checks,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.enterprises = enterprises;
        this.tags = tags;
        this.checks = checks;
        this.clock = clock;
        this.events = events;
    }

    @Transactional
    public void grant(UUID enterpriseId, NewTag typed) {
        Enterprise enterprise = enterprises.lock(enterpriseId);
        var words = new Words();
        NewTag granted = checks.tag(words, typed, enterprise.foundedOn(), enterprises.today());
        words.require(
                "grantedOn",
                !tags.existsByEnterpriseIdAndTagAndGrantedOnAndWithdrawnAtIsNull(
                        enterpriseId, granted.kind(), granted.grantedOn()),
                "enterprise.refused.known-already");
        words.refuse();
        tags.save(new EnterpriseTag(enterpriseId, granted, Enterprises.person(), clock.now()));
        events.publishEvent(new EnterpriseTagged(enterpriseId, enterprise.nameZh(), granted));
    }

    /** It was recorded wrongly: it stays to be seen, and counts no longer. */
    @Transactional
    public void withdraw(UUID enterpriseId, UUID tagId, @Nullable String reason) {
        Enterprise enterprise = enterprises.lock(enterpriseId);
        EnterpriseTag tag = tags.findByIdAndEnterpriseId(tagId, enterpriseId)
                .filter(found -> !found.isWithdrawn())
                .orElseThrow(() -> new NotFound("tag " + tagId));
        var words = new Words();
        String why = words.reason("reason", reason);
        words.refuse();
        tag.withdraw(why, Enterprises.person(), clock.now());
        events.publishEvent(
                new TagWithdrawn(enterpriseId, enterprise.nameZh(), tag.view().kind(), why));
    }
}
