package org.mentoringroadmap.document.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.word.PoiTlDocumentRendererTest;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** What the documents of the four roadmaps beside the target model say, each by its own paper. */
@ApplicationTest
class PrintedRoadmapsTest {
    @Autowired
    private TestSchools schools;

    @Autowired
    private Documents documents;

    @Autowired
    private Programmes programmes;

    @Autowired
    private ProgrammeRoadmap roadmap;

    private TestSchool school;

    @BeforeEach
    void create() {
        school = schools.create();
    }

    /** The lyceum's programme has its roadmap in the middle and its other sections around it, each with a table of its own. */
    @Test
    void sectionsOfTheProgrammeFollowTheRoadmapInTablesOfTheirOwn() throws IOException {
        XWPFDocument word = word(start("pupil-to-pupil"), DocumentType.ROADMAP);

        XWPFTable stages = tables(word, "Наименование этапа").get(0);
        assertThat(stages.getText())
                .contains("1.1.1. Изучение")
                .contains("7.2.4.")
                .doesNotContain("П4", "П11");
        assertThat(word.getParagraphs().stream()
                        .map(XWPFParagraph::getText)
                        .filter(text -> text.matches("П\\d+\\. .*")))
                .hasSize(7)
                .startsWith("П2. Нормативные основы реализации программы")
                .endsWith("П11. План медиасопровождения программы");
        XWPFTable management = tables(word, "Направление деятельности").get(0);
        assertThat(head(management))
                .containsExactly(
                        "Ответственный исполнитель", "Направление деятельности", "Контрольные сроки исполнения");
        assertThat(management.getText())
                .contains("Администрация школы", "П4.2.2. Организация обучения наставников", "Психолог")
                .doesNotContain("П4.2.2а");
        assertThat(word.getTables().indexOf(management))
                .isGreaterThan(word.getTables().indexOf(stages));
    }

    @Test
    void theMediaPlanHasTheSevenRowsAndTheColumnsOfThePaper() throws IOException {
        String programme = start("pupil-to-pupil");

        for (DocumentType type : List.of(DocumentType.ROADMAP, DocumentType.MEDIA_PLAN)) {
            XWPFTable plan = tables(word(programme, type), "Смысловая нагрузка").get(0);
            assertThat(head(plan))
                    .as("%s", type)
                    .containsExactly(
                            "№",
                            "Наименование мероприятия",
                            "Смысловая нагрузка",
                            "СМИ",
                            "Форма представления",
                            "Срок исполнения");
            assertThat(plan.getRows().stream()
                            .skip(1)
                            .limit(plan.getNumberOfRows() - 2) // the last one is for the signature
                            .map(row -> row.getCell(0).getText()))
                    .containsExactly("П11.1", "П11.2", "П11.3", "П11.4", "П11.5", "П11.6", "П11.7");
            assertThat(plan.getRow(2).getCell(2).getText()).isEqualTo("Взаимодействовать с целевыми аудиториями");
            assertThat(plan.getRow(2).getCell(5).getText()).startsWith("август");
        }
        assertThat(text(programme, DocumentType.MEDIA_PLAN))
                .contains("План медиасопровождения", "УТВЕРЖДЕНО", "приказом");
    }

    /** Where pupils alone take part, nothing is said of teachers as mentees and mentors. */
    @Test
    void papersOfAPupilsRoadmapSpeakOfPupils() {
        String pupils = start("pupil-to-pupil");
        assertThat(text(pupils, DocumentType.ORDER_IMPLEMENTATION))
                .contains("Изучить запросы обучающихся, выбрать формы наставничества")
                .doesNotContain("профессионального роста");
        assertThat(text(pupils, DocumentType.REGULATION))
                .contains("Наставниками могут быть обучающиеся с высокими достижениями и активной позицией, которые"
                        + " прошли отбор")
                .contains("в трудной жизненной ситуации.")
                .doesNotContain("начинающие педагоги", "Выполнение работником", "стимулирование работников");

        String everybody = start("target-model");
        assertThat(text(everybody, DocumentType.ORDER_IMPLEMENTATION))
                .contains("Изучить запросы обучающихся и педагогических работников");
        assertThat(text(everybody, DocumentType.REGULATION))
                .contains("начинающие педагоги", "Выполнение работником")
                .contains("в трудной жизненной ситуации;");
    }

    /** One row of the rollout is of the next autumn; the curator's report is of this year. */
    @Test
    void theReportOnTheYearIsDueInTheYear() {
        assertThat(roadmap.terms(programmes.get(Long.valueOf(start("target-model-rollout")))))
                .extractingByKey("report")
                .asString()
                .endsWith("2027 г.")
                .doesNotContain("октября");
    }

    /** «Срок: ____» in an order is a term that the roadmap has and nobody has told the order of. */
    @Test
    void theOrderOnIntroductionHasEveryTermOfItsRoadmap() {
        for (String id : List.of("target-model", "pupil-to-pupil", "target-model-rollout")) {
            assertThat(roadmap.terms(programmes.get(Long.valueOf(start(id)))))
                    .as(id)
                    .extracting("information", "forms", "site")
                    .allSatisfy(term -> assertThat(term).asString().startsWith("до "));
        }
    }

    /** A section of the paper names school and year, the model neither. */
    @Test
    void titlesOfSectionsNameTheSchoolAndTheYear() throws IOException {
        String programme = start("target-model-rollout");
        XWPFTable table = tables(word(programme, DocumentType.ROADMAP), "№ п/п").get(0);

        assertThat(table.getText())
                .contains("3. Внедрение целевой модели наставничества в ")
                .contains(" в 2026–2027 учебном году")
                .doesNotContain("{", "этом учебном году");
    }

    /** An order approves a paper under the name that stands on the paper. */
    @Test
    void aRoadmapIsCalledAsItsPaperCallsItself() {
        assertThat(List.of(
                        "target-model",
                        "pupil-to-pupil",
                        "target-model-rollout",
                        "young-teachers",
                        "teacher-mentoring"))
                .extracting(id -> document(start(id), DocumentType.ROADMAP).title())
                .containsExactly(
                        "Дорожная карта программы наставничества",
                        "Дорожная карта реализации целевой модели наставничества",
                        "План мероприятий (дорожная карта) по разработке и внедрению целевой модели наставничества",
                        "Дорожная карта по реализации системы наставничества педагогических работников",
                        "Дорожная карта (план мероприятий) по реализации Положения о системе наставничества"
                                + " педагогических работников в образовательной организации");
    }

    private String start(String id) {
        return school.start(id, "2026-2027");
    }

    private static List<XWPFTable> tables(XWPFDocument word, String heading) {
        List<XWPFTable> found = word.getTables().stream()
                .filter(table -> head(table).contains(heading))
                .toList();
        assertThat(found).as("tables with %s", heading).hasSize(1);
        return found;
    }

    private static List<String> head(XWPFTable table) {
        return table.getRow(0).getTableCells().stream()
                .map(XWPFTableCell::getText)
                .toList();
    }

    private Document document(String programme, DocumentType type) {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(Long.valueOf(programme))).stream()
                .filter(document -> document.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private byte[] file(String programme, DocumentType type) {
        Document document = document(programme, type);
        return school.as(Role.CURATOR, () -> documents.file(document.id()).content());
    }

    private XWPFDocument word(String programme, DocumentType type) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(file(programme, type)));
    }

    private String text(String programme, DocumentType type) {
        return PoiTlDocumentRendererTest.text(file(programme, type));
    }
}
