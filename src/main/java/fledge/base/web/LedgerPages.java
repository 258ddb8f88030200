package fledge.base.web;

import fledge.access.Actor;
import fledge.access.Right;
import fledge.base.BaseFilter;
import fledge.base.BaseService;
import fledge.base.LedgerFigure;
import fledge.base.LedgerStatistics;
import fledge.ui.ComparedRows;
import fledge.ui.Formats;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What bases reported beside their ledgers, laid out. */
@Component
class LedgerPages {

    private final LedgerStatistics statistics;
    private final BaseService bases;
    private final ComparedRows rows;
    private final BaseTexts texts;
    private final Formats formats;

    LedgerPages(LedgerStatistics statistics, BaseService bases, ComparedRows rows, BaseTexts texts, Formats formats) {
        this.statistics = statistics;
        this.bases = bases;
        this.rows = rows;
        this.texts = texts;
        this.formats = formats;
    }

    record ListPage(
            List<Compared> compared,
            boolean mayManage,
            List<BaseTexts.Option> indicators,
            List<BaseTexts.Option> figures) {}

    /** Only who reads progress opens it. */
    record Compared(
            String indicator, String figure, @Nullable String href) {}

    record ShowPage(String indicator, String figure, List<Reported> rows) {}

    record Reported(
            UUID base,
            String name,
            String period,
            ComparedRows.Row row,
            @Nullable String href) {}

    @Transactional(readOnly = true)
    ListPage list() {
        boolean mayManage = Actor.current().may(Right.BASE_MANAGE);
        return new ListPage(
                statistics.compared().stream()
                        .map(one -> new Compared(
                                one.indicator().name(formats.locale()),
                                formats.text(one.figure()),
                                Actor.current().may(Right.PROGRESS_READ) ? "/ledger-comparisons/" + one.id() : null))
                        .toList(),
                mayManage,
                !mayManage
                        ? List.of()
                        : statistics.candidates().stream()
                                .map(indicator -> new BaseTexts.Option(
                                        indicator.id().toString(), indicator.name(formats.locale())))
                                .toList(),
                texts.options(LedgerFigure.class));
    }

    @Transactional(readOnly = true)
    ShowPage show(UUID id) {
        LedgerStatistics.Compared compared = statistics.one(id);
        String name = compared.indicator().name(formats.locale());
        boolean opens = Actor.current().may(Right.RETURN_READ);
        return new ShowPage(
                name,
                formats.text(compared.figure()),
                statistics.reported(compared, bases.list(BaseFilter.ALL)).stream()
                        .map(one -> new Reported(
                                one.base().id(),
                                one.base().name(formats.locale()),
                                formats.period(one.period()),
                                rows.row(
                                        name,
                                        compared.figure(),
                                        compared.indicator().valueMeasure(),
                                        one.typed(),
                                        one.ledger()),
                                opens ? "/returns/" + one.returnId() : null))
                        .toList());
    }
}
