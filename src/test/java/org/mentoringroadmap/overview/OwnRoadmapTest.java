package org.mentoringroadmap.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.ActivityCorrections;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.OwnRoadmap;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** Roadmaps of other shapes than ours: started by the curator, worked on, printed. */
@ApplicationTest
class OwnRoadmapTest {
    private static final String TERM = "roadmapDue";
    private static final String ITEM = "roadmapItem";
    private static final String ROLES = "roadmapResponsible";
    private static final String NAMES = "roadmapResponsiblePrinted";
    private static final String RESULT = "roadmapResult";
    private static final String PRINTED = "roadmapPrinted";

    @Autowired
    private TestSchools schools;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TaskService tasks;

    @Autowired
    private Overview overview;

    @Autowired
    private Terms terms;

    @Autowired
    private ActivityCorrections corrections;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private Clock clock;

    @Autowired
    private Documents documents;

    @Autowired
    private MockMvc mvc;

    private final List<String> deployments = new ArrayList<>();
    private TestSchool school;

    @BeforeEach
    void aSchool() {
        school = schools.create();
    }

    @AfterEach
    void takeBack() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    /** Exact dates, results, people by their titles, sections over the whole width. */
    static OwnRoadmap likeTheSecond() {
        return OwnRoadmap.of("own-second", "Внедрение целевой модели")
                .with("roadmapTitle", "План мероприятий (дорожная карта)")
                .with(
                        "roadmapSubtitle",
                        "по разработке и внедрению целевой модели наставничества\nв {школа} на {год} учебный год")
                .with("roadmapAcceptance", "нет")
                .with("roadmapApproval", "УТВЕРЖДЕНО приказом директора")
                .with("roadmapStageWord", "нет")
                .with(
                        "roadmapColumns",
                        "№; содержание = Наименование мероприятия; срок; ответственные = Ответственный исполнитель;"
                                + " результат = Результат. Вид документа")
                .stage("1", "Нормативное правовое регулирование внедрения целевой модели")
                .row(
                        "Утвердить состав рабочих групп",
                        ITEM,
                        "1.1.",
                        TERM,
                        "18.12.2026 г.",
                        ROLES,
                        "deputy",
                        NAMES,
                        "рабочая группа",
                        RESULT,
                        "Приказ")
                .row("Назначить куратора", ITEM, "1.2.", TERM, "до 09.12.2026г.", ROLES, "director", RESULT, "Приказ")
                .row(
                        "Заключить соглашения с партнёрами",
                        ITEM,
                        "1.7.",
                        TERM,
                        "в теч. года",
                        NAMES,
                        "заместитель директора по ВР",
                        RESULT,
                        "Соглашения о сотрудничестве")
                .row(
                        "Утвердить меры доступности",
                        ITEM,
                        "1.8.",
                        TERM,
                        "сентябрь – октябрь 2028 г.",
                        ROLES,
                        "deputy",
                        RESULT,
                        "Приказы")
                .stage("2", "Организационная и методическая поддержка")
                .row(
                        "Сформировать перечень партнёров",
                        ITEM,
                        "2.1.",
                        TERM,
                        "до 15 января",
                        "roadmapTermPrinted",
                        "начало {год} учебного года",
                        ROLES,
                        "curator",
                        RESULT,
                        "Перечень")
                .row(
                        "Рассказывать о модели в СМИ",
                        ITEM,
                        "2.5.",
                        TERM,
                        "в течение всего периода реализации ЦМН",
                        ROLES,
                        "deputy",
                        NAMES,
                        "нет")
                .row("Обучить наставников", ITEM, "2.10.", TERM, "По отдельному графику", ROLES, "deputy");
    }

    /** No terms, nobody responsible, the number of the stage and its name at the left. */
    static OwnRoadmap likeTheThird() {
        return OwnRoadmap.of("own-third", "Система наставничества педагогов")
                .with("roadmapTitle", "Примерная дорожная карта (план мероприятий)")
                .with("roadmapSubtitle", "по реализации Положения о системе наставничества педагогических работников")
                .with("roadmapAcceptance", "ПРИНЯТ на педагогическом совете")
                .with(
                        "roadmapColumns",
                        "№ этапа; этап; содержание = Содержание деятельности и примерный план мероприятий")
                .stage("1", "Подготовка условий")
                .row("Издать приказ о системе наставничества", ITEM, "1.1")
                .row("Подготовить персонализированные программы", ITEM, "1.3")
                .stage("2", "Формирование банка наставляемых")
                .row("Собрать запросы педагогов", ITEM, "2.1");
    }

