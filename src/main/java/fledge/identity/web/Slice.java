package fledge.identity.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** One page of a list and the addresses of the others, which carry the filter. */
record Slice<T>(
        List<T> rows,
        int total,
        String from,
        String to,
        @Nullable String previousHref,
        @Nullable String nextHref,
        List<Size> sizes) {

    private static final List<Integer> SIZES = List.of(20, 50, 100);

    /** A choice of how many rows a page has. */
    record Size(int size, String href, boolean current) {}

    /** What is no number, or out of range, means the first page and twenty rows. */
    static <T> Slice<T> of(List<T> all, String page, String size, String path, String filter, String value) {
        int rows = Stream.of(size)
                .flatMap(Slice::number)
                .filter(SIZES::contains)
                .findFirst()
                .orElse(20);
        int last = Math.max(1, (all.size() + rows - 1) / rows);
        int at = Stream.of(page)
                .flatMap(Slice::number)
                .filter(n -> n >= 1 && n <= last)
                .findFirst()
                .orElse(1);
        int from = (at - 1) * rows;
        int to = Math.min(all.size(), from + rows);
        return new Slice<>(
                all.subList(from, to),
                all.size(),
                Integer.toString(all.isEmpty() ? 0 : from + 1),
                Integer.toString(to),
                at > 1 ? href(path, filter, value, at - 1, rows) : null,
                at < last ? href(path, filter, value, at + 1, rows) : null,
                SIZES.stream()
                        .map(choice -> new Size(choice, href(path, filter, value, 1, choice), choice == rows))
                        .toList());
    }

    private static Stream<Integer> number(String text) {
        return text.matches("\\d{1,6}") ? Stream.of(Integer.valueOf(text)) : Stream.empty();
    }

    private static String href(String path, String filter, String value, int page, int size) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam(filter, "{value}")
                .queryParam("page", page)
                .queryParam("size", size)
                .build(value)
                .toString();
    }
}
