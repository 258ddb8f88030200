package fledge.base;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.identity.UnitService;
import fledge.kernel.AuditedEvent.Subject;
import fledge.kernel.Ids;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.PortalClock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of bases (基地台账). Officials see all of it; who operates a base, or works for the district it stands in, sees
 * that one only.
 */
@Service
public class BaseService {

    /** The longest name. */
    public static final int LONGEST_NAME = 100;

    private static final int LONGEST_SHORT_TEXT = 200;
    private static final int LONGEST_NOTE = 2000;
    private static final BigDecimal MOST_M2 = BigDecimal.valueOf(10_000_000_000L);
    private static final BigDecimal MOST_YUAN = BigDecimal.valueOf(10_000_000_000_000L);

    private final BaseRepository bases;
    private final ClashRepository clashes;
    private final UnitService units;
    private final PortalClock clock;
    private final ApplicationEventPublisher events;

    BaseService(
            BaseRepository bases,
            ClashRepository clashes,
            UnitService units,
            PortalClock clock,
            ApplicationEventPublisher events) {
        this.bases = bases;
        this.clashes = clashes;
        this.units = units;
        this.clock = clock;
        this.events = events;
    }

    /** What a filter leaves of the bases that this person may see, in the order of registration. */
    @Transactional(readOnly = true)
    public List<BaseView> list(BaseFilter filter) {
        Actor.current().require(Right.BASE_LIST);
        return bases.findAllByOrderById().stream()
                .filter(BaseService::isForActor)
                .map(Base::view)
                .filter(base -> filter.fits(base.entry()))
                .toList();
    }

    @Transactional(readOnly = true)
    public BaseView base(UUID id) {
        return seen(id).view();
    }

    /** A base that this person may see; any other is not there. */
    Base seen(UUID id) {
        Actor.current().require(Right.BASE_LIST);
        return bases.findById(id).filter(BaseService::isForActor).orElseThrow(() -> new NotFound("base " + id));
    }

    private static boolean isForActor(Base base) {
        Actor actor = Actor.current();
        return actor.may(Right.BASE_READ) || isOwn(actor, base.operatorUnitId()) || isOwn(actor, base.zoneId());
    }

    private static boolean isOwn(Actor actor, @Nullable UUID unitId) {
        return unitId != null && actor.may(Right.BASE_OWN, unitId);
    }

    /** The base for a change, locked. */
    Base lock(UUID id) {
        return bases.lock(id).orElseThrow(() -> new NotFound("base " + id));
    }

    @Transactional
    public UUID register(BaseEntry entry) {
        Actor.current().require(Right.BASE_MANAGE);
        check(entry, null);
        Base base = bases.save(new Base(entry, Actor.current().personId(), clock.now()));
        events.publishEvent(new BaseRegistered(subject(base), told(entry)));
        return base.id();
    }

    /** Writes anew what the register says of a base; a number that documents contradict is settled there and not typed here. */
    @Transactional
    public void revise(UUID id, int version, BaseEntry typed) {
        Actor.current().require(Right.BASE_MANAGE);
        Base base = lock(id);
        if (base.version() != version) {
            throw new RuleRefused(Reason.of("base.refused.changed-meanwhile"));
        }
        BaseEntry entry = typed.with(settled(base, typed.numbers()));
        check(entry, base);
        Map<String, String> before = told(base.view().entry());
        base.revise(entry, Actor.current().person(), clock.now());
        Map<String, String> after = told(base.view().entry());
        events.publishEvent(new BaseRevised(subject(base), lessThan(before, after), lessThan(after, before)));
    }

    /** Leaves a filtered list to whoever takes it out as a file, once that is on record. */
    @Transactional
    public List<BaseView> export(BaseFilter filter) {
        List<BaseView> exported = list(filter);
        events.publishEvent(new BasesExported(
                new Subject("base-register", Ids.next(), "基地台账"), Map.of("rows", Integer.toString(exported.size()))));
        return exported;
    }

    private BaseNumbers settled(Base base, BaseNumbers typed) {
        BaseNumbers numbers = typed;
        for (Clash clash : clashes.findByBaseIdOrderByFoundAtAscIdAsc(base.id())) {
            numbers = numbers.with(clash.field(), base.numbers().of(clash.field()));
        }
        return numbers;
    }

    private void check(BaseEntry entry, @Nullable Base of) {
        var reasons = new ArrayList<Reason>();
        if (entry.nameZh().isEmpty()) {
            reasons.add(Reason.on("nameZh", "base.refused.name"));
        }
        notTooLong(reasons, "nameZh", entry.nameZh(), LONGEST_NAME);
        notTooLong(reasons, "nameEn", entry.nameEn(), LONGEST_SHORT_TEXT);
        notTooLong(reasons, "operatorName", entry.operatorName(), LONGEST_NAME);
        notTooLong(reasons, "note", entry.note(), LONGEST_NOTE);
        check(reasons, entry.source());
        check(reasons, entry.numbers());
        RuleRefused.ifAny(reasons);
        bases.findByNameZh(entry.nameZh())
                .filter(other -> of == null || !other.id().equals(of.id()))
                .ifPresent(other -> {
                    throw new RuleRefused(Reason.on("nameZh", "base.refused.name-taken", entry.nameZh()));
                });
        units(entry);
        refuseCircles(entry.partOf(), of);
    }

