package org.mentoringroadmap.roadmap.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.roadmap.ElementChange;

/** What differs in forms and tables is said field by field and row by row. */
class FileChangesTest {
    private static final String FORM = read("forms/tasks/time-record.form");
    private static final String TABLE = read("processes/decisions/matching-policy.dmn");

    @Test
    void theSameFileDiffersInNothing() {
        assertThat(form(FORM)).isEmpty();
        assertThat(table(TABLE)).isEmpty();
        assertThat(FileChanges.between(
                        "x.bpmn",
                        read("processes/blocks/activity.bpmn").getBytes(StandardCharsets.UTF_8),
                        read("processes/blocks/activity.bpmn").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void fieldsAreAddedRemovedAndRenamed() {
        String edited = replaced(FORM, "\"label\": \"Чем закончился этот раз?\"", "\"label\": \"Что вышло?\"");
        assertThat(form(edited)).containsExactly("Что вышло? CHANGED TITLE: Чем закончился этот раз? → Что вышло?");

        String with = replaced(
                FORM,
                "\"components\": [",
                "\"components\": [{\"type\": \"textfield\", \"id\": \"Field_Place\", \"key\": \"place\", \"label\": \"Где\"},");
        assertThat(form(with)).containsExactly("Где ADDED");
        assertThat(changes("x.form", with, FORM)).containsExactly("Где REMOVED");

        assertThat(form(replaced(FORM, "\"key\": \"again\"", "\"key\": \"oneMore\"")))
                .containsExactly("Будет ли ещё раз? CHANGED Key: again → oneMore");
    }

    @Test
    void choicesAndSettingsOfFieldsAreTold() {
        assertThat(form(replaced(FORM, "\"label\": \"Да, будет ещё\"", "\"label\": \"Да\"")))
                .containsExactly(
                        "Будет ли ещё раз? CHANGED Варианты ответа:"
                                + " Нет, это был последний (false); Да, будет ещё (true) → Нет, это был последний (false); Да (true)");
        assertThat(form(FORM.replaceFirst("\"required\": true", "\"required\": false")))
                .containsExactly("Чем закончился этот раз? CHANGED Required (обязательное): да → нет");
        assertThat(form(replaced(FORM, "\"hide\": \"=outcome = \\\"not-held\\\"\"", "\"hide\": \"=false\"")))
                .contains("Когда сделали CHANGED Hide if (когда скрыто): =outcome = \"not-held\" → =false");
    }

    @Test
    void rowsAndColumnsOfTablesAreTold() {
        assertThat(table(TABLE.replaceFirst("<text>0</text>", "<text>3</text>")))
                .containsExactly(
                        "Строка 1: Форма наставничества подходит обоим: по тому, кто они, и по тому, что выбрали."
                                + " CHANGED Вес: 0 → 3");
        String without = TABLE.replaceFirst("(?s)\\s*<rule id=\"DecisionRule_RoleModel\">.*?</rule>", "");
        assertThat(table(without))
                .singleElement()
                .asString()
                .startsWith("Строка 2: Ролевая модель")
                .endsWith("REMOVED");
        assertThat(changes("x.dmn", without, TABLE)).singleElement().asString().endsWith("ADDED");
        assertThat(table(replaced(TABLE, "hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\"")))
                .containsExactly("Правила подбора пар CHANGED Hit policy: UNIQUE → FIRST");
        assertThat(table(replaced(TABLE, "label=\"Вид\"", "label=\"Какое\"")))
                .contains(
                        "Столбец результата «Какое» CHANGED TITLE: Столбец результата «Вид» → Столбец результата «Какое»");
    }

    private static List<String> form(String edited) {
        return changes("time-record.form", FORM, edited);
    }

    private static List<String> table(String edited) {
        return changes("matching-policy.dmn", TABLE, edited);
    }

    private static List<String> changes(String file, String before, String after) {
        return FileChanges.between(
                        file, before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8))
                .stream()
                .map(FileChangesTest::words)
                .toList();
    }

    private static String words(ElementChange change) {
        return (change.name() + " " + change.kind() + " "
                        + change.aspects().stream()
                                .map(one -> (one.setting() == null ? one.aspect() : one.setting()) + ": " + one.before()
                                        + " → " + one.after())
                                .collect(Collectors.joining("; ")))
                .strip();
    }

    private static String replaced(String text, String old, String now) {
        assertThat(text).contains(old);
        return text.replace(old, now);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
