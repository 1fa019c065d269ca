package org.mentoringroadmap.matching.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mentoringroadmap.matching.MatchingTexts;
import org.mentoringroadmap.matching.run.PairMatrix;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Schools;
import org.springframework.stereotype.Component;

/** The matrix of a run as a sheet that a school prints: mentees down, mentors across, ready for paper. */
@Component
class MatrixSheet {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** Rows of the head: title, what it is of, how it is read, an empty one. */
    private static final int HEAD = 4;

    /** Number, name, class. */
    private static final int LEAD = 3;

    private static final double NUMBER_WIDTH = 5;
    private static final double LEAST_NAME_WIDTH = 24;
    private static final double CLASS_WIDTH = 12;
    private static final double FIT_WIDTH = 7;

    /** Room of a letter: across, in units of a width, and along a name that stands upright, in points. */
    private static final double LETTER_WIDTH = 1.15;

    private static final double LETTER_HEIGHT = 6.5;
    private static final double LEAST_HEADING_HEIGHT = 60;

    /** Higher no row of a sheet can be. */
    private static final double MAX_HEADING_HEIGHT = 400;

    private static final int UPRIGHT = 90;
    private static final int TITLE_SIZE = 14;

    /** A light fill that a black printer shows too. */
    private static final String PROPOSED = "D9D9D9";

    private final Programmes programmes;
    private final Schools schools;
    private final SchoolClasses classes;
    private final MatchingTexts texts;

    MatrixSheet(Programmes programmes, Schools schools, SchoolClasses classes, MatchingTexts texts) {
        this.programmes = programmes;
        this.schools = schools;
        this.classes = classes;
        this.texts = texts;
    }

    /** An {@code .xlsx} file. */
    byte[] of(PairMatrix matrix) {
        Programme programme = programmes.get(matrix.run().programmeId());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "MentoringRoadmap", null)) {
            Worksheet sheet = workbook.newWorksheet(texts.text("matching.matrix"));
            head(sheet, matrix, programme);
            headings(sheet, matrix);
            rows(sheet, matrix, programme);
            paper(sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private void head(Worksheet sheet, PairMatrix matrix, Programme programme) {
        sheet.value(0, 0, texts.text("matching.matrix"));
        sheet.style(0, 0).bold().fontSize(TITLE_SIZE).set();
        sheet.value(
                1,
                0,
                texts.text(
                        "matching.matrix.of",
                        schools.get(programme.schoolId()).requisites().shortName(),
                        programme.schoolYear().text().replace('-', '–'),
                        String.valueOf(matrix.run().number()),
                        DAY.format(matrix.run().at()),
                        DAY.format(matrix.day())));
        sheet.value(2, 0, texts.text("matching.matrix.key"));
    }

    private void headings(Worksheet sheet, PairMatrix matrix) {
        sheet.value(HEAD, 0, texts.text("matching.matrix.number"));
        sheet.value(HEAD, 1, texts.text("matching.matrix.mentee"));
        sheet.value(HEAD, 2, texts.text("matching.matrix.class"));
        sheet.width(0, NUMBER_WIDTH);
        sheet.width(
                1,
                Math.max(
                        LEAST_NAME_WIDTH,
                        LETTER_WIDTH * longest(matrix.rows().stream().map(PairMatrix.Row::mentee))));
        sheet.width(2, CLASS_WIDTH);
        for (int mentor = 0; mentor < matrix.mentors().size(); mentor++) {
            sheet.value(HEAD, LEAD + mentor, name(matrix.mentors().get(mentor)));
            sheet.width(LEAD + mentor, FIT_WIDTH);
        }
        sheet.rowHeight(
                HEAD,
                Math.min(
                        MAX_HEADING_HEIGHT,
                        Math.max(LEAST_HEADING_HEIGHT, LETTER_HEIGHT * longest(matrix.mentors().stream()))));
        int last = LEAD + matrix.mentors().size() - 1;
        sheet.range(HEAD, 0, HEAD, last)
                .style()
                .bold()
                .wrapText(true)
                .verticalAlignment("bottom")
                .borderStyle(BorderStyle.THIN)
                .set();
        if (last >= LEAD) {
            sheet.range(HEAD, LEAD, HEAD, last)
                    .style()
                    .rotation(UPRIGHT)
                    .horizontalAlignment("center")
                    .set();
        }
    }

    private void rows(Worksheet sheet, PairMatrix matrix, Programme programme) {
        Map<Long, String> classNames = classes.of(programme.schoolId(), programme.schoolYear()).stream()
                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
        int last = LEAD + matrix.mentors().size() - 1;
        for (int at = 0; at < matrix.rows().size(); at++) {
            PairMatrix.Row row = matrix.rows().get(at);
            int line = HEAD + 1 + at;
            sheet.value(line, 0, at + 1);
            sheet.value(line, 1, name(row.mentee()));
            sheet.value(
                    line,
                    2,
                    row.mentee()
                            .classId()
                            .map(classNames::get)
                            .orElseGet(() -> texts.text(
                                    "participant-category." + row.mentee().category())));
            for (int mentor = 0; mentor < row.fits().size(); mentor++) {
                int column = LEAD + mentor;
                row.fits()
                        .get(mentor)
                        .ifPresentOrElse(
                                fit -> sheet.value(line, column, fit),
                                () -> sheet.value(line, column, texts.text("matching.matrix.forbidden")));
            }
            sheet.range(line, 0, line, last)
                    .style()
                    .borderStyle(BorderStyle.THIN)
                    .set();
            if (last >= LEAD) {
                sheet.range(line, LEAD, line, last)
                        .style()
                        .format("0%")
                        .horizontalAlignment("center")
                        .set();
            }
            row.proposed().ifPresent(mentor -> {
                StyleSetter style = sheet.style(line, LEAD + mentor).bold().fillColor(PROPOSED);
                (row.weak() ? style.italic().underlined() : style).set();
            });
        }
    }

    private static int longest(Stream<Participant> people) {
        return people.mapToInt(one -> name(one).length()).max().orElse(0);
    }

    private static String name(Participant one) {
        return one.person().tellingName();
    }

    private static void paper(Worksheet sheet) {
        sheet.freezePane(LEAD, HEAD + 1);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.repeatRows(HEAD);
    }
}
