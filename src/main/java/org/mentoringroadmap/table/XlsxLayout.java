package org.mentoringroadmap.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.mentoringroadmap.shared.UserInputException;

/**
 * What the library that reads xlsx does not tell: which cells are merged and which columns are hidden. Books of the strict
 * kind and cells with a day as text, which it does not read, are given to it as the usual kind. The file must have passed
 * {@link ZipGuard}.
 */
final class XlsxLayout {
    private static final String STRICT = "http://purl.oclc.org/ooxml/";

    /** What a sheet may name; a sheet that no person has made names ranges without end. */
    private static final int MAX_RANGES = 50_000;

    private record Range(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    private static final class Sheet {
        private final List<Range> merged = new ArrayList<>();
        private final List<Range> hidden = new ArrayList<>();
        private boolean days;
    }

    private final Map<String, Sheet> sheets = new HashMap<>();
    private byte[] content;

    private XlsxLayout() {}

    static XlsxLayout of(byte[] content) throws IOException {
        XlsxLayout layout = new XlsxLayout();
        layout.content = content;
        Map<String, byte[]> book = new HashMap<>();
        Map<String, Sheet> parts = new HashMap<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                String name = part.getName();
                try (InputStream bytes = zip.getInputStream(part)) {
                    if (name.equals("xl/workbook.xml") || name.equals("xl/_rels/workbook.xml.rels")) {
                        book.put(name, bytes.readAllBytes());
                    } else if (name.startsWith("xl/worksheets/") && name.endsWith(".xml")) {
                        parts.put(name, sheet(bytes));
                    }
                }
            }
            layout.name(book, parts);
        } catch (XMLStreamException e) {
            throw new IOException("Not a workbook", e);
        }
        boolean strict =
                new String(book.getOrDefault("xl/workbook.xml", new byte[0]), StandardCharsets.UTF_8).contains(STRICT);
        if (strict || parts.values().stream().anyMatch(sheet -> sheet.days)) {
            layout.content = usual(content);
        }
        return layout;
    }

    /** The file as the library reads it. */
    byte[] content() {
        return content;
    }

    /** Tells the rows of a sheet what is merged and hidden. */
    void arrange(String sheet, Rows rows) {
        Sheet layout = sheets.getOrDefault(sheet, new Sheet());
        layout.merged.forEach(
                range -> rows.merge(range.firstRow(), range.lastRow(), range.firstColumn(), range.lastColumn()));
        layout.hidden.forEach(range -> rows.hideColumns(range.firstColumn(), range.lastColumn()));
    }

    private void name(Map<String, byte[]> book, Map<String, Sheet> parts) throws XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        each(book.get("xl/_rels/workbook.xml.rels"), xml -> {
            if (xml.getLocalName().equals("Relationship")) {
                String target = xml.getAttributeValue(null, "Target");
                targets.put(
                        xml.getAttributeValue(null, "Id"),
                        target != null && target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
        each(book.get("xl/workbook.xml"), xml -> {
            if (xml.getLocalName().equals("sheet")) {
                String id = null;
                for (int i = 0; i < xml.getAttributeCount(); i++) {
                    if (xml.getAttributeLocalName(i).equals("id")) {
                        id = xml.getAttributeValue(i);
                    }
                }
                Sheet sheet = parts.get(targets.get(id));
                if (sheet != null) {
                    sheets.put(xml.getAttributeValue(null, "name"), sheet);
                }
            }
        });
    }

    private interface Element {
        void at(XMLStreamReader xml);
    }

    private static void each(byte[] part, Element element) throws XMLStreamException {
        if (part == null) {
            return;
        }
        XMLStreamReader xml = XmlTables.reader(new ByteArrayInputStream(part));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                element.at(xml);
            }
        }
    }

    private static Sheet sheet(InputStream part) throws XMLStreamException {
        Sheet sheet = new Sheet();
        XMLStreamReader xml = XmlTables.reader(part);
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "c" -> sheet.days |= "d".equals(xml.getAttributeValue(null, "t"));
                case "col" -> {
                    String hidden = xml.getAttributeValue(null, "hidden");
                    if ("1".equals(hidden) || "true".equals(hidden)) {
                        add(sheet.hidden, new Range(0, 0, number(xml, "min") - 1, number(xml, "max") - 1));
                    }
                }
                case "mergeCell" -> {
                    String[] ends =
                            String.valueOf(xml.getAttributeValue(null, "ref")).split(":");
                    if (ends.length == 2) {
                        add(sheet.merged, new Range(row(ends[0]), row(ends[1]), column(ends[0]), column(ends[1])));
                    }
                }
                default -> {
                    // the library reads the rest
                }
            }
        }
        return sheet;
    }

    private static void add(List<Range> ranges, Range range) {
        if (ranges.size() == MAX_RANGES) {
            throw new UserInputException("table.bomb");
        }
        ranges.add(range);
    }

    private static int number(XMLStreamReader xml, String attribute) {
        return Integer.parseInt(xml.getAttributeValue(null, attribute));
    }

    private static int row(String reference) {
        return Integer.parseInt(reference.replaceAll("\\D", ""));
    }

    private static int column(String reference) {
        int column = 0;
        for (char letter : reference.replaceAll("[^A-Z]", "").toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private static byte[] usual(byte[] content) throws IOException {
        ByteArrayOutputStream usual = new ByteArrayOutputStream();
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get();
                ZipOutputStream out = new ZipOutputStream(usual)) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                out.putNextEntry(new ZipEntry(part.getName()));
                byte[] bytes = zip.getInputStream(part).readAllBytes();
                if (part.getName().endsWith(".xml") || part.getName().endsWith(".rels")) {
                    String text = new String(bytes, StandardCharsets.UTF_8)
                            .replace(
                                    STRICT + "spreadsheetml/main",
                                    "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
                            .replace(
                                    STRICT + "officeDocument/",
                                    "http://schemas.openxmlformats.org/officeDocument/2006/");
                    out.write((part.getName().startsWith("xl/worksheets/")
                                    ? text.replace(" t=\"d\"", " t=\"str\"")
                                    : text)
                            .getBytes(StandardCharsets.UTF_8));
                } else {
                    out.write(bytes);
                }
            }
        }
        return usual.toByteArray();
    }
}
