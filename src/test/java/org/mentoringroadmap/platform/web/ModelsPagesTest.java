package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.OwnRole;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.EditedModel;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** What an administrator of models sees of them and does with them, before anything is deployed. */
@ApplicationTest
class ModelsPagesTest {
    private static final String FILE = "publication.bpmn";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private OwnRoles ownRoles;

    @Autowired
    private JdbcClient jdbc;

    private MockHttpSession administrator;

    @BeforeEach
    void signIn() throws Exception {
        administrator = Sessions.ofAdministrator(mvc);
    }

    @Test
    void everyModelSaysWhatItIsAndWhereItComesFrom() throws Exception {
        mvc.perform(get("/admin/models").session(administrator))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("target-model.bpmn")))
                .andExpect(content().string(containsString("Таблицы решений")))
                .andExpect(content().string(not(containsString("Ошибок нет"))));
        mvc.perform(get("/api/models").session(administrator))
                .andExpect(jsonPath("$[?(@.key=='target-model')].kind", hasItem("ROADMAP")))
                .andExpect(jsonPath("$[?(@.key=='target-model-1-conditions')].kind", hasItem("STAGE")))
                .andExpect(jsonPath("$[?(@.key=='publication')].kind", hasItem("BLOCK")))
                .andExpect(jsonPath("$[?(@.key=='matching-policy')].kind", hasItem("DECISION")))
                .andExpect(jsonPath("$[?(@.key=='event-report')].kind", hasItem("FORM")));
    }

    @Test
    void twoVersionsDifferInWords() throws Exception {
        String file = "target-model-1-conditions.bpmn";
        Deployment edited = repository
                .createDeployment()
                .addString(
                        file,
                        EditedModel.shipped(file)
                                .name("Activity_PublishOnSite", "Рассказать на сайте")
                                .property("Activity_PublishOnSite", "roadmapDue", "${firstYear}-10-15")
                                .property("Activity_PublishOnSite", "roadmapResponsible", "site-editor, deputy")
                                .property("Activity_StudyTemplates", "roadmapItem", "1.1.1")
                                .property("Activity_SurveyRequests", "roadmapItem", "1.4.8")
                                .remove("Activity_InformPartners", false)
                                .insertAfter(
                                        "Activity_ChooseForms",
                                        "Activity_PublishOnSite",
                                        "Activity_TellParents",
                                        "Рассказать родителям",
                                        "000-1.4.4")
                                .text())
                .source("modeler")
                .deploy();
        try {
            for (String before : new String[] {"", "?before=shipped"}) {
                mvc.perform(get("/admin/models/target-model-1-conditions" + before)
                                .session(administrator))
                        .andExpect(status().isOk())
                        .andExpect(
                                content()
                                        .string(
                                                containsString(
                                                        "Название: «Рассказать на сайте» вместо «Разместить информацию на сайте школы»")))
                        .andExpect(content()
                                .string(containsString(
                                        "Срок: «15 октября первого года» вместо «30 сентября первого года»")))
                        .andExpect(
                                content()
                                        .string(
                                                containsString(
                                                        "Ответственные: «ответственный за сайт, заместитель директора» вместо «ответственный за сайт»")))
                        .andExpect(
                                content().string(containsString("Номер записан иначе, на бумаге он тот же: «1.1.1»")))
                        .andExpect(content().string(containsString("Номер: «1.4.8» вместо «1.4.1»")))
                        .andExpect(content().string(not(containsString("firstYear}"))))
                        .andExpect(content().string(containsString("Информировать внешних партнёров")))
                        .andExpect(content().string(containsString("Исключён")))
                        .andExpect(content().string(containsString("Рассказать родителям")))
                        .andExpect(content().string(containsString("Добавлен")));
            }
            mvc.perform(get("/admin/models/target-model-1-conditions?before=1&after=1")
                            .session(administrator))
                    .andExpect(content().string(containsString("Это одна и та же версия: сравнивать нечего.")));
            mvc.perform(get("/admin/models/target-model-1-conditions?before=77").session(administrator))
                    .andExpect(status().isNotFound());
            mvc.perform(get("/admin/models?q=сайт").session(administrator))
                    .andExpect(content().string(not(containsString("target-model-7-completion.bpmn"))));
        } finally {
            repository.deleteDeployment(edited.getId(), true);
        }
    }

    /** The choices of a block are told as the panel of Modeler shows them. */
    @Test
    void settingsDifferInTheWordsOfThePanel() throws Exception {
        String file = "target-model-1-conditions.bpmn";
        Deployment edited = repository
                .createDeployment()
                .addString(
                        file,
                        EditedModel.shipped(file)
                                .text()
                                .replace("sourceExpression=\"order-curator\"", "sourceExpression=\"order\""))
                .source("modeler")
                .deploy();
        try {
            mvc.perform(get("/admin/models/target-model-1-conditions?before=shipped")
                            .session(administrator))
                    .andExpect(content().string(containsString("Вид документа: «Приказ» вместо «Приказ о кураторе»")))
                    .andExpect(content().string(not(containsString("documentType"))));
        } finally {
            repository.deleteDeployment(edited.getId(), true);
        }
    }

    /** Whoever edits models and runs nothing else finds what roles are called there; nobody is told of «system». */
    @Test
    void rolesAreListedForThoseWhoEditModels() throws Exception {
        TestSchool school = schools.create();
        OwnRole role = school.as(
                "administrator",
                List.of(Role.ADMINISTRATOR.id()),
                () -> ownRoles.add("room-lead", "руководитель кабинета", Role.TEACHER));
        try {
            mvc.perform(get("/admin/models").session(administrator))
                    .andExpect(content().string(containsString("<code>deputy</code> — заместитель директора")))
                    .andExpect(content().string(containsString("<code>room-lead</code> — руководитель кабинета")))
                    .andExpect(content().string(not(containsString("<strong>system</strong>"))));
            assertThat(bundle().get("processes/.camunda/element-templates/activity.json"))
                    .containsPattern("Роли, которые добавили вы: [^.]*room-lead \\(руководитель кабинета\\)");
        } finally {
            school.as("administrator", List.of(Role.ADMINISTRATOR.id()), () -> {
                ownRoles.remove(role.id());
                return null;
            });
        }
    }

    @Test
    void formsAndTablesDifferInWordsToo() throws Exception {
        String form = new ClassPathResource("forms/tasks/time-record.form").getContentAsString(StandardCharsets.UTF_8);
        String table = new ClassPathResource("processes/decisions/matching-policy.dmn")
                .getContentAsString(StandardCharsets.UTF_8);
        afterTheLastDeployment();
        Deployment edited = repository
                .createDeployment()
                .addString("time-record.form", form.replace("Будет ли ещё раз?", "Повторим?"))
                .addString("matching-policy.dmn", table.replaceFirst("<text>0</text>", "<text>3</text>"))
                .source("modeler")
                .deploy();
        try {
            mvc.perform(get("/admin/models").session(administrator))
                    .andExpect(content().string(containsString("/admin/models/time-record.form?before=shipped")))
                    .andExpect(content().string(containsString("отличается от поставки: 1")))
                    .andExpect(content().string(not(containsString("()"))));
            for (String before : new String[] {"", "?before=shipped"}) {
                mvc.perform(get("/admin/models/time-record.form" + before).session(administrator))
                        .andExpect(status().isOk())
                        .andExpect(
                                content().string(containsString("Название: «Повторим?» вместо «Будет ли ещё раз?»")));
                mvc.perform(get("/admin/models/matching-policy.dmn" + before).session(administrator))
                        .andExpect(content().string(containsString("Вес: «3» вместо «0»")));
            }
            mvc.perform(get("/admin/models/nothing.form").session(administrator))
                    .andExpect(status().isNotFound());
            mvc.perform(get("/admin/models/nothing.dmn").session(administrator)).andExpect(status().isNotFound());
            mvc.perform(get("/admin/models/event-plan.form?before=shipped").session(administrator))
                    .andExpect(content().string(containsString("Эти версии не отличаются ничем.")));
        } finally {
            repository.deleteDeployment(edited.getId(), true);
        }
    }

    /** Which form is the newest one is told by the time of its deployment, and other tests have deployed at other times. */
    private void afterTheLastDeployment() {
        Instant last = repository
                .createDeploymentQuery()
                .orderByDeploymentTime()
                .desc()
                .list()
                .get(0)
                .getDeploymentTime()
                .toInstant();
        TestClock.moveTo(
                LocalDateTime.ofInstant(last, ZoneId.of("Europe/Moscow")).plusMinutes(1));
    }

    @Test
    void formsAreNamedByWhatTheyAreFor() throws Exception {
        mvc.perform(get("/admin/models?q=event-plan").session(administrator))
                .andExpect(content().string(containsString("Назначить")));
        mvc.perform(get("/admin/models?q=неттакого").session(administrator))
                .andExpect(content().string(containsString("Таких моделей нет.")));
        mvc.perform(get("/admin/models/event?before=shipped").session(administrator))
                .andExpect(content().string(containsString("Эти версии не отличаются ничем, кроме рисунка.")));
    }

    @Test
    void aFileIsCheckedAndNothingIsDeployed() throws Exception {
        long before = repository.createDeploymentQuery().count();

        mvc.perform(multipart("/admin/models/check")
                        .file(file(shipped()))
                        .session(administrator)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ошибок нет: <span>" + FILE + "</span>")));
        mvc.perform(multipart("/api/models/check")
                        .file(file(shipped()))
                        .session(administrator)
                        .with(csrf()))
                .andExpect(jsonPath("$.problems").isEmpty());

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void aFileThatWouldBeRefusedSaysWhy() throws Exception {
        String broken = shipped().replace("camunda:candidateGroups=\"", "camunda:candidateGroups=\"zavuch,");
        assertThat(broken).isNotEqualTo(shipped());

        mvc.perform(multipart("/admin/models/check")
                        .file(file(broken))
                        .session(administrator)
                        .with(csrf()))
                .andExpect(content().string(containsString("Так эти файлы развернуть нельзя")))
                .andExpect(content().string(containsString("zavuch")));
        mvc.perform(multipart("/api/models/check")
                        .file(file(broken))
                        .session(administrator)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.problems[0].file").value(FILE))
                .andExpect(jsonPath("$.problems[0].message", containsString("zavuch")));
        mvc.perform(multipart("/admin/models/check").session(administrator).with(csrf()))
                .andExpect(status().isBadRequest());
    }

    /** Our rules let it pass; it is told before it is deployed, and in Russian. */
    @Test
    void whatTheEngineDoesNotReadIsToldToo() throws Exception {
        String broken = shipped().replaceFirst("<bpmn:userTask ", "<bpmn:userTask camunda:jobPriority=\"срочно\" ");
        assertThat(broken).isNotEqualTo(shipped());

        mvc.perform(multipart("/api/models/check")
                        .file(file(broken))
                        .session(administrator)
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.problems[0].file").value(FILE))
                .andExpect(jsonPath("$.problems[0].message", containsString("строка ")))
                .andExpect(jsonPath("$.problems[0].message", containsString("движок не может исполнить")));
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .source("Camunda Modeler")
                        .addString(FILE, broken)
                        .deploy())
                .isInstanceOf(NotValidException.class)
                .hasMessageContaining("движок не может исполнить");
    }

    @Test
    void whatASchoolHasChangedReturnsToTheShippedOne() throws Exception {
        String own = shipped().replace("camunda:versionTag=\"1.0\"", "camunda:versionTag=\"school\"");
        Deployment deployed = repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString(FILE, own)
                .deploy();
        try {
            mvc.perform(get("/api/models").session(administrator))
                    .andExpect(jsonPath("$[?(@.key=='publication')].source", hasItem("DEPLOYED")))
                    .andExpect(jsonPath("$[?(@.key=='publication')].differs", hasItem(true)));
            assertThat(bundle().get("processes/" + FILE)).contains("versionTag=\"school\"");

            mvc.perform(post("/admin/models/restore")
                            .param("file", FILE)
                            .session(administrator)
                            .with(csrf()))
                    .andExpect(flash().attribute("notice", "models.restored"));

            mvc.perform(get("/api/models").session(administrator))
                    .andExpect(jsonPath("$[?(@.key=='publication')].source", hasItem("SHIPPED")))
                    .andExpect(jsonPath("$[?(@.key=='publication')].differs", hasItem(false)));
            mvc.perform(get("/admin/models").session(administrator))
                    .andExpect(content().string(containsString("<strong>administrator</strong>")));
            mvc.perform(get("/admin/models/publication").session(administrator))
                    .andExpect(content().string(containsString("administrator, ")));
        } finally {
            repository.deleteDeployment(deployed.getId(), true);
        }
        mvc.perform(post("/admin/models/restore")
                        .param("file", "ours.bpmn")
                        .session(administrator)
                        .with(csrf()))
                .andExpect(status().isBadRequest());
    }

    /** A file of before a rule, or of before the number that it names was changed: told, and nothing else is lost. */
    @Test
    void whatIsWrongWithModelsInForceIsSaid() throws Exception {
        mvc.perform(get("/admin/models").session(administrator))
                .andExpect(content().string(not(containsString("Что не так в том, что действует"))));
        Deployment deployed = repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString(FILE, shipped())
                .deploy();
        try {
            mvc.perform(get("/admin/models").session(administrator))
                    .andExpect(content().string(not(containsString("Что не так в том, что действует"))));
            jdbc.sql("update ACT_GE_BYTEARRAY set BYTES_ = ? where DEPLOYMENT_ID_ = ? and NAME_ = ?")
                    .params(
                            shipped()
                                    .replace("camunda:candidateGroups=\"", "camunda:candidateGroups=\"administrator,")
                                    .getBytes(StandardCharsets.UTF_8),
                            deployed.getId(),
                            FILE)
                    .update();

            mvc.perform(get("/admin/models").session(administrator))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Что не так в том, что действует")))
                    .andExpect(content().string(containsString("«administrator» ведёт саму систему")))
                    .andExpect(content().string(containsString("target-model.bpmn")));
            mvc.perform(get("/admin/models/publication").session(administrator)).andExpect(status().isOk());
        } finally {
            repository.deleteDeployment(deployed.getId(), true);
        }
    }

    @Test
    void allOfItIsTakenAlongForModeler() throws Exception {
        assertThat(bundle())
                .containsKeys(
                        "processes/target-model.bpmn",
                        "processes/matching-policy.dmn",
                        "forms/event-report.form",
                        "processes/.camunda/element-templates/activity.json");
    }

    @Test
    void aYearThatRunsTakesNewModelsWhenSomebodyAppliesThem() throws Exception {
        Long year = programmes
                .open(schools.create(Role.CURATOR).id(), new SchoolYear(2026), "target-model")
                .id();
        mvc.perform(get("/programmes/{id}/models", year).session(administrator))
                .andExpect(content().string(containsString("Этот год уже идёт по самым новым моделям.")));
        String stage = new ClassPathResource("processes/target-model/target-model-7-completion.bpmn")
                .getContentAsString(StandardCharsets.UTF_8);
        Deployment deployed = repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString(
                        "target-model-7-completion.bpmn",
                        stage.replace(
                                "name=\"Мониторинг качества реализации программы\"", "name=\"Хороша ли программа\""))
                .deploy();
        try {
            mvc.perform(get("/admin/models").session(administrator))
                    .andExpect(content().string(containsString("/programmes/" + year + "/models")));
            mvc.perform(get("/programmes/{id}/models", year).session(administrator))
                    .andExpect(content().string(containsString("Применить к этому году")))
                    .andExpect(content().string(containsString("Название: «Хороша ли программа» вместо «Мониторинг")))
                    .andExpect(content().string(not(containsString("Этот год уже идёт"))));

            mvc.perform(post("/programmes/{id}/models", year)
                            .session(administrator)
                            .with(csrf()))
                    .andExpect(flash().attribute("notice", "models.applied"));

            mvc.perform(get("/programmes/{id}/models", year).session(administrator))
                    .andExpect(content().string(containsString("Этот год уже идёт по самым новым моделям.")));
        } finally {
            repository.deleteDeployment(deployed.getId(), true);
        }
    }

    private Map<String, String> bundle() throws Exception {
        byte[] zip = mvc.perform(get("/api/models/bundle.zip").session(administrator))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static String shipped() throws IOException {
        return new ClassPathResource("processes/blocks/" + FILE).getContentAsString(StandardCharsets.UTF_8);
    }

    private static MockMultipartFile file(String text) {
        return new MockMultipartFile("files", FILE, null, text.getBytes(StandardCharsets.UTF_8));
    }
}
