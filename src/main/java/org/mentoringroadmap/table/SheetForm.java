package org.mentoringroadmap.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.shared.Verbatim;
import org.springframework.util.DigestUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * What a page sends that takes a list from a file or from the clipboard and shows how it was understood. The list goes with
 * the page from step to step, so that nothing personal lies about on the server and any node can answer. All fields may be
 * missing.
 *
 * @param file the file, where one was chosen
 * @param text the list as text, which a person may have mended
 * @param source the file as it came, with what is hidden in it ({@link Workbook#text})
 * @param seal {@link #seal(String)} of the text that was checked
 * @param chosen {@link #seal(String, SheetChoices)} of the source and the choices that were checked
 * @param sheets sheets to take
 * @param header number of the row with the headings
 * @param column for each column what it is
 * @param columnsOf for which headings the columns were chosen
 */
public record SheetForm(
        MultipartFile file,
        @Verbatim String text,
        @Verbatim String source,
        String seal,
        String chosen,
        List<Integer> sheets,
        Integer header,
        List<String> column,
        @Verbatim String columnsOf,
        Boolean hiddenRows,
        Boolean hiddenColumns,
        Boolean below) {
    public SheetForm {
        text = Objects.requireNonNullElse(text, "");
        source = Objects.requireNonNullElse(source, "");
        seal = Objects.requireNonNullElse(seal, "");
        chosen = Objects.requireNonNullElse(chosen, "");
        sheets = Objects.requireNonNullElse(sheets, List.of());
        column = Objects.requireNonNullElse(column, List.of());
        columnsOf = Objects.requireNonNullElse(columnsOf, "");
    }

    /**
     * A list with what was chosen for it.
     *
     * @param file the list
     */
    public record Brought(Workbook file, SheetChoices choices) {}

    /**
     * The list: a file that was chosen now, else the text where a person has mended it, else the file as it came before.
     *
     * @param known tells texts that are headings
     * @throws UserInputException {@code import.nothing}, and as {@link TableFile#read(String, byte[])}
     */
    public Brought brought(Predicate<String> known) {
        if (file != null && !file.isEmpty()) {
            return new Brought(read(file, known), SheetChoices.NONE);
        }
        if (text.isBlank()) {
            throw new UserInputException("import.nothing");
        }
        return source.isEmpty() || !seal(text).equals(seal)
                ? new Brought(
                        TableFile.read(text, known),
                        new SheetChoices(Set.of(), null, column, columnsOf, false, false, false))
                : new Brought(Workbook.of(source), choices());
    }

    /** Reads a file that was sent. */
    public static Workbook read(MultipartFile file, Predicate<String> known) {
        try {
            return TableFile.read(file.getOriginalFilename(), file.getBytes(), known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether what was sent is what was checked. */
    public boolean isChecked() {
        return (file == null || file.isEmpty())
                && seal(text).equals(seal)
                && (source.isEmpty() || seal(source, choices()).equals(chosen));
    }

    private SheetChoices choices() {
        Set<Integer> taken = new TreeSet<>();
        sheets.stream().filter(Objects::nonNull).forEach(taken::add);
        return new SheetChoices(
                taken,
                header,
                column,
                columnsOf,
                Boolean.TRUE.equals(hiddenRows),
                Boolean.TRUE.equals(hiddenColumns),
                Boolean.TRUE.equals(below));
    }

    /** Of a file as it came and all that was chosen for it. */
    public static String seal(String source, SheetChoices choices) {
        return seal(source
                + new TreeSet<>(choices.sheets())
                + choices.header()
                + choices.columns()
                + choices.columnsOf()
                + choices.hiddenRows()
                + choices.hiddenColumns()
                + choices.below());
    }

    /** Of a text; browsers send line ends of their own. */
    public static String seal(String text) {
        return DigestUtils.md5DigestAsHex(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
    }
}
