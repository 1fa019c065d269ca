package org.mentoringroadmap.document.word;

import java.util.Map;
import org.mentoringroadmap.document.DocumentTemplates;

/**
 * Fills a Word template with data.
 *
 * <p>Templates are the {@code .docx} files of the folder {@code documents}; their names and the keys they need are
 * listed in {@link DocumentTemplates}. What a template may say:
 *
 * <ul>
 *   <li>{@code {{school.city}}} – a text. An empty value prints a blank to be filled by hand;
 *       {@code {{date|«__» _____ 20__ г.}}} gives the blank its own look, {@code {{founder|}}} prints nothing. Line
 *       breaks of a value are line breaks of the document. A full stop after the tag is dropped if the value ends with
 *       one.
 *   <li>{@code {{?people}} … {{/}}} – a section, repeated for every element of a list, or kept once if the value is a
 *       map, a text or {@code true}. Inside it keys are looked up in the element only; {@code {{_number}}} counts from
 *       1, {@code {{?_last}}} and {@code {{?_next}}} are kept for the last element and for the others.
 *   <li>{@code {{?people.any}} … {{/}}} and {@code {{?people.none}} … {{/}}} – kept if the value is there, or is not;
 *       keys inside mean what they mean outside.
 *   <li>{@code {{%rows}}} in a table's heading row – the next row is repeated for every element, with tags in square
 *       brackets ({@code [name]}). An empty list leaves a few empty rows. Cells of that row which are marked as
 *       vertically merged are merged in the result where their texts repeat.
 *   <li>{@code {{@code}}} – a {@link Picture}, or nothing.
 * </ul>
 */
public interface DocumentRenderer {

    /**
     * Renders one document.
     *
     * <p>The data are taken as they are at the moment of the call and are not changed. Only maps with text keys,
     * collections, texts, numbers, booleans, {@link Picture}s and {@code null} are accepted: an entity handed in by
     * mistake would let a template read whatever is reachable from it. Nothing in a value is ever executed, looked up
     * or read as a file name, and a tag inside a value stays the text it is.
     *
     * <p>Safe to be called by several threads at once.
     *
     * @param template name of a template without folder and extension, for example {@code order-curator}
     * @param data values by key; every key that the template names must be there, though its value may be
     *     {@code null} or blank
     * @return the {@code .docx}
     * @throws TemplateException if there is no such template, if it has a tag that is unknown or misspelt or whose key
     *     the data lack, or if a value is of the wrong kind. Its message names template and tag, never a value.
     */
    byte[] render(String template, Map<String, Object> data);

    /**
     * As {@link #render(String, Map)} with a template that does not come with the product.
     *
     * @param name what it is called in messages
     * @param docx the template
     * @throws TemplateException as above
     */
    byte[] render(String name, byte[] docx, Map<String, Object> data);

    /**
     * A picture to be placed into a document.
     *
     * @param png the picture as PNG
     * @param widthMm width on paper in millimetres
     * @param heightMm height on paper in millimetres
     */
    record Picture(byte[] png, int widthMm, int heightMm) {}

    /** A document could not be rendered because template and data do not fit: a mistake of ours, not of the user. */
    class TemplateException extends RuntimeException {

        private final String template;
        private final String tag;

        TemplateException(String template, String tag, String problem, Throwable cause) {
            super("Template '%s'%s: %s".formatted(template, tag == null ? "" : ", tag '" + tag + "'", problem), cause);
            this.template = template;
            this.tag = tag;
        }

        /** Name of the template. */
        public String template() {
            return template;
        }

        /** The tag or key that is to blame, or {@code null} if it is the template as a whole. */
        public String tag() {
            return tag;
        }
    }
}
