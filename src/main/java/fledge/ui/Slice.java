package fledge.ui;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** One page of a list and the addresses of the others, which carry the filters. */
public record Slice<T>(
        List<T> rows,
        int total,
        String from,
        String to,
        @Nullable String previousHref,
        @Nullable String nextHref,
        List<Size> sizes) {

    private static final int USUAL_SIZE = 50;
    private static final List<Integer> SIZES = List.of(20, USUAL_SIZE, 100);

    /** A choice of how many rows a page has. */
    public record Size(int size, String href, boolean current) {}

    /** Which page of a list is asked for and how many rows it shall have, as the address says it. */
    public record Request(@Nullable String page, @Nullable String size) {

        private static IntStream number(@Nullable String text) {
            return text != null && text.matches("\\d{1,6}") ? IntStream.of(Integer.parseInt(text)) : IntStream.empty();
        }

        private int rows() {
            return number(size).filter(SIZES::contains).findFirst().orElse(USUAL_SIZE);
        }

        private int pageUpTo(int last) {
            return number(page).filter(n -> n >= 1 && n <= last).findFirst().orElse(1);
        }
    }

    /** Reads the rows of a page: so many from that place on, counted from 0. */
    @FunctionalInterface
    public interface PageReader<T> {

        List<T> read(int from, int rows);
    }

    /** What is no number, or out of range, means the first page and the usual number of rows. */
    public static <T> Slice<T> of(List<T> all, Request asked, String path, Map<String, String> filters) {
        return of(
                all.size(), (from, rows) -> all.subList(from, Math.min(all.size(), from + rows)), asked, path, filters);
    }

    /** The same of a list that is too long to be read whole: counted, and read page by page. */
    public static <T> Slice<T> of(
            int total, PageReader<T> reader, Request asked, String path, Map<String, String> filters) {
        int rows = asked.rows();
        int last = Math.max(1, (total + rows - 1) / rows);
        int at = asked.pageUpTo(last);
        int from = (at - 1) * rows;
        int to = Math.min(total, from + rows);
        return new Slice<>(
                total == 0 ? List.of() : reader.read(from, rows),
                total,
                Integer.toString(total == 0 ? 0 : from + 1),
                Integer.toString(to),
                at > 1 ? href(path, filters, at - 1, rows) : null,
                at < last ? href(path, filters, at + 1, rows) : null,
                SIZES.stream()
                        .map(choice -> new Size(choice, href(path, filters, 1, choice), choice == rows))
                        .toList());
    }

    /** The same page with something made of each row. */
    public <R> Slice<R> map(Function<T, R> made) {
        return new Slice<>(rows.stream().map(made).toList(), total, from, to, previousHref, nextHref, sizes);
    }

    private static String href(String path, Map<String, String> filters, int page, int size) {
        var address = UriComponentsBuilder.fromPath(path);
        filters.keySet().forEach(filter -> address.queryParam(filter, "{" + filter + "}"));
        return address.queryParam("page", page)
                .queryParam("size", size)
                .build(filters)
                .toString();
    }
}