    /** Roman numbers and letters, one activity at several places, sections that only repeat, columns of its own. */
    static OwnRoadmap likeTheFirst() {
        return OwnRoadmap.of("own-first", "Ученик – ученик")
                .with("roadmapStageWord", "Раздел")
                .with("roadmapSections", "П2. Нормативные основы; П4 = Структура управления")
                .with("roadmapHeading", "Основные мероприятия на {год} учебный год")
                .with(
                        "roadmapColumns",
                        "№ пункта = №\n"
                                + "содержание = Мероприятия\n"
                                + "срок\n"
                                + "ответственные\n"
                                + "вид документа\n"
                                + "соисполнители\n"
                                + "Место")
                .stage("II", "Формирование базы наставляемых")
                .row(
                        "Собрать анкеты",
                        ITEM,
                        "II.А.2, П2.1",
                        TERM,
                        "декабрь, май",
                        ROLES,
                        "psychologist, class-teacher",
                        "roadmapDocumentKind",
                        "анкеты",
                        "roadmapCells",
                        "Место = кабинет психолога")
                .row(
                        "Обсудить итоги",
                        ITEM,
                        "II.А.10",
                        TERM,
                        "в течение 10 дней после II.А.2",
                        ROLES,
                        "curator",
                        "roadmapCoExecutors",
                        "классные руководители")
                .row("Вести базу", ITEM, "II.Б, П4.2.1, П2.3", TERM, "ежемесячно", ROLES, "curator")
                .stage("III", "Завершение")
                .row("Наградить лучших", ITEM, "III.1", TERM, "май")
                .row("Подвести итог", ITEM, "III.2");
    }

    @Test
    void termsInTheWordsOfThePaperBecomeTheTermsOfTasks() {
        String year = start(likeTheSecond(), "2026-2027");

        assertThat(dues(year))
                .containsEntry("1.1", LocalDateTime.parse("2026-12-18T18:00"))
                .containsEntry("1.2", LocalDateTime.parse("2026-12-09T18:00"))
                .containsEntry("1.7", LocalDateTime.parse("2027-05-31T18:00"))
                .containsEntry("1.8", LocalDateTime.parse("2028-10-31T18:00"))
                .containsEntry("2.1", LocalDateTime.parse("2027-01-15T18:00"))
                .containsEntry("2.5", LocalDateTime.parse("2027-05-31T18:00"))
                .containsEntry("2.10", LocalDateTime.parse("2027-05-31T18:00"));
        assertThat(groups(year)).containsEntry("1.7", "curator").containsEntry("1.1", "deputy");
        assertThat(rows(year))
                .extracting(row -> row.activity().printedItem(), ActivityProgress::term, ActivityProgress::due)
                .startsWith(
                        tuple("1.1", "18.12.2026 г.", LocalDate.parse("2026-12-18")),
                        tuple("1.2", "до 09.12.2026г.", LocalDate.parse("2026-12-09")))
                .endsWith(tuple("2.10", "По отдельному графику", LocalDate.parse("2027-05-31")));
    }

