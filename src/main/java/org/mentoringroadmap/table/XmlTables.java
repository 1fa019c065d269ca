package org.mentoringroadmap.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.mentoringroadmap.shared.UserInputException;

/**
 * Spreadsheets whose sheets are plain XML: OpenDocument, packed or as one file, and «XML-таблица 2003» of Excel. Both say
 * rows and cells in the same way and differ in their words. Nothing outside of the file is read.
 */
final class XmlTables {
    /** A repeated empty row is nothing; a repeated row with a text is one that somebody has filled down. */
    private static final int MAX_REPEATED = 10_000;

    private final XMLStreamReader xml;
    private final List<Table> tables = new ArrayList<>();
    private final Rows.Budget budget = new Rows.Budget();
    private final Set<String> hiddenStyles = new HashSet<>();

    private Rows rows;
    private String name;
    private boolean hidden;
    private int row;
    private int column;
    private int repeatedRow;
    private boolean hiddenRow;
    private int columnStyles;
    private List<Table.Cell> cells = new ArrayList<>();

    private XmlTables(XMLStreamReader xml) {
        this.xml = xml;
    }

    static Workbook ods(byte[] content) {
        ZipGuard.checkDocument(content);
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            ZipArchiveEntry manifest = zip.getEntry("META-INF/manifest.xml");
            if (manifest != null
                    && new String(zip.getInputStream(manifest).readAllBytes(), StandardCharsets.UTF_8)
                            .contains("encryption-data")) {
                throw new UserInputException("table.password");
            }
            return read(zip.getInputStream(zip.getEntry("content.xml")));
        } catch (IOException | IllegalArgumentException e) {
            throw new UserInputException("table.unreadable");
        }
    }

    static Workbook xml(byte[] content) {
        return read(new ByteArrayInputStream(content));
    }

    /** A reader that follows nothing out of the document. */
    static XMLStreamReader reader(InputStream content) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(content);
    }

    private static Workbook read(InputStream content) {
        try {
            XmlTables tables = new XmlTables(reader(content));
            tables.read();
            return new Workbook(tables.tables, true);
        } catch (XMLStreamException | NumberFormatException e) {
            throw new UserInputException("table.unreadable");
        }
    }

    private void read() throws XMLStreamException {
        String style = null;
        while (xml.hasNext()) {
            int event = xml.next();
            String element = event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT
                    ? xml.getLocalName()
                    : "";
            if (event == XMLStreamReader.START_ELEMENT) {
                switch (element) {
                    case "style" -> style = attribute("name");
                    case "table-properties" -> {
                        if ("false".equals(attribute("display"))) {
                            hiddenStyles.add(style);
                        }
                    }
                    case "Worksheet" -> begin(attribute("Name"), false);
                    case "WorksheetOptions" -> hidden |= isHiddenSheet();
                    case "table" -> begin(attribute("name"), hiddenStyles.contains(attribute("style-name")));
                    case "table-column" -> columnOfDocument();
                    case "Column" -> columnOfExcel();
                    case "table-row" ->
                        beginRow(
                                number("number-rows-repeated", 1),
                                attribute("visibility") != null && !"visible".equals(attribute("visibility")));
                    case "Row" -> {
                        row = Math.max(number("Index", row + 1), row + 1) - 1;
                        beginRow(1, "1".equals(attribute("Hidden")));
                    }
                    case "table-cell", "covered-table-cell" -> cellOfDocument();
                    case "Cell" -> cellOfExcel();
                    default -> {
                        // style, print settings and the like
                    }
                }
            } else if (event == XMLStreamReader.END_ELEMENT) {
                switch (element) {
                    case "table-row", "Row" -> endRow();
                    case "table", "Worksheet" -> end();
                    default -> {
                        // nothing to close
                    }
                }
            }
        }
    }

    private void begin(String sheet, boolean isHidden) {
        rows = new Rows(budget);
        name = sheet == null ? "" : sheet;
        hidden = isHidden;
        row = 0;
        columnStyles = 0;
    }

    private void end() {
        if (rows != null && !rows.isEmpty()) {
            tables.add(rows.table(name, hidden));
        }
        rows = null;
    }

    private void beginRow(int repeated, boolean isHidden) {
        row++;
        repeatedRow = repeated;
        hiddenRow = isHidden;
        column = 0;
        cells = new ArrayList<>();
    }

    private void endRow() {
        if (rows == null) {
            return;
        }
        boolean empty = cells.stream().allMatch(cell -> cell.text().isEmpty() && cell.flaw() == null);
        int times = empty ? 0 : Math.min(repeatedRow, MAX_REPEATED);
        for (int i = 0; i < times; i++) {
            rows.add(row + i, hiddenRow, cells);
        }
        row += repeatedRow - 1;
    }

    private boolean isHiddenSheet() throws XMLStreamException {
        boolean found = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals("WorksheetOptions")) {
                break;
            }
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("Visible")) {
                found = xml.getElementText().startsWith("SheetHidden") || found;
            }
        }
        return found;
    }

    private void columnOfDocument() {
        int repeated = number("number-columns-repeated", 1);
        String visibility = attribute("visibility");
        if (rows != null && visibility != null && !visibility.equals("visible")) {
            rows.hideColumns(columnStyles, columnStyles + repeated - 1);
        }
        columnStyles += repeated;
    }

    private void columnOfExcel() {
        int first = number("Index", columnStyles + 1) - 1;
        int last = first + number("Span", 0);
        if (rows != null && "1".equals(attribute("Hidden"))) {
            rows.hideColumns(first, last);
        }
        columnStyles = last + 1;
    }

    private void cellOfDocument() throws XMLStreamException {
        boolean formula = attribute("formula") != null;
        String type = attribute("value-type");
        String value = type == null
                ? null
                : switch (type) {
                    case "date" -> attribute("date-value");
                    case "float", "percentage", "currency" -> attribute("value");
                    case "boolean" -> attribute("boolean-value");
                    default -> null;
                };
        int repeated = number("number-columns-repeated", 1);
        int down = number("number-rows-spanned", 1);
        int across = number("number-columns-spanned", 1);
        boolean covered = xml.getLocalName().equals("covered-table-cell");
        String shown = paragraphs();
        if (covered) {
            take(Table.Cell.EMPTY, repeated);
            return;
        }
        take(cell(value == null ? shown : value, formula, value == null), repeated);
        if (rows != null && (down > 1 || across > 1)) {
            rows.merge(row, row + down - 1, column - 1, column + across - 2);
        }
    }

    private void cellOfExcel() throws XMLStreamException {
        int index = number("Index", column + 1);
        if (index - 1 > column) {
            take(Table.Cell.EMPTY, index - 1 - column);
        }
        boolean formula = attribute("Formula") != null;
        int across = number("MergeAcross", 0);
        int down = number("MergeDown", 0);
        String type = "";
        String text = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT && xml.getLocalName().equals("Data")) {
                type = String.valueOf(attribute("Type"));
                text = allText("Data");
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals("Cell")) {
                break;
            }
        }
        Table.Cell read = type.equals("Error")
                ? new Table.Cell(text, Table.Flaw.FAILED)
                : cell(text, formula, !type.equals("Number") && !type.equals("DateTime"));
        take(read, 1);
        if (rows != null && (down > 0 || across > 0)) {
            rows.merge(row, row + down, column - 1, column - 1 + across);
            take(Table.Cell.EMPTY, across);
        }
    }

    private static Table.Cell cell(String text, boolean formula, boolean words) {
        if (formula) {
            return new Table.Cell("=" + text, Table.Flaw.FORMULA);
        }
        if (words) {
            return Table.Cell.ofText(text);
        }
        return Table.Cell.of(text.matches("-?\\d+\\.0+") ? text.substring(0, text.indexOf('.')) : day(text));
    }

    /** A day as people write it; another text stays. */
    private static String day(String text) {
        try {
            return Table.Cell.day(
                    text.indexOf('T') < 0 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text));
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    /** A row ends with thousands of empty cells; what has a text beyond the limit is refused by {@link Rows}. */
    private void take(Table.Cell cell, int times) {
        int within = Math.min(times, TableFile.MAX_COLUMNS + 1 - Math.min(column, TableFile.MAX_COLUMNS + 1));
        cells.addAll(Collections.nCopies(within, cell));
        column += times;
    }

    /** The lines of a cell; notes are no text of it. */
    private String paragraphs() throws XMLStreamException {
        List<String> lines = new ArrayList<>();
        String end = xml.getLocalName();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                if (xml.getLocalName().equals("annotation")) {
                    allText("annotation");
                } else if (xml.getLocalName().equals("p")) {
                    lines.add(allText("p"));
                }
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals(end)) {
                break;
            }
        }
        return String.join("\n", lines);
    }

    private String allText(String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.SPACE) {
                text.append(xml.getText());
            } else if (event == XMLStreamReader.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "s" -> text.append(" ".repeat(Math.min(number("c", 1), 100)));
                    case "tab" -> text.append('\t');
                    case "line-break", "br", "Br" -> text.append('\n');
                    default -> {
                        // a part of the line in another type
                    }
                }
            } else if (event == XMLStreamReader.END_ELEMENT
                    && xml.getLocalName().equals(end)) {
                break;
            }
            if (text.length() > TableFile.MAX_LENGTH) {
                throw new UserInputException(
                        "table.cell-too-long", String.valueOf(row), String.valueOf(TableFile.MAX_LENGTH));
            }
        }
        return text.toString();
    }

    /** By the local name: the two kinds use different prefixes, and programs write them as they like. */
    private String attribute(String local) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(local)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private int number(String local, int missing) {
        String value = attribute(local);
        return value == null ? missing : Math.max(Integer.parseInt(value), 0);
    }
}
