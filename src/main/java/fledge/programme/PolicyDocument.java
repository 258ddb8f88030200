package fledge.programme;

import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document a programme rests on (政策依据). */
@Entity
class PolicyDocument extends CityOwned {

    @Column
    private UUID programmeId;

    @Column
    private int position;

    @Column
    private String titleZh;

    private @Nullable String titleEn;
    private @Nullable String docNo;
    private @Nullable String issuer;
    private @Nullable LocalDate issuedOn;
    private @Nullable String noteZh;
    private @Nullable String noteEn;

    protected PolicyDocument() {}

    PolicyDocument(UUID programmeId, int position, NewProgramme.Document made) {
        this.programmeId = programmeId;
        this.position = position;
        this.titleZh = made.titleZh();
        this.titleEn = made.titleEn();
        this.docNo = made.docNo();
        this.issuer = made.issuer();
        this.issuedOn = made.issuedOn();
        this.noteZh = Bilingual.zhOf(made.note());
        this.noteEn = Bilingual.enOf(made.note());
    }

    UUID programmeId() {
        return programmeId;
    }

    PolicyDocumentView view() {
        return new PolicyDocumentView(position, titleZh, titleEn, docNo, issuer, issuedOn, noteZh, noteEn);
    }
}