    @Test
    void aRoadmapWithoutTermsAndResponsiblesIsTheCurators() throws Exception {
        String year = start(likeTheThird(), "2026-2027");

        assertThat(dues(year).values()).containsOnly(LocalDateTime.parse("2027-05-31T18:00"));
        assertThat(groups(year).values()).containsOnly("curator");
        assertThat(rows(year)).allSatisfy(row -> {
            assertThat(row.term()).isEmpty();
            assertThat(row.start()).isNull();
            assertThat(row.due()).isEqualTo("2027-05-31");
        });
        mvc.perform(get("/programmes/" + year).session(login(Role.CURATOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Этап 1. Подготовка условий")));

        school.as(
                Role.CURATOR,
                () -> terms.move(Long.valueOf(year), "1.3", LocalDate.parse("2027-03-01"), "так решил совет"));

        assertThat(dues(year)).containsEntry("1.3", LocalDateTime.parse("2027-03-01T18:00"));
    }

    @Test
    void anActivityStandsAtEachOfItsNumbersAndEndsOnce() throws Exception {
        String year = start(likeTheFirst(), "2026-2027");

        assertThat(rows(year))
                .extracting(row -> row.activity().printedItem())
                .containsExactly("II.А.2", "II.А.10", "II.Б", "III.1", "III.2", "П2.1", "П2.3", "П4.2.1");
        assertThat(dues(year))
                .hasSize(5)
                .containsEntry("II.А.2", LocalDateTime.parse("2027-05-31T18:00"))
                .containsEntry("II.А.10", LocalDateTime.parse("2027-06-10T18:00"))
                .containsEntry("III.2", LocalDateTime.parse("2027-05-31T18:00"));
        assertThat(rows(year).get(0).points())
                .containsExactly(LocalDate.parse("2026-12-31"), LocalDate.parse("2027-05-31"));

        LocalDate today = LocalDate.now(clock);
        school.complete(Role.PSYCHOLOGIST, task(year, "II.А.2"), Map.of("outcome", "done", "date", today.toString()));
        school.runJobs();

        assertThat(rows(year).stream()
                        .filter(row -> row.outcome() != null)
                        .map(row -> row.activity().printedItem()))
                .containsExactly("II.А.2", "П2.1");
        assertThat(rows(year).get(1).due()).isEqualTo(today.plusDays(10));
        assertThat(dues(year)).containsEntry("II.А.10", today.plusDays(10).atTime(18, 0));
        mvc.perform(get("/programmes/" + year).session(login(Role.CURATOR)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Раздел II. Формирование базы наставляемых"),
                                containsString("Раздел П2. Нормативные основы"),
                                not(containsString("Этап ")))));
        mvc.perform(get("/programmes/" + year + "/activities/II.А.2").session(login(Role.CURATOR)))
                .andExpect(status().isOk());
        mvc.perform(get("/programmes/" + year + "/folder").session(login(Role.DEPUTY)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("П2.1")));
    }

    @Test
    void aTermThatIsCountedFollowsAnEndThatIsCorrectedAndOneThatIsTakenBack() {
        String year = start(likeTheFirst(), "2026-2027");
        LocalDate today = LocalDate.now(clock);
        LocalDateTime planned = dues(year).get("II.А.10");
        school.complete(Role.PSYCHOLOGIST, task(year, "II.А.2"), Map.of("outcome", "done", "date", today.toString()));
        school.runJobs();
        assertThat(dues(year)).containsEntry("II.А.10", today.plusDays(10).atTime(18, 0));

        school.as(Role.PSYCHOLOGIST, () -> {
            corrections.correct(
                    Long.valueOf(year),
                    "II.А.2",
                    new OutcomeInput(Outcome.DONE, today.minusDays(3), null, null, null),
                    null);
            return null;
        });
        assertThat(dues(year)).containsEntry("II.А.10", today.plusDays(7).atTime(18, 0));

        school.as(Role.PSYCHOLOGIST, () -> {
            corrections.takeBack(Long.valueOf(year), "II.А.2");
            return null;
        });
        assertThat(dues(year)).containsEntry("II.А.10", planned);
    }

    @Test
    void theInterfaceTellsWhatThePaperSaysAndWhoGetsTheTask() throws Exception {
        String year = start(likeTheSecond(), "2026-2027");

        mvc.perform(get("/api/programmes/" + year + "/activities").session(login(Role.CURATOR)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].number").value("1.1"))
                .andExpect(jsonPath("$[0].term").value("18.12.2026 г."))
                .andExpect(jsonPath("$[0].responsible").value("рабочая группа"))
                .andExpect(jsonPath("$[0].roles[0]").value("deputy"))
                .andExpect(jsonPath("$[1].responsible").value("директор"))
                .andExpect(jsonPath("$[2].roles[0]").value("curator"))
                .andExpect(jsonPath("$[5].responsible").value(""))
                .andExpect(jsonPath("$[5].points.length()").value(1));
    }

    @Test
    void theDocumentHasTheColumnsAndTheHeadOfThePaper() throws IOException {
        List<List<String>> second = table(likeTheSecond(), "2.99");

        assertThat(second.get(0))
                .containsExactly(
                        "№ п/п",
                        "Наименование мероприятия",
                        "Сроки",
                        "Ответственный исполнитель",
                        "Результат. Вид документа");
        assertThat(second.get(1)).containsExactly("1. Нормативное правовое регулирование внедрения целевой модели");
        assertThat(second.get(2))
                .containsExactly(
                        "1.1", "Утвердить состав рабочих групп", "18.12.2026\u00a0г.", "рабочая группа", "Приказ");
        assertThat(second.stream().filter(row -> row.get(0).equals("2.1")))
                .as("a term of the paper that says more than the day by which the school works")
                .containsExactly(List.of(
                        "2.1",
                        "Сформировать перечень партнёров",
                        "начало 2026–2027 учебного года",
                        "куратор",
                        "Перечень"));
        assertThat(second.get(8))
                .containsExactly(
                        "2.5", "Рассказывать о модели в СМИ", "в течение всего периода реализации ЦМН", "", "");

        List<List<String>> third = table(likeTheThird(), "2.99");

        assertThat(third.get(0))
                .containsExactly("№", "Наименование этапа", "Содержание деятельности и примерный план мероприятий");
        assertThat(third.get(1))
                .containsExactly("1", "Подготовка условий", "1.1. Издать приказ о системе наставничества");
        assertThat(third.get(2)).containsExactly("", "", "1.3. Подготовить персонализированные программы");

        List<List<String>> first = table(likeTheFirst(), "III.99");

        assertThat(first.get(0))
                .containsExactly(
                        "№", "Мероприятия", "Сроки", "Ответственные", "Вид документа", "Соисполнители", "Место");
        assertThat(first.get(1)).containsExactly("Раздел II. Формирование базы наставляемых");
        assertThat(first.get(2))
                .containsExactly(
                        "II.А.2",
                        "Собрать анкеты",
                        "декабрь, май",
                        "педагог-психолог, классный руководитель",
                        "анкеты",
                        "",
                        "кабинет психолога");
        assertThat(first).contains(List.of("Раздел П4. Структура управления"));
    }

    @Test
    void theDocumentSaysThePapersWordsAndLeavesPartsOut() throws IOException {
        OwnRoadmap roadmap = OwnRoadmap.of("own-fourth", "Молодые педагоги")
                .with("roadmapColumns", "№ = №; мероприятие = Мероприятие")
                .stage("2", "Обеспечение")
                .row(
                        "Программы пар",
                        ITEM,
                        "2.10, 2.10a",
                        PRINTED,
                        "2.10 = Организация работы; встречи и обратная связь в {год} году; 2.10a = нет")
                .row("Встречи пар", ITEM, "2.10b", PRINTED, "нет")
                .row("Обмен опытом", ITEM, "2.12, 2.14", PRINTED, "Организация обмена опыта между наставниками");

        assertThat(table(roadmap, "2.99"))
                .containsExactly(
                        List.of("№", "Мероприятие"),
                        List.of("Этап 2. Обеспечение"),
                        List.of("2.10", "Организация работы; встречи и обратная связь в 2026–2027 году"),
                        List.of("2.12", "Организация обмена опыта между наставниками"),
                        List.of("2.14", "Организация обмена опыта между наставниками"),
                        List.of("2.99", "Утвердить дорожную карту"));
    }

    @Test
    void everyColumnMayNameTheSchoolAndTheYear() throws IOException {
        OwnRoadmap roadmap = OwnRoadmap.of("own-fifth", "Наставники музея")
                .with("roadmapColumns", "№; содержание; ответственные; результат; Место")
                .stage("2", "Обеспечение")
                .row(
                        "Собрать совет",
                        ITEM,
                        "2.1",
                        NAMES,
                        "совет {школа}",
                        RESULT,
                        "план на {год} год",
                        "roadmapCells",
                        "Место = музей {школа}");

        List<String> row = table(roadmap, "2.99").get(2);

        assertThat(row).hasSize(5).noneMatch(cell -> cell.contains("{"));
        assertThat(row.get(2)).startsWith("совет ");
        assertThat(row.get(3)).isEqualTo("план на 2026–2027 год");
        assertThat(row.get(4)).isEqualTo(row.get(2).replace("совет", "музей"));
    }

    /** The other stages need not come along to be compared with. */
    @Test
    void aNumberOfAnotherStageThatIsThereAlreadyIsRefused() {
        OwnRoadmap roadmap = likeTheThird();
        deploy(roadmap.files());
        Map<String, String> second = Map.of(
                "own-third-2.bpmn",
                roadmap.files().get("own-third-2.bpmn").replace("value=\"2.1\"", "value=\"2.1, 1.3\""));

        assertThatThrownBy(() -> deploy(second)).hasMessageContaining("1.3").hasMessageContaining("Подготовить");
    }

    /** A row of another roadmap may have the same number. */
    @Test
    void everyRoadmapHasNumbersOfItsOwn() {
        deploy(likeTheThird().files());
        deploy(likeTheSecond().files());

        assertThat(deployments).hasSize(2);
    }

    /** The table of the draft that a row «Утвердить дорожную карту» makes, without that row. */
    private List<List<String>> table(OwnRoadmap roadmap, String number) throws IOException {
        roadmap.rowOf("document-approval", "Утвердить дорожную карту", ITEM, number, "in documentType", "roadmap");
        String id =
                roadmap.files().keySet().stream().reduce((first, last) -> last).orElseThrow();
        String year = start(roadmap, "2026-2027");
        byte[] docx = school.as(
                        Role.CURATOR,
                        () -> documents.file(
                                documents.ofProgramme(Long.valueOf(year)).get(0).id()))
                .content();
        String folder = System.getProperty("pictures");
        if (folder != null) {
            Files.write(Path.of(folder, id + ".docx"), docx);
        }
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            XWPFTable table = word.getTables().get(1);
            return table.getRows().stream()
                    .limit(table.getNumberOfRows() - 1) // the last one is for the signature
                    .map(XWPFTableRow::getTableCells)
                    .map(cells -> cells.stream().map(XWPFTableCell::getText).toList())
                    .toList();
        }
    }

    private MockHttpSession login(Role role) throws Exception {
        return (MockHttpSession)
                mvc.perform(formLogin("/login").user(school.login(role)).password(TestSchool.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession();
    }

    private String start(OwnRoadmap roadmap, String year) {
        Map<String, String> files = roadmap.files();
        deploy(files);
        String master = files.keySet().stream()
                .reduce((first, last) -> last)
                .orElseThrow()
                .replace(".bpmn", "");
        admit(master);
        String id = school.as(
                Role.CURATOR,
                () -> runtime.startProcessInstanceByKey(master, Map.of("schoolYear", year))
                        .getBusinessKey());
        school.runJobs();
        school.tasks(id).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("Task_ConfirmTerms"))
                .forEach(task -> school.complete(Role.CURATOR, task, Map.of()));
        return id;
    }

    /** Curators may start it, as they may what was there when the application started. */
    private void admit(String master) {
        if (authorizations
                        .createAuthorizationQuery()
                        .groupIdIn(Role.CURATOR.id())
                        .resourceId(master)
                        .count()
                == 0) {
            Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            right.setGroupId(Role.CURATOR.id());
            right.setResource(Resources.PROCESS_DEFINITION);
            right.setResourceId(master);
            right.addPermission(ProcessDefinitionPermissions.CREATE_INSTANCE);
            authorizations.saveAuthorization(right);
        }
    }

    private void deploy(Map<String, String> files) {
        DeploymentBuilder deployment = repository.createDeployment().source("modeler");
        files.forEach(deployment::addString);
        deployments.add(0, deployment.deploy().getId());
    }

    private List<ActivityProgress> rows(String year) {
        return school.as(Role.CURATOR, () -> overview.table(Long.valueOf(year)))
                .rows()
                .toList();
    }

    private Map<String, LocalDateTime> dues(String year) {
        return school.tasks(year).stream()
                .collect(Collectors.toMap(
                        school::item,
                        task -> LocalDateTime.ofInstant(task.getDueDate().toInstant(), ZoneId.systemDefault())));
    }

    private Map<String, String> groups(String year) {
        return school.tasks(year).stream()
                .collect(Collectors.toMap(
                        school::item,
                        task -> tasks.getIdentityLinksForTask(task.getId()).stream()
                                .map(IdentityLink::getGroupId)
                                .sorted()
                                .collect(Collectors.joining(","))));
    }

    private Task task(String year, String item) {
        return school.tasks(year).stream()
                .filter(task -> item.equals(school.item(task)))
                .findFirst()
                .orElseThrow();
    }
}
