package fledge.base;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A base (基地): where small and micro enterprises are housed or served. Money is kept in fen and shown in yuan. */
@Entity
class Base extends CityOwned {

    private static final int FEN_DECIMALS = 2;

    private String nameZh;
    private String nameEn;

    @Enumerated(EnumType.STRING)
    private BaseKind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable BaseLevel level;

    @Enumerated(EnumType.STRING)
    private @Nullable BasePhase phase;

    private String operatorName;
    private @Nullable UUID operatorUnitId;
    private @Nullable UUID zoneId;
    private @Nullable UUID partOf;
    private @Nullable BigDecimal landM2;
    private @Nullable BigDecimal floorM2;
    private @Nullable BigDecimal floorDoneM2;
    private @Nullable Long investmentTotalFen;
    private @Nullable Long investmentDoneFen;
    private String note;
    private String document;
    private @Nullable Integer line;
    private String quote;
    private boolean sample;
    private @Nullable UUID registeredBy;
    private Instant registeredAt;
    private @Nullable UUID revisedBy;
    private @Nullable Instant revisedAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected Base() {}

    @SuppressWarnings("NullAway") // write fills the rest
    Base(BaseEntry entry, @Nullable UUID person, Instant now) {
        this.registeredBy = person;
        this.registeredAt = now;
        this.sample = entry.sample();
        write(entry);
    }

    void revise(BaseEntry entry, UUID person, Instant now) {
        write(entry);
        revisedBy = person;
        revisedAt = now;
    }

    private void write(BaseEntry entry) {
        nameZh = entry.nameZh();
        nameEn = entry.nameEn();
        kind = entry.kind();
        level = entry.level();
        phase = entry.phase();
        operatorName = entry.operatorName();
        operatorUnitId = entry.operatorUnitId();
        zoneId = entry.zoneId();
        partOf = entry.partOf();
        note = entry.note();
        document = entry.source().document();
        line = entry.source().line();
        quote = entry.source().quote();
        write(entry.numbers());
    }

    /** Sets one number: none while documents contradict each other about it, the chosen one afterwards. */
    void settle(BaseField field, @Nullable BigDecimal value) {
        write(numbers().with(field, value));
    }

    private void write(BaseNumbers numbers) {
        landM2 = numbers.land();
        floorM2 = numbers.floor();
        floorDoneM2 = numbers.floorDone();
        investmentTotalFen = fen(numbers.investmentTotal());
        investmentDoneFen = fen(numbers.investmentDone());
    }

    private static @Nullable Long fen(@Nullable BigDecimal yuan) {
        return yuan == null ? null : yuan.movePointRight(FEN_DECIMALS).longValueExact();
    }

    private static @Nullable BigDecimal yuan(@Nullable Long fen) {
        return fen == null ? null : BigDecimal.valueOf(fen, FEN_DECIMALS);
    }

    String nameZh() {
        return nameZh;
    }

    @Nullable
    UUID operatorUnitId() {
        return operatorUnitId;
    }

    @Nullable
    UUID zoneId() {
        return zoneId;
    }

    @Nullable
    UUID partOf() {
        return partOf;
    }

    Source source() {
        return new Source(document, line, quote);
    }

    BaseNumbers numbers() {
        return new BaseNumbers(landM2, floorM2, floorDoneM2, yuan(investmentTotalFen), yuan(investmentDoneFen));
    }

    private BaseEntry entry() {
        return new BaseEntry(
                nameZh,
                nameEn,
                kind,
                level,
                phase,
                operatorName,
                operatorUnitId,
                zoneId,
                partOf,
                numbers(),
                note,
                source(),
                sample);
    }

    BaseView view() {
        return new BaseView(id(), version(), entry(), registeredBy, registeredAt, revisedBy, revisedAt);
    }
}
