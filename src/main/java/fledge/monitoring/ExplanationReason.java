package fledge.monitoring;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a figure is unusual, to choose from; one that is no longer offered stays for the findings that name it. */
@Entity
class ExplanationReason extends CityOwned {

    private String code;
    private int position;
    private String nameZh;
    private String nameEn;
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected ExplanationReason() {}

    ExplanationReason(String code, int position, String nameZh, String nameEn) {
        this.code = code;
        this.position = position;
        this.nameZh = nameZh;
        this.nameEn = nameEn;
    }

    /** What every city begins with. */
    static List<ExplanationReason> usual() {
        return List.of(
                new ExplanationReason("POLICY", 1, "政策变化", "Policy"),
                new ExplanationReason("SEASON", 2, "季节因素", "Season"),
                new ExplanationReason("ONE_OFF", 3, "一次性因素", "One-off"),
                new ExplanationReason("DEFINITION", 4, "口径调整", "Change of definition"),
                new ExplanationReason("SOURCE", 5, "数据来源变化", "Change of source"),
                new ExplanationReason("LATE_DATA", 6, "补报", "Late data"),
                new ExplanationReason("CLOSURE", 7, "企业关停", "Closure of enterprises"),
                new ExplanationReason("OTHER", 8, "其他", "Other"));
    }

    void retire(Instant now) {
        retiredAt = now;
    }

    ExplanationReasonView view() {
        return new ExplanationReasonView(id(), code, position, nameZh, nameEn, retiredAt != null);
    }
}
