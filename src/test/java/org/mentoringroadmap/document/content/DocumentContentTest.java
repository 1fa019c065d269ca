package org.mentoringroadmap.document.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.word.PoiTlDocumentRendererTest;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.QrCodes;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** What the documents of a running programme say. */
@ApplicationTest
class DocumentContentTest {
    private static final int STAGES = 7;
    private static final int ACTIVITIES = 56;
    private static final int BLOCKS = 16;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentTexts texts;

    @Autowired
    private Terms terms;

    @Autowired
    private Programmes programmes;

    @Autowired
    private ProgrammeRoadmap roadmap;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private String programmeId;
    private LocalDate today;

    @BeforeEach
    void start() {
        school = schools.create();
        programmeId = school.start("target-model", "2026-2027");
        today = LocalDate.now(clock);
    }

    @Test
    void theRoadmapIsTheTableOfTheDeployedModels() throws IOException {
        List<List<String>> rows = word(document(DocumentType.ROADMAP)).getTables().stream()
                .filter(table -> table.getText().contains("Содержание деятельности"))
                .flatMap(table -> table.getRows().stream())
                .skip(1)
                .map(XWPFTableRow::getTableCells)
                .filter(cells -> cells.size() > 1) // the last row is for the signature
                .map(cells -> cells.stream().map(XWPFTableCell::getText).toList())
                .toList();

        assertThat(rows.stream().map(row -> row.get(0)).filter(number -> !number.isEmpty()))
                .hasSize(STAGES);
        assertThat(rows).hasSize(ACTIVITIES);
        assertThat(rows.stream().map(row -> row.get(2)).filter(block -> !block.isEmpty()))
                .hasSize(BLOCKS)
                .first()
                .isEqualTo("Изучение и систематизация имеющихся материалов по внедрению программы наставничества");
        assertThat(rows.get(0))
                .endsWith("1.1.1. Ознакомиться с шаблонами документов", "июнь–август 2026", "заместитель директора");
        assertThat(rows.stream().map(row -> row.get(5)).collect(Collectors.joining()))
                .doesNotContainPattern("[a-z]")
                .contains("классный руководитель", "ответственный за сайт");
    }

    @Test
    void aMovedTermIsMarkedWithItsReason() {
        Programme programme = programmes.get(Long.valueOf(programmeId));
        school.as(
                Role.CURATOR,
                () -> terms.move(programme.id(), "000-1.2.5", LocalDate.of(2027, 12, 15), "сайт на ремонте"));

        assertThat(roadmap.rows(programme))
                .filteredOn(row -> "1.2.5. Разместить информацию на сайте школы".equals(row.get("content")))
                .singleElement()
                .satisfies(row -> assertThat(row.get("term"))
                        .isEqualTo("до 15.12.2027, перенесено с 30.09.2026: сайт на ремонте"));
    }

    @Test
    void theCouncilsProtocolReachesWhatItAccepted() throws IOException {
        complete(Role.DEPUTY, "000-1.3.2", "Task_CheckDraft", Map.of("outcome", "done"));
        complete(Role.DIRECTOR, "000-1.3.2", "Task_Approve", Map.of("despiteBlanks", true, "decision", "approve"));
        council("17");
        complete(Role.SECRETARY, "000-1.3.2", "Task_Register", Map.of("number", "5", "date", today.toString()));

        assertThat(text(document(DocumentType.REGULATION)))
                .contains("Протокол от " + texts.date(today) + " № 17")
                .contains(texts.date(today) + " № 5")
                .doesNotContain("№ ____");
    }

    @Test
    void aProtocolIsSignedInTheOrderOfASignature() throws IOException {
        council("18");

        assertThat(text(document(DocumentType.PROTOCOL)))
                .contains("Председатель: Примеров П. D.", "П. D. Примеров", "П. S. Примеров")
                .contains("1. О наставничестве.", "1. Внедрить модель.", "2. Назначить куратора.");
    }

    @Test
    void theCodeNamesTheDocumentAndSurvivesItsNumber() throws Exception {
        Document order = document(DocumentType.ORDER_CURATOR);
        assertThat(code(order)).isEqualTo("mentoring-roadmap:" + school.id() + "/" + order.id());

        complete(Role.DEPUTY, "000-1.3.4", "Task_CheckDraft", Map.of("outcome", "done"));
        complete(Role.DIRECTOR, "000-1.3.4", "Task_Approve", Map.of("despiteBlanks", true, "decision", "approve"));
        complete(Role.SECRETARY, "000-1.3.4", "Task_Register", Map.of("number", "9-ОД", "date", today.toString()));

        assertThat(code(document(DocumentType.ORDER_CURATOR))).isEqualTo(DocumentCode.text(order));
    }

    private void council(String number) {
        complete(
                Role.DEPUTY,
                "000-1.2.1",
                "Task_PlanEvent",
                Map.of("outcome", "done", "eventDate", today.toString(), "place", "зал", "agenda", "О наставничестве"));
        complete(
                Role.DEPUTY,
                "000-1.2.1",
                "Task_ReportEvent",
                Map.of(
                        "outcome",
                        "done",
                        "date",
                        today.toString(),
                        "came",
                        "20",
                        "decisions",
                        "1. Внедрить модель\n2. Назначить куратора."));
        complete(
                Role.DEPUTY,
                "000-1.2.1",
                "Task_SignProtocol",
                Map.of("number", number, "date", today.toString(), "despiteBlanks", true));
    }

    private void complete(Role role, String item, String definition, Map<String, Object> input) {
        Task task = school.tasks(programmeId).stream()
                .filter(open -> open.getTaskDefinitionKey().equals(definition))
                .filter(open -> item.equals(school.item(open)))
                .findFirst()
                .orElseThrow();
        school.complete(role, task, input);
    }

    private Document document(DocumentType type) {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(Long.valueOf(programmeId))).stream()
                .filter(document -> document.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private XWPFDocument word(Document document) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(
                school.as(Role.CURATOR, () -> documents.file(document.id())).content()));
    }

    private String text(Document document) {
        return PoiTlDocumentRendererTest.text(
                school.as(Role.CURATOR, () -> documents.file(document.id())).content());
    }

    private String code(Document document) throws Exception {
        try (XWPFDocument word = word(document)) {
            return QrCodes.read(word.getAllPackagePictures().get(0).getData());
        }
    }
}
