package fledge.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A page of what a bucket holds; {@code next} is what the following one is asked with, empty at the last. */
record S3Listing(List<StoredBlob> blobs, String next) {

    static S3Listing read(byte[] xml, String prefix) throws IOException {
        try {
            Element listing = factory()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
            var contents = listing.getElementsByTagName("Contents");
            return new S3Listing(
                    IntStream.range(0, contents.getLength())
                            .mapToObj(contents::item)
                            .map(Element.class::cast)
                            .flatMap(entry -> blob(entry, prefix).stream())
                            .toList(),
                    text(listing, "IsTruncated").equals("true") ? text(listing, "NextContinuationToken") : "");
        } catch (ParserConfigurationException | SAXException | DateTimeParseException e) {
            throw new IOException("The store lists something that cannot be read", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }

    /** What others put beside our files is not ours to know. */
    private static Optional<StoredBlob> blob(Element entry, String prefix) {
        String key = text(entry, "Key");
        return key.startsWith(prefix)
                ? StoredBlob.id(key.substring(prefix.length()))
                        .map(id -> new StoredBlob(id, Instant.parse(text(entry, "LastModified"))))
                : Optional.empty();
    }

    private static String text(Element of, String name) {
        var found = of.getElementsByTagName(name).item(0);
        return found == null ? "" : found.getTextContent();
    }
}
