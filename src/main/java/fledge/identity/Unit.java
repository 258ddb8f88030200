package fledge.identity;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A unit of the city (单位): a department, a district, a leading group; renamed and dissolved, never deleted. */
@Entity
class Unit extends CityOwned {

    @Column
    private String code;

    @Column
    private String nameZh;

    @Column
    private String nameEn;

    @Enumerated(EnumType.STRING)
    private UnitKind kind;

    @Column
    private @Nullable UUID parentId;

    @Column
    private @Nullable LocalDate validFrom;

    @Column
    private @Nullable LocalDate validTo;

    @Column
    private List<String> aliases;

    @Column
    private int position;

    protected Unit() {}

    Unit(NewUnit unit, int position) {
        this.code = unit.code();
        this.nameZh = unit.nameZh();
        this.nameEn = unit.nameEn();
        this.kind = unit.kind();
        this.parentId = unit.parentId();
        this.validFrom = unit.validFrom();
        this.validTo = unit.validTo();
        this.aliases = List.copyOf(unit.aliases());
        this.position = position;
    }

    /** The old name stays findable as an alias. */
    void rename(String newNameZh, String newNameEn) {
        if (!newNameZh.equals(nameZh)) {
            alsoKnownAs(nameZh);
        }
        nameZh = newNameZh;
        nameEn = newNameEn;
    }

    void alsoKnownAs(String alias) {
        aliases = Stream.concat(aliases.stream(), Stream.of(alias)).distinct().toList();
    }

    void endAfter(LocalDate lastDay) {
        validTo = lastDay;
    }

    UnitView view(int depth) {
        return new UnitView(
                id(), code, nameZh, nameEn, kind, parentId, depth, validFrom, validTo, List.copyOf(aliases), position);
    }
}
