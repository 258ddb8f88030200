package fledge.identity;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.kernel.Reason;
import fledge.kernel.RuleRefused;
import fledge.tenancy.CityMemory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The units of the city: a few dozen in one tree, read whole. */
@Service
public class UnitService {

    private static final String TREE = "tree";

    private final UnitRepository units;
    private final ActorDirectory actors;
    private final ApplicationEventPublisher events;
    private final CityMemory<String, List<UnitView>> remembered = CityMemory.ofChanging(Duration.ofSeconds(5));

    UnitService(UnitRepository units, ActorDirectory actors, ApplicationEventPublisher events) {
        this.units = units;
        this.actors = actors;
        this.events = events;
    }

    /** Adds a unit below its parent, after its siblings. */
    @Transactional
    public UUID add(NewUnit added) {
        requireMayManage();
        if (units.existsByCode(added.code())) {
            throw new RuleRefused(Reason.on("code", "identity.unit.code-taken", added.code()));
        }
        int depth = added.parentId() == null ? 0 : unit(added.parentId()).depth() + 1;
        Unit unit = units.save(new Unit(added, (int) units.count() + 1));
        actors.forgetCity();
        remembered.forget();
        events.publishEvent(new UnitAdded(unit.view(depth)));
        return unit.id();
    }

    /** Gives the unit another name; the old one becomes an alias. */
    @Transactional
    public void rename(UUID id, String nameZh, String nameEn) {
        change(id, unit -> unit.rename(nameZh, nameEn));
    }

    /** One more name under which documents know the unit. */
    @Transactional
    public void addAlias(UUID id, String alias) {
        change(id, unit -> unit.alsoKnownAs(alias));
    }

    /** The unit exists until that day; its history stays. */
    @Transactional
    public void endAfter(UUID id, LocalDate lastDay) {
        LocalDate from = unit(id).validFrom();
        if (from != null && lastDay.isBefore(from)) {
            throw new RuleRefused(Reason.on("validTo", "identity.unit.ends-before-start", from));
        }
        change(id, unit -> unit.endAfter(lastDay));
    }

    /** Every unit, each parent before its children. */
    @Transactional(readOnly = true)
    public List<UnitView> units() {
        return remembered.get(TREE, this::read);
    }

    private List<UnitView> read() {
        Map<Optional<UUID>, List<UnitView>> children = units.findAllByOrderByPositionAscCodeAsc().stream()
                .map(unit -> unit.view(0))
                .collect(Collectors.groupingBy(unit -> Optional.ofNullable(unit.parentId())));
        var tree = new ArrayList<UnitView>();
        appendChildren(Optional.empty(), 0, children, tree);
        return List.copyOf(tree);
    }

    @Transactional(readOnly = true)
    public Map<UUID, UnitView> byId() {
        return byId(units());
    }

    private static Map<UUID, UnitView> byId(List<UnitView> tree) {
        return tree.stream()
                .collect(Collectors.toMap(UnitView::id, unit -> unit, (one, other) -> one, LinkedHashMap::new));
    }

    @Transactional(readOnly = true)
    public UnitView unit(UUID id) {
        return units().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("unit " + id));
    }

    /** The name by which the audit trail knows the unit; one row, where the tree is not needed. */
    @Transactional(readOnly = true)
    public String label(UUID id) {
        return units.findById(id)
                .orElseThrow(() -> new NotFound("unit " + id))
                .view(0)
                .nameZh();
    }

    /** The unit and the units above it, the top one last; row by row where the tree is not at hand. */
    @Transactional(readOnly = true)
    public List<UUID> upwards(UUID id) {
        Optional<Map<UUID, UnitView>> tree = remembered.known(TREE).map(UnitService::byId);
        Function<UUID, Optional<UnitView>> find = one -> tree.isPresent()
                ? Optional.ofNullable(tree.get().get(one))
                : units.findById(one).map(unit -> unit.view(0));
        return Stream.iterate(
                        find.apply(id),
                        Optional::isPresent,
                        unit -> unit.map(UnitView::parentId).flatMap(find))
                .map(unit -> unit.orElseThrow().id())
                .toList();
    }

    /** The unit and every unit below it. */
    @Transactional(readOnly = true)
    public Set<UUID> withDescendants(UUID id) {
        return withDescendants(List.of(id));
    }

    /** These units and every unit below one of them. */
    @Transactional(readOnly = true)
    public Set<UUID> withDescendants(Collection<UUID> ids) {
        Map<UUID, List<UnitView>> children = units().stream()
                .filter(unit -> unit.parentId() != null)
                .collect(Collectors.groupingBy(unit -> Objects.requireNonNull(unit.parentId())));
        var found = new HashSet<UUID>();
        var open = new ArrayDeque<>(ids);
        while (!open.isEmpty()) {
            UUID next = open.remove();
            if (found.add(next)) {
                children.getOrDefault(next, List.of()).forEach(child -> open.add(child.id()));
            }
        }
        return Set.copyOf(found);
    }

    private void change(UUID id, Consumer<Unit> change) {
        requireMayManage();
        int depth = unit(id).depth();
        Unit unit = units.findById(id).orElseThrow(() -> new NotFound("unit " + id));
        UnitView was = unit.view(depth);
        change.accept(unit);
        actors.forgetCity();
        remembered.forget();
        events.publishEvent(new UnitChanged(was, unit.view(depth)));
    }

    private static void requireMayManage() {
        if (!Actor.current().equals(Actor.SYSTEM)) {
            Actor.current().require(Right.PEOPLE_MANAGE);
        }
    }

    private static void appendChildren(
            Optional<UUID> parent, int depth, Map<Optional<UUID>, List<UnitView>> children, List<UnitView> tree) {
        for (UnitView unit : children.getOrDefault(parent, List.of())) {
            tree.add(unit.at(depth));
            appendChildren(Optional.of(unit.id()), depth + 1, children, tree);
        }
    }
}
