package fledge.base.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.base.BaseFilter;
import fledge.base.BaseService;
import fledge.base.BaseView;
import fledge.base.ClashService;
import fledge.base.ClashView;
import fledge.identity.AccountService;
import fledge.ui.Formats;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Clashes laid out: all of the city, and one with everything that is printed and the form that settles it. */
@Component
class ClashPages {

    private final BaseService bases;
    private final ClashService clashes;
    private final AccountService accounts;
    private final BaseTexts texts;
    private final Formats formats;

    ClashPages(BaseService bases, ClashService clashes, AccountService accounts, BaseTexts texts, Formats formats) {
        this.bases = bases;
        this.clashes = clashes;
        this.accounts = accounts;
        this.texts = texts;
        this.formats = formats;
    }

    record ListPage(List<Row> rows) {}

    record Row(UUID id, String base, boolean sample, String field, List<Side> sides, boolean open) {}

    record Side(
            UUID id,
            String value,
            @Nullable String wording,
            @Nullable String source,
            boolean chosen) {}

    record ShowPage(
            UUID id,
            UUID baseId,
            String base,
            String field,
            List<Side> sides,
            List<BaseTexts.Option> choices,
            boolean open,
            @Nullable String settled,
            String reason,
            boolean maySettle) {}

    @Transactional(readOnly = true)
    ListPage list() {
        List<BaseView> seen = bases.list(BaseFilter.ALL);
        Map<UUID, BaseView> byId = seen.stream().collect(Collectors.toMap(BaseView::id, Function.identity()));
        return new ListPage(clashes.clashes(seen).stream()
                .map(clash -> {
                    BaseView base = Objects.requireNonNull(byId.get(clash.baseId()));
                    return new Row(
                            clash.id(),
                            base.name(formats.locale()),
                            base.entry().sample(),
                            formats.text(clash.field()),
                            sides(clash),
                            clash.isOpen());
                })
                .toList());
    }

    private List<Side> sides(ClashView clash) {
        return clash.sides().stream()
                .map(side -> new Side(
                        side.id(),
                        Objects.requireNonNull(texts.number(clash.field(), side.value())),
                        side.wording().isEmpty() ? null : side.wording(),
                        texts.source(side.source()),
                        side.id().equals(clash.chosenSideId())))
                .toList();
    }

    @Transactional(readOnly = true)
    ShowPage show(UUID id) {
        ClashView clash = clashes.clash(id);
        BaseView base = bases.base(clash.baseId());
        UUID settledBy = clash.settledBy();
        return new ShowPage(
                id,
                base.id(),
                base.name(formats.locale()),
                formats.text(clash.field()),
                sides(clash),
                sides(clash).stream()
                        .map(side -> new BaseTexts.Option(
                                side.id().toString(),
                                side.wording() == null
                                        ? side.value()
                                        : formats.text("base.clash.choice", side.value(), side.wording())))
                        .toList(),
                clash.isOpen(),
                settledBy == null
                        ? null
                        : formats.text(
                                "base.clash.by",
                                accounts.personNames(Set.of(settledBy)).getOrDefault(settledBy, ""),
                                Objects.requireNonNull(formats.minute(clash.settledAt()))),
                clash.reason(),
                clash.isOpen() && Actor.current().may(Right.BASE_MANAGE));
    }
}
