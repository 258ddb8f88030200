package fledge.demo;

import fledge.access.Actor;
import fledge.access.Role;
import fledge.kernel.Period;
import fledge.template.NewTemplate;
import fledge.template.TemplateService;
import fledge.template.rules.Frequency;
import fledge.template.rules.Respondents;
import fledge.template.rules.TemplateHead;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Writes down the forms that a city's programmes are reported with; one person drafts them, another approves. */
@Component
@ConditionalOnBooleanProperty("fledge.demo")
class FormLoading {

    private final Stage stage;
    private final TemplateService templates;

    FormLoading(Stage stage, TemplateService templates) {
        this.stage = stage;
        this.templates = templates;
    }

    /** The versions of the sample programme's form, approved at the founding; each begins with its period. */
    void write(Town town, ProgrammeLoading.Written sample) {
        Instant at = town.founding().plus(Duration.ofHours(5));
        for (FormPart.Version version : town.file().forms()) {
            Period from = town.years().quarter(version.from());
            adopt(
                    town,
                    at,
                    new NewTemplate(
                            sample.id(),
                            version.nameZh(),
                            head(version.formCode(), version.issuerZh(), version.approvalNo(), version.validUntil()),
                            Respondents.INSIDE,
                            Frequency.QUARTER,
                            from,
                            items(town, version, sample)));
            at = at.plus(Duration.ofHours(1));
        }
    }

    private static List<NewTemplate.Item> items(Town town, FormPart.Version version, ProgrammeLoading.Written sample) {
        return town.file().sample().stream()
                .map(setting -> new NewTemplate.Item(
                        indicator(sample, setting.indicator()),
                        version.seldom().stream()
                                .filter(seldom -> seldom.indicator().equals(setting.indicator()))
                                .map(FormPart.Seldom::frequency)
                                .findFirst()
                                .orElse(Frequency.QUARTER)))
                .toList();
    }

    private static UUID indicator(ProgrammeLoading.Written sample, String code) {
        UUID id = sample.indicators().get(code);
        if (id == null) {
            throw new IllegalStateException("no indicator " + code);
        }
        return id;
    }

    /** Drafts and approves a form, and lets it take effect if its first period has begun by then. */
    void adopt(Town town, Instant at, NewTemplate made) {
        var draft = new AtomicReference<UUID>();
        stage.act(town.city(), at, town.player(Role.PLANNER), () -> draft.set(templates.draft(made)));
        stage.act(town.city(), at.plus(Duration.ofMinutes(20)), town.player(Role.DECIDER), () -> {
            int version = templates.template(draft.get()).version();
            templates.approve(draft.get(), version);
        });
        stage.act(town.city(), at.plus(Duration.ofMinutes(21)), Actor.SYSTEM, templates::takeEffect);
    }

    /** What has begun since. */
    void takeEffect(Town town, Instant now) {
        stage.act(town.city(), now, Actor.SYSTEM, templates::takeEffect);
    }

    static TemplateHead head(String formCode, String issuer, String approvalNo, String validUntil) {
        return new TemplateHead(formCode, issuer, approvalNo, LocalDate.parse(validUntil));
    }
}