    /** Refuses a place in a document that is too long or half said. */
    static void check(List<Reason> reasons, Source source) {
        notTooLong(reasons, "document", source.document(), LONGEST_SHORT_TEXT);
        notTooLong(reasons, "quote", source.quote(), LONGEST_SHORT_TEXT);
        if (source.document().isEmpty()
                && (source.line() != null || !source.quote().isEmpty())) {
            reasons.add(Reason.on("document", "base.refused.document"));
        }
    }

    private static void check(List<Reason> reasons, BaseNumbers numbers) {
        for (BaseField field : BaseField.values()) {
            BigDecimal number = numbers.of(field);
            if (number != null && isOutOfRange(field, number)) {
                reasons.add(InputReason.on(field.input(), "base.refused.number"));
            }
        }
        atMost(reasons, numbers, BaseField.FLOOR_DONE, BaseField.FLOOR);
        atMost(reasons, numbers, BaseField.INVESTMENT_DONE, BaseField.INVESTMENT_TOTAL);
    }

    /** Whether it is a number that no base has. */
    static boolean isOutOfRange(BaseField field, BigDecimal number) {
        return number.signum() < 0 || number.compareTo(field.measure().isMoney() ? MOST_YUAN : MOST_M2) > 0;
    }

    private static void atMost(List<Reason> reasons, BaseNumbers numbers, BaseField part, BaseField whole) {
        BigDecimal of = numbers.of(part);
        BigDecimal in = numbers.of(whole);
        if (of != null && in != null && of.compareTo(in) > 0) {
            reasons.add(Reason.on(part.input(), "base.refused.more-than-all", part, whole));
        }
    }

    static void notTooLong(List<Reason> reasons, String field, String text, int longest) {
        if (text.length() > longest) {
            reasons.add(InputReason.on(field, "base.refused.too-long", longest));
        }
    }

    /** Units of another city are not there. */
    private void units(BaseEntry entry) {
        if (entry.operatorUnitId() != null) {
            units.unit(entry.operatorUnitId());
        }
        if (entry.zoneId() != null) {
            units.unit(entry.zoneId());
        }
    }

    /** A part has no parts of its own, so there is no circle either. */
    private void refuseCircles(@Nullable UUID whole, @Nullable Base of) {
        if (whole == null) {
            return;
        }
        Base above = bases.findById(whole).orElseThrow(() -> new NotFound("base " + whole));
        boolean isWhole = of != null && bases.existsByPartOf(of.id());
        if (above.partOf() != null || isWhole || (of != null && of.id().equals(whole))) {
            throw new RuleRefused(Reason.on("partOf", "base.refused.part-of-part"));
        }
    }

    /** The units that run bases. */
    List<UUID> operators() {
        return bases.findAllByOrderById().stream()
                .map(Base::operatorUnitId)
                .filter(Objects::nonNull)
                .<UUID>map(unit -> unit)
                .distinct()
                .toList();
    }

    /** The base that a unit runs; empty where it runs none, or several, because then nobody knows which one is meant. */
    Optional<UUID> onlyBaseOf(UUID unitId) {
        List<Base> run = bases.findByOperatorUnitId(unitId);
        return run.size() == 1 ? Optional.of(run.getFirst().id()) : Optional.empty();
    }

    /** The name by which the audit trail knows a base. */
    String label(UUID id) {
        return bases.findById(id).map(Base::nameZh).orElseThrow(() -> new NotFound("base " + id));
    }

    static Subject subject(Base base) {
        return new Subject("base", base.id(), base.nameZh());
    }

    private static Map<String, String> told(BaseEntry entry) {
        var told = new TreeMap<String, String>();
        told.put("nameZh", entry.nameZh());
        told.put("nameEn", entry.nameEn());
        told.put("kind", entry.kind().name());
        told.put("level", Objects.toString(entry.level(), ""));
        told.put("phase", Objects.toString(entry.phase(), ""));
        told.put("operator", entry.operatorName());
        told.put("operatorUnit", Objects.toString(entry.operatorUnitId(), ""));
        told.put("zone", Objects.toString(entry.zoneId(), ""));
        told.put("partOf", Objects.toString(entry.partOf(), ""));
        for (BaseField field : BaseField.values()) {
            BigDecimal number = entry.numbers().of(field);
            told.put(field.name(), number == null ? "" : plain(number));
        }
        told.put("note", entry.note());
        told.put("document", entry.source().document());
        told.put("line", Objects.toString(entry.source().line(), ""));
        told.put("quote", entry.source().quote());
        return told;
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** What differs from the other. */
    static Map<String, String> lessThan(Map<String, String> one, Map<String, String> other) {
        return one.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(other.get(entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
