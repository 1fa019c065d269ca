package org.mentoringroadmap.document.word;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import com.deepoove.poi.policy.RenderPolicy;
import com.deepoove.poi.render.compute.EnvModel;
import com.deepoove.poi.render.compute.RenderDataCompute;
import com.deepoove.poi.template.ChartTemplate;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.PictImageTemplate;
import com.deepoove.poi.template.PictureTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTVMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.springframework.stereotype.Component;

/**
 * Renders with poi-tl, narrowed to what {@link DocumentRenderer} promises.
 *
 * <p>The library's own defaults are all replaced here: it would quietly blank an unknown tag, read getters of any
 * object, take a text given to a picture tag for a path on this machine, and include other documents.
 */
@Component
class PoiTlDocumentRenderer implements DocumentRenderer {

    private static final String BLANK = "____________";
    private static final int ROWS_OF_EMPTY_LIST = 5;
    private static final Pattern TEMPLATE_NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** A dotted path, and after a bar what to print if there is no value. */
    private static final String TAG = "(#?[\\w-]+(\\.[\\w-]+)*(\\|[^{}\\[\\]|]*)?)?";

    private static final Pattern WELL_FORMED_TAG = Pattern.compile("\\{\\{[?/@%]?" + TAG + "}}");

    /** What XML 1.0 cannot hold, lone surrogates included. */
    private static final Pattern NOT_PRINTABLE =
            Pattern.compile("[^\\n\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    /** What {@link DocumentStamp} fills in, by the tag that leaves the place for it. */
    private static final Map<String, String> PLACES = Map.of(
            "document.number", "number",
            "document.date", "date",
            "acceptance.number", "acceptance_number",
            "acceptance.date", "acceptance_date",
            "approval.number", "approval_number",
            "approval.date", "approval_date");

    /** Above the ids that a person's program gives. */
    private static final AtomicInteger MARKS = new AtomicInteger(1_000_000);

    /** Stands for an element of an empty list: every key is there and empty. */
    private static final Object NO_ELEMENT = new Object();

    private final Configure configure = configure();

    @Override
    public byte[] render(String template, Map<String, Object> data) {
        try (InputStream file = open(template)) {
            return render(template, file, data);
        } catch (IOException e) {
            throw new TemplateException(template, null, "cannot be read", e);
        }
    }

    @Override
    public byte[] render(String name, byte[] docx, Map<String, Object> data) {
        return render(name, new ByteArrayInputStream(docx), data);
    }

    private byte[] render(String template, InputStream file, Map<String, Object> data) {
        Map<String, Object> values = copyOfMap(template, "", data);
        try (InputStream shaped = shaped(file, values);
                XWPFTemplate document = XWPFTemplate.compile(shaped, configure)) {
            refuseMisspeltTags(template, document.getXWPFDocument());
            document.render(values);
            if (values.get("heads") instanceof List<?> heads) {
                RunningHeads.write(document.getXWPFDocument(), heads);
            }
            UnbrokenText.in(document.getXWPFDocument());
            ClosingSignature.keep(document.getXWPFDocument());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (TemplateException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            TagProblem problem = tagProblem(e);
            throw problem == null
                    ? new TemplateException(template, null, "cannot be rendered", e)
                    : new TemplateException(template, problem.tag, problem.getMessage(), e);
        }
    }

    private static InputStream open(String template) {
        InputStream file = template == null || !TEMPLATE_NAME.matcher(template).matches()
                ? null
                : PoiTlDocumentRenderer.class.getResourceAsStream("/documents/" + template + ".docx");
        if (file == null) {
            throw new TemplateException(template, null, "there is no such template", null);
        }
        return file;
    }

    private static InputStream shaped(InputStream template, Map<String, Object> values) throws IOException {
        List<?> columns = values.get("columns") instanceof List<?> wanted ? wanted : List.of();
        List<?> sections = values.get("sections") instanceof List<?> wanted ? wanted : List.of();
        for (int i = 0; i < sections.size(); i++) {
            values.put(TableColumns.rowsOf(i), ((Map<?, ?>) sections.get(i)).get("rows"));
        }
        return columns.isEmpty() && sections.isEmpty() ? template : TableColumns.shape(template, columns, sections);
    }

    // ---- data

    private static Map<String, Object> copyOfMap(String template, String path, Map<?, ?> source) {
        Map<String, Object> copy = new HashMap<>();
        source.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new TemplateException(template, path + key, "a key is not a text", null);
            }
            copy.put(name, copyOf(template, path + name, value));
        });
        return copy;
    }

    private static Object copyOf(String template, String path, Object value) {
        if (value == null || value instanceof Boolean || value instanceof Picture) {
            return value;
        }
        if (value instanceof CharSequence || value instanceof Number) {
            return printable(value.toString());
        }
        if (value instanceof Map<?, ?> map) {
            return copyOfMap(template, path + ".", map);
        }
        if (value instanceof Collection<?> elements) {
            List<Object> copy = new ArrayList<>(elements.size());
            elements.forEach(element -> copy.add(copyOf(template, path, element)));
            return copy;
        }
        throw new TemplateException(
                template, path, "a value of " + value.getClass().getName() + " is not allowed", null);
    }

    private static String printable(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ');
        String clean = NOT_PRINTABLE.matcher(lines).replaceAll("").strip();
        return clean.isEmpty() ? null : clean;
    }

    // ---- configuration of poi-tl

    private static Configure configure() {
        RenderPolicy notSupported = (tag, data, document) -> {
            throw new TagProblem(tag.getSource(), "this kind of tag is not supported");
        };
        return Configure.builder()
                .buildGrammerRegex(TAG)
                .setRenderDataComputeFactory(PoiTlDocumentRenderer::lookup)
                .addPlugin('\0', PoiTlDocumentRenderer::renderText)
                .addPlugin('@', PoiTlDocumentRenderer::renderPicture)
                .addPlugin('%', new Rows())
                .addPlugin('=', notSupported)
                .addPlugin('#', notSupported)
                .addPlugin('*', notSupported)
                .addPlugin('+', notSupported)
                .addPlugin(PictureTemplate.class, notSupported)
                .addPlugin(PictImageTemplate.class, notSupported)
                .addPlugin(ChartTemplate.class, notSupported)
                .build();
    }

    private static RenderDataCompute lookup(EnvModel scope) {
        return tag -> {
            String path = pathOf(tag);
            Object index = scope.getEnv().get("_index");
            if (path.equals("_number") && index != null) {
                return String.valueOf((Integer) index + 1);
            }
            if (path.equals("_last") && index != null) {
                return scope.getEnv().get("_is_last");
            }
            if (path.equals("_next") && index != null) {
                return scope.getEnv().get("_has_next");
            }
            if (scope.getRoot() == NO_ELEMENT) {
                return null;
            }
            if (path.endsWith(".any")) {
                return isPresent(valueAt(scope.getRoot(), path.substring(0, path.length() - 4), tag));
            }
            if (path.endsWith(".none")) {
                return !isPresent(valueAt(scope.getRoot(), path.substring(0, path.length() - 5), tag));
            }
            return valueAt(scope.getRoot(), path, tag);
        };
    }

    private static Object valueAt(Object root, String path, String tag) {
        Object value = root;
        for (String key : path.split("\\.")) {
            if (!(value instanceof Map<?, ?> map) || !map.containsKey(key)) {
                throw new TagProblem(tag, "the data have no key '" + key + "'");
            }
            value = map.get(key);
        }
        return value;
    }

    private static boolean isPresent(Object value) {
        return value instanceof Collection<?> elements
                ? !elements.isEmpty()
                : value instanceof Boolean flag ? flag : value != null;
    }

    private static String pathOf(String tag) {
        int bar = tag.indexOf('|');
        return bar < 0 ? tag : tag.substring(0, bar);
    }

    private static void renderText(ElementTemplate tag, Object data, XWPFTemplate document) {
        if (data != null && !(data instanceof String)) {
            throw new TagProblem(tag.getSource(), "the value is not a text");
        }
        String name = tag.getTagName();
        String blank = name.contains("|") ? name.substring(name.indexOf('|') + 1) : BLANK;
        String[] lines = (data == null ? blank : (String) data).split("\n", -1);
        XWPFRun run = runOf(tag);
        run.setText(lines[0], 0);
        for (int i = 1; i < lines.length; i++) {
            run.addBreak();
            run.setText(lines[i]);
        }
        if (lines[lines.length - 1].endsWith(".")) {
            dropFullStopAfter(run);
        }
        String place = PLACES.get(pathOf(name));
        if (place != null && run.getParent() instanceof XWPFParagraph paragraph) {
            mark(run, paragraph, place);
        }
    }

    /** A place that is filled when the document is registered is found again by its bookmark, whoever drew the template. */
    private static void mark(XWPFRun run, XWPFParagraph paragraph, String place) {
        boolean marked = paragraph.getCTP().getBookmarkStartList().stream()
                .anyMatch(mark -> mark.getName().matches(place + "(_\\d+)?"));
        if (marked) {
            return;
        }
        BigInteger id = BigInteger.valueOf(MARKS.incrementAndGet());
        try (XmlCursor before = run.getCTR().newCursor();
                XmlCursor after = run.getCTR().newCursor()) {
            before.beginElement("bookmarkStart", DocumentStamp.W);
            before.insertAttributeWithValue("id", DocumentStamp.W, id.toString());
            before.insertAttributeWithValue("name", DocumentStamp.W, place + "_" + id);
            after.toEndToken();
            after.toNextToken();
            after.beginElement("bookmarkEnd", DocumentStamp.W);
            after.insertAttributeWithValue("id", DocumentStamp.W, id.toString());
        }
    }

    /** «Иванов И.И.» or «2025 г.» at the end of a sentence bring the full stop along. */
    private static void dropFullStopAfter(XWPFRun run) {
        List<XWPFRun> runs = ((XWPFParagraph) run.getParent()).getRuns();
        int next = runs.indexOf(run) + 1;
        String text = next > 0 && next < runs.size() ? runs.get(next).getText(0) : null;
        if (text != null && text.startsWith(".")) {
            runs.get(next).setText(text.substring(1), 0);
        }
    }

    private static void renderPicture(ElementTemplate tag, Object data, XWPFTemplate document) {
        XWPFRun run = runOf(tag);
        if (data != null && !(data instanceof Picture)) {
            throw new TagProblem(tag.getSource(), "the value is not a picture");
        }
        run.setText("", 0);
        if (data instanceof Picture picture) {
            try {
                run.addPicture(
                        new ByteArrayInputStream(picture.png()),
                        Document.PICTURE_TYPE_PNG,
                        "code.png",
                        picture.widthMm() * Units.EMU_PER_CENTIMETER / 10,
                        picture.heightMm() * Units.EMU_PER_CENTIMETER / 10);
            } catch (InvalidFormatException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static XWPFRun runOf(ElementTemplate tag) {
        return ((RunTemplate) tag).getRun();
    }

    // ---- mistakes in templates

    /** poi-tl leaves a tag it cannot read as text in the document; nobody would see it before the director. */
    private static void refuseMisspeltTags(String template, XWPFDocument document) {
        List<IBody> bodies = new ArrayList<>();
        bodies.add(document);
        bodies.addAll(document.getHeaderList());
        bodies.addAll(document.getFooterList());
        for (IBody body : bodies) {
            refuseMisspeltTags(template, body);
        }
    }

    private static void refuseMisspeltTags(String template, IBody body) {
        for (XWPFParagraph paragraph : body.getParagraphs()) {
            String rest = WELL_FORMED_TAG.matcher(paragraph.getText()).replaceAll("");
            if (rest.contains("{{") || rest.contains("}}")) {
                throw new TemplateException(template, rest.strip(), "the tag is misspelt", null);
            }
        }
        for (XWPFTable table : body.getTables()) {
            for (XWPFTableRow row : table.getRows()) {
                for (XWPFTableCell cell : row.getTableCells()) {
                    refuseMisspeltTags(template, cell);
                }
            }
        }
    }

    private static TagProblem tagProblem(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof TagProblem problem) {
                return problem;
            }
        }
        return null;
    }

    private static final class TagProblem extends RuntimeException {

        private final String tag;

        TagProblem(String tag, String problem) {
            super(problem);
            this.tag = tag;
        }
    }

    // ---- tables

    /** Repeats a row for every element of a list, and merges downwards what the template marks so. */
    private static final class Rows extends LoopRowTableRenderPolicy {

        @Override
        public void render(ElementTemplate tag, Object data, XWPFTemplate document) {
            if (data != null && !(data instanceof Collection<?>)) {
                throw new TagProblem(tag.getSource(), "the value is not a list");
            }
            boolean empty = data == null || ((Collection<?>) data).isEmpty();
            super.render(tag, empty ? Collections.nCopies(ROWS_OF_EMPTY_LIST, NO_ELEMENT) : data, document);
        }

        /**
         * By now every marked cell but the first continues the one above it. A cell begins anew where its text differs
         * or is empty. The marked columns at the left are a hierarchy: where one begins anew, those right of it do
         * too, and so do the marked columns behind the first unmarked one.
         */
        @Override
        protected void afterloop(XWPFTable table, Object data) {
            List<XWPFTableRow> rows = table.getRows();
            int first = rows.size() - ((Collection<?>) data).size();
            int index = 0;
            for (Object element : (Collection<?>) data) {
                XWPFTableRow row = rows.get(first + index++);
                if (element instanceof Map<?, ?> values && values.get("section") instanceof String section) {
                    SectionRow.write(row, section);
                }
            }
            Map<Integer, String> above = new HashMap<>();
            for (XWPFTableRow row : rows) {
                List<XWPFTableCell> cells = row.getTableCells();
                boolean sameGroup = true;
                boolean leading = true;
                for (int column = 0; column < cells.size(); column++) {
                    XWPFTableCell cell = cells.get(column);
                    CTVMerge merge = mergeOf(cell);
                    if (merge == null) {
                        leading = false;
                        above.remove(column);
                        continue;
                    }
                    String text = cell.getText();
                    String textAbove = above.put(column, text);
                    boolean same = sameGroup && !text.isEmpty() && text.equals(textAbove);
                    merge.setVal(same ? STMerge.CONTINUE : STMerge.RESTART);
                    if (same) {
                        clear(cell);
                    }
                    if (leading) {
                        sameGroup = same;
                    }
                }
            }
        }

        private static CTVMerge mergeOf(XWPFTableCell cell) {
            return cell.getCTTc().isSetTcPr() ? cell.getCTTc().getTcPr().getVMerge() : null;
        }

        private static void clear(XWPFTableCell cell) {
            for (XWPFParagraph paragraph : cell.getParagraphs()) {
                while (!paragraph.getRuns().isEmpty()) {
                    paragraph.removeRun(0);
                }
            }
        }
    }
}
