package fledge.template;

import fledge.template.rules.Frequency;
import fledge.tenancy.CityOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An item of a version of a form: an indicator, and how often it is asked. */
@Entity
@Immutable
class TemplateItem extends CityOwned {

    private UUID templateId;
    private UUID indicatorId;

    @Column
    private int position;

    @Enumerated(EnumType.STRING)
    private Frequency frequency;

    @SuppressWarnings("NullAway") // filled by Hibernate
    protected TemplateItem() {}

    TemplateItem(UUID templateId, int position, NewTemplate.Item made) {
        this.templateId = templateId;
        this.indicatorId = made.indicatorId();
        this.position = position;
        this.frequency = made.frequency();
    }

    UUID templateId() {
        return templateId;
    }

    NewTemplate.Item view() {
        return new NewTemplate.Item(indicatorId, frequency);
    }
}
