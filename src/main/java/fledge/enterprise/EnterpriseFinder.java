package fledge.enterprise;

import fledge.access.Actor;
import fledge.access.NotFound;
import fledge.access.Right;
import fledge.enterprise.rules.CreditCode;
import fledge.enterprise.rules.SizeStandard;
import fledge.identity.UnitView;
import fledge.tenancy.CurrentCity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the register: lists, counts, and the file of one enterprise. */
@Service
public class EnterpriseFinder {

    private final Enterprises register;
    private final EnterpriseRepository enterprises;
    private final EnterpriseYearRepository years;
    private final EnterpriseTagRepository tags;
    private final GrowthEventRepository growth;
    private final EnterpriseStepRepository steps;
    private final EnterpriseSearch search;
    private final PopulationService populations;
    private final Sizing sizing;
    private final EntryChecks checks;

    EnterpriseFinder(
            Enterprises register,
            EnterpriseRepository enterprises,
            EnterpriseYearRepository years,
            EnterpriseTagRepository tags,
            GrowthEventRepository growth,
            EnterpriseStepRepository steps,
            EnterpriseSearch search,
            PopulationService populations,
            Sizing sizing,
            EntryChecks checks) {
        this.register = register;
        this.enterprises = enterprises;
        this.years = years;
        this.tags = tags;
        this.growth = growth;
        this.steps = steps;
        this.search = search;
        this.populations = populations;
        this.sizing = sizing;
        this.checks = checks;
    }

    /** Rows of the list from {@code offset} on, by the initials of their names. */
    @Transactional(readOnly = true)
    public List<EnterpriseLine> page(EnterpriseFilter filter, int offset, int limit) {
        Actor.current().require(Right.ENTERPRISE_READ);
        return search.page(CurrentCity.get().id(), filter, register.today(), offset, limit);
    }

    /** How many enterprises of the list are of which size; sizes nobody has are left out. */
    @Transactional(readOnly = true)
    public List<ClassCount> counts(EnterpriseFilter filter) {
        Actor.current().require(Right.ENTERPRISE_READ);
        return search.counts(
                CurrentCity.get().id(),
                filter,
                register.today(),
                populations.population().population());
    }

    @Transactional(readOnly = true)
    public EnterpriseView one(UUID id) {
        Actor actor = Actor.current();
        if (!actor.may(Right.ENTERPRISE_READ) && !actor.may(Right.ENTERPRISE_OWN, id)) {
            throw new NotFound("enterprise " + id);
        }
        return enterprises
                .findById(id)
                .orElseThrow(() -> new NotFound("enterprise " + id))
                .view();
    }

    /** The enterprise of that code, for other rooms that know a code; pages do not say what comes of it. */
    @Transactional(readOnly = true)
    public Optional<EnterpriseView> known(String creditCode) {
        return enterprises.findByCreditCode(CreditCode.normalise(creditCode)).map(Enterprise::view);
    }

    /** Everything the register knows of it, for officers and for who represents it. */
    @Transactional(readOnly = true)
    public EnterpriseFile file(UUID id) {
        EnterpriseView enterprise = one(id);
        List<EnterpriseFile.Year> its = years.findByEnterpriseIdOrderByYearDesc(id).stream()
                .map(EnterpriseYear::view)
                .toList();
        PopulationView population = populations.population();
        List<EnterpriseFile.Growth> grown = growth.findByEnterpriseIdOrderByHappenedOnDesc(id).stream()
                .map(GrowthEvent::view)
                .toList();
        return new EnterpriseFile(
                enterprise,
                its.isEmpty() ? null : explained(its.getFirst()),
                population,
                population.population().exclusions(enterprise.member()),
                its,
                tags.findByEnterpriseIdOrderByGrantedOnDesc(id).stream()
                        .map(EnterpriseTag::view)
                        .toList(),
                grown,
                steps.findByEnterpriseIdOrderByNumberDesc(id).stream()
                        .map(EnterpriseStep::view)
                        .toList(),
                was(grown),
                enterprise.kind() == EnterpriseKind.HOUSEHOLD ? became(enterprise.creditCode()) : null);
    }

    private EnterpriseFile.@Nullable Relative was(List<EnterpriseFile.Growth> grown) {
        return grown.stream()
                .filter(step -> step.withdrawnFor() == null)
                .flatMap(step -> Stream.ofNullable(step.formerCode()))
                .findFirst()
                .map(code -> enterprises
                        .findByCreditCode(code)
                        .map(EnterpriseFinder::relative)
                        .orElseGet(() -> new EnterpriseFile.Relative(code, null, null)))
                .orElse(null);
    }

    private EnterpriseFile.@Nullable Relative became(String code) {
        return enterprises.grownFrom(code).map(EnterpriseFinder::relative).orElse(null);
    }

    private static EnterpriseFile.Relative relative(Enterprise found) {
        return new EnterpriseFile.Relative(found.creditCode(), found.id(), found.nameZh());
    }

    /** The day it is, for what a page says of today. */
    @Transactional(readOnly = true)
    public LocalDate today() {
        return register.today();
    }

    /** The districts and towns an enterprise can be of. */
    @Transactional(readOnly = true)
    public List<UnitView> districts() {
        return checks.districts(register.today());
    }

    private SizeStandard.@Nullable Result explained(EnterpriseFile.Year newest) {
        return sizing.of(newest.industryCode(), newest.year(), newest.figures());
    }
}
