package org.mentoringroadmap.questionnaire.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Campaigns.Asked;
import org.mentoringroadmap.questionnaire.Item;
import org.mentoringroadmap.questionnaire.Questionnaire;
import org.mentoringroadmap.questionnaire.QuestionnaireAccess;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The answers of a campaign as a table, a sheet for each questionnaire, for who looks after the people. */
@Controller
class AnswerExportController {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final int WIDTH = 26;

    /** What the program that opens it allows. */
    private static final int MAX_NAME_OF_SHEET = 31;

    private final Campaigns campaigns;
    private final Answers answers;
    private final QuestionnaireAccess access;
    private final SchoolClasses classes;
    private final MessageSource messages;

    AnswerExportController(
            Campaigns campaigns,
            Answers answers,
            QuestionnaireAccess access,
            SchoolClasses classes,
            MessageSource messages) {
        this.campaigns = campaigns;
        this.answers = answers;
        this.access = access;
        this.classes = classes;
        this.messages = messages;
    }

    @Recorded(value = AuditAct.ANSWERS_OPENED, id = "id")
    @GetMapping("/programmes/{id}/campaigns/{campaign}/export")
    ResponseEntity<byte[]> export(@PathVariable Long id, @PathVariable Long campaign) {
        Programme programme = access.toReadAnswers(id);
        List<Asked> answered = campaigns.asked(id, campaign).stream()
                .filter(one -> one.invitation().isAnswered())
                .toList();
        Map<Long, Map<String, List<String>>> given =
                answers.given(id, answered.stream().map(Asked::invitation).toList());
        Map<Long, String> names = classes.of(programme.schoolId(), programme.schoolYear()).stream()
                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "MentoringRoadmap", null)) {
            List<Questionnaire> questionnaires = campaigns.questionnaires(id, campaign);
            for (int i = 0; i < questionnaires.size(); i++) {
                Questionnaire questionnaire = questionnaires.get(i);
                List<Asked> own = answered.stream()
                        .filter(one -> one.invitation().questionnaire().equals(questionnaire.key()))
                        .toList();
                Worksheet sheet = workbook.newWorksheet(name(i + 1, questionnaire.title()));
                write(sheet, questionnaire, own, given, names);
            }
            if (questionnaires.isEmpty()) {
                workbook.newWorksheet(text("answer-list.none"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("answers-" + campaign + ".xlsx")
                                .build()
                                .toString())
                .body(file.toByteArray());
    }

    private static String name(int number, String title) {
        String name = number + " " + title.replaceAll("[\\\\/*?:\\[\\]']", " ");
        return name.substring(0, Math.min(name.length(), MAX_NAME_OF_SHEET));
    }

    private void write(
            Worksheet sheet,
            Questionnaire questionnaire,
            List<Asked> people,
            Map<Long, Map<String, List<String>>> given,
            Map<Long, String> classNames) {
        List<String> head = new ArrayList<>(List.of(
                text("answer-list.NAME"), text("answer-list.CLASS"), text("answer-list.day"), text("answer-list.way")));
        questionnaire.questions().forEach(question -> head.add(question.label()));
        line(sheet, 0, head);
        sheet.range(0, 0, 0, head.size() - 1).style().bold().wrapText(true).set();
        sheet.freezePane(1, 1);
        for (int i = 0; i < people.size(); i++) {
            Asked one = people.get(i);
            List<String> cells = new ArrayList<>(List.of(
                    one.participant().person().fullName(),
                    one.participant().classId().map(classNames::get).orElse(""),
                    DAY.format(one.invitation().answeredAt()),
                    text("questionnaire-channel." + one.invitation().channel())));
            Map<String, List<String>> said = given.getOrDefault(one.invitation().id(), Map.of());
            for (Item.Question question : questionnaire.questions()) {
                cells.add(String.join("; ", question.inWords(said.getOrDefault(question.key(), List.of()))));
            }
            line(sheet, i + 1, cells);
        }
    }

    private static void line(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
            sheet.width(column, WIDTH);
        }
    }

    private String text(String code) {
        return messages.getMessage(code, null, RUSSIAN);
    }
}
