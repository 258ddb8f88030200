package fledge.help;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads a help page from Markdown: one {@code #} title, a sentence, then {@code ##} headings, paragraphs, lists, remarks
 * ({@code >}) and pictures. Anything else is refused, so that no page shows less than its author wrote.
 */
final class HelpText {

    private static final Parser PARSER = Parser.builder().build();

    private HelpText() {}

    static HelpPage read(String slug, String markdown) {
        List<Node> nodes = children(PARSER.parse(markdown));
        if (nodes.size() < 2
                || !(nodes.get(0) instanceof Heading title)
                || title.getLevel() != 1
                || !(nodes.get(1) instanceof Paragraph lead)) {
            throw new IllegalArgumentException("Help page " + slug + " begins with a title and a sentence");
        }
        List<HelpBlock> blocks =
                nodes.subList(2, nodes.size()).stream().map(HelpText::block).toList();
        return new HelpPage(slug, words(title), words(lead), blocks);
    }

    private static HelpBlock block(Node node) {
        return switch (node) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> paragraph(paragraph);
            case OrderedList list -> HelpBlock.list(true, items(list));
            case BulletList list -> HelpBlock.list(false, items(list));
            case BlockQuote quote ->
                HelpBlock.remark(children(quote).stream().map(HelpText::block).toList());
            default -> throw new IllegalArgumentException("A help page has no " + node);
        };
    }

    private static HelpBlock heading(Heading heading) {
        if (heading.getLevel() != 2) {
            throw new IllegalArgumentException("Headings below the title have two signs: " + words(heading));
        }
        return HelpBlock.heading(words(heading).replaceAll("[^\\p{L}\\p{N}]+", "-"), spans(heading));
    }

    private static HelpBlock paragraph(Paragraph paragraph) {
        return paragraph.getFirstChild() instanceof Image image
                ? HelpBlock.picture(image.getDestination(), words(image))
                : HelpBlock.text(spans(paragraph));
    }

    private static List<List<HelpBlock>> items(ListBlock list) {
        return children(list).stream()
                .map(item -> children(item).stream().map(HelpText::block).toList())
                .toList();
    }

    private static List<Node> children(Node parent) {
        var children = new ArrayList<Node>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

    private static String words(Node node) {
        var words = new StringBuilder();
        spans(node).forEach(span -> words.append(span.text()));
        return words.toString();
    }

    private static List<HelpBlock.Span> spans(Node node) {
        var spans = new ArrayList<HelpBlock.Span>();
        node.accept(new AbstractVisitor() {
            private boolean strong;
            private @Nullable String href;

            @Override
            public void visit(Text text) {
                spans.add(new HelpBlock.Span(text.getLiteral(), strong, false, href));
            }

            @Override
            public void visit(Code code) {
                spans.add(new HelpBlock.Span(code.getLiteral(), strong, true, href));
            }

            @Override
            public void visit(SoftLineBreak end) {
                spans.add(new HelpBlock.Span(" ", strong, false, href));
            }

            @Override
            public void visit(HtmlInline html) {
                throw new IllegalArgumentException("A help page has no " + html.getLiteral());
            }

            @Override
            public void visit(StrongEmphasis emphasis) {
                strong = true;
                visitChildren(emphasis);
                strong = false;
            }

            @Override
            public void visit(Link link) {
                href = link.getDestination();
                visitChildren(link);
                href = null;
            }
        });
        return List.copyOf(spans);
    }
}
