package org.mentoringroadmap.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.mentoringroadmap.roadmap.RoadmapItems;

/** The catalogue of the rows of the schools' papers, as it was handed to us. */
public final class SchoolCatalogue {
    private static final Pattern CELL = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))");

    private SchoolCatalogue() {}

    /**
     * A row of a paper.
     *
     * @param seed the paper, {@code 000} to {@code 004}
     * @param code what the catalogue calls the row, such as {@code 1.4.2a}
     * @param term as the paper writes it; empty where it names none
     * @param start first day, such as {@code F-09-01}: F stands for the first calendar year of the school year, S for the
     *     second; empty where the paper names none
     * @param due last day in the same form
     * @param responsible whom the paper names; empty for nobody
     */
    public record Row(String seed, String code, String term, String start, String due, List<String> responsible) {
        /** Id in the catalogue. */
        public String id() {
            return seed + "-" + code;
        }

        /** As it is printed, such as {@code 1.4.2а}. */
        public String number() {
            return RoadmapItems.printed(code);
        }

        @Override
        public String toString() {
            return id();
        }
    }

    /** The rows of all papers in their order. */
    public static List<Row> rows() {
        return new String(file(), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line ->
                        CELL.matcher(line).results().map(SchoolCatalogue::cell).toList())
                .map(SchoolCatalogue::row)
                .toList();
    }

    /** The rows of one paper. */
    public static List<Row> rows(String seed) {
        return rows().stream().filter(row -> row.seed().equals(seed)).toList();
    }

    /** The numbers of one paper as they are printed. */
    public static List<String> numbers(String seed) {
        return rows(seed).stream().map(Row::number).toList();
    }

    /**
     * Rows of one paper that the catalogue splits into parts: {@code 2.3} of {@code 2.3а} and {@code 2.3б}. A roadmap may
     * have the whole row beside its parts.
     */
    public static List<String> whole(String seed) {
        return numbers(seed).stream()
                .filter(number -> number.matches(".*[а-я]"))
                .map(number -> number.substring(0, number.length() - 1))
                .distinct()
                .toList();
    }

    /** The file, byte by byte. */
    public static byte[] file() {
        try (InputStream stream = SchoolCatalogue.class.getResourceAsStream("/mission/catalogue.csv")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> cells) {
        String id = cells.get(0);
        return new Row(
                id.substring(0, 3),
                id.substring(4),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                cells.get(8).isEmpty() ? List.of() : List.of(cells.get(8).split(";")));
    }

    private static String cell(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1).replace("\"\"", "\"");
    }
}
