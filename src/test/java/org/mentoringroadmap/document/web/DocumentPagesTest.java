package org.mentoringroadmap.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentText;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.GeneralKind;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.document.draft.PrintableForms;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.task.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Pages and JSON of documents, as browsers and programs ask for them. */
@ApplicationTest
class DocumentPagesTest {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Tasks openTasks;

    @Autowired
    private Staff staff;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Documents documents;

    @Autowired
    private Drafts drafts;

    @Autowired
    private PrintableForms forms;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private String programmeId;
    private Long order;
    private String today;

    @BeforeEach
    void start() {
        school = schools.create();
        programmeId = school.start("target-model", "2026-2027");
        order = document(DocumentType.ORDER_CURATOR);
        today = LocalDate.now(clock).toString();
    }

    @Test
    void jsonListsTheDocumentsOfAProgramme() throws Exception {
        mvc.perform(get("/api/programmes/{id}/documents", programmeId).with(basic(Role.SECRETARY)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[*].type", hasItem("order-curator")))
                .andExpect(jsonPath("$[?(@.id==" + order + ")].status").value("DRAFT"))
                .andExpect(jsonPath("$[?(@.id==" + order + ")].register").value("ORDERS"));
        TestSchool stranger = schools.create();
        mvc.perform(get("/api/programmes/{id}/documents", programmeId)
                        .with(httpBasic(stranger.login(Role.DIRECTOR), TestSchool.PASSWORD)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/programmes/{id}/documents", programmeId)).andExpect(status().isUnauthorized());
    }

    @Test
    void theFileComesUnderItsRussianName() throws Exception {
        mvc.perform(get("/api/documents/{id}/file", order).with(basic(Role.DEPUTY)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("filename*=UTF-8''%D0%9F")))
                .andExpect(content()
                        .contentTypeCompatibleWith(
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
        mvc.perform(get("/api/documents/999999/file").with(basic(Role.DEPUTY)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.message", containsString("Такого документа нет")));
        TestSchool stranger = schools.create();
        mvc.perform(get("/api/documents/{id}/file", order)
                        .with(httpBasic(stranger.login(Role.DIRECTOR), TestSchool.PASSWORD)))
                .andExpect(status().isNotFound());
    }

    @Test
    void onlyTheDirectorDecidesByJson() throws Exception {
        check();
        decide(Role.TEACHER, "{\"decision\":\"approve\"}").andExpect(status().isForbidden());
        decide(Role.CURATOR, "{\"decision\":\"approve\"}").andExpect(status().isForbidden());
        decide(Role.DIRECTOR, "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message", containsString("Выберите решение")));
        for (String unread : List.of("approve\"}", "return\",\"comment\":\"Срок\"}")) {
            decide(Role.DIRECTOR, "{\"decision\":\"" + unread)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.message", containsString("какую версию документа вы прочитали")));
        }
        decide(Role.DIRECTOR, "{\"decision\":\"approve\",\"version\":2}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message", containsString("Версии 2 у документа нет, последняя – 1.")));
        decide(Role.DIRECTOR, "{\"decision\":\"return\",\"version\":1}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message", containsString("что исправить")));
        mvc.perform(get("/api/programmes/{id}/documents", programmeId).with(basic(Role.DIRECTOR)))
                .andExpect(jsonPath("$[?(@.id==" + order + ")].version").value(1));
        decide(Role.DIRECTOR, "{\"decision\":\"approve\",\"version\":1}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("APPROVED"));
        decide(Role.DIRECTOR, "{\"decision\":\"approve\"}").andExpect(status().isConflict());
        mvc.perform(post("/api/documents/999999/decision")
                        .with(basic(Role.DIRECTOR))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"decision\":\"approve\"}"))
                .andExpect(status().isNotFound());
    }

    @Test
    void formsAreFoundAndOfferedForPrinting() throws Exception {
        forms.prepareConsents(Long.valueOf(programmeId), "000-2.1.2a", "adult");
        MockHttpSession teacher = session(Role.TEACHER);
        mvc.perform(get("/documents?status=READY").session(teacher))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("совершеннолетний наставляемый")))
                .andExpect(content().string(containsString("Согласие на публикацию")))
                .andExpect(content().string(not(containsString("О назначении куратора"))));
        Long form = document(DocumentType.CONSENT_ADULT);
        mvc.perform(get("/documents/{id}", form).session(teacher))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Готовый бланк")))
                .andExpect(content().string(containsString("Скачать для печати")))
                .andExpect(content().string(not(containsString("Лист ознакомления"))))
                .andExpect(content().string(not(containsString("Журнал"))))
                .andExpect(content().string(not(containsString("Подписано на бумаге"))));
        mvc.perform(get("/documents/{id}", form).session(session(Role.CURATOR)))
                .andExpect(content().string(containsString("в вашей школе принят другой бланк")));
        mvc.perform(get("/api/documents/{id}/file", form).with(basic(Role.TEACHER)))
                .andExpect(status().isOk());
        mvc.perform(get("/api/programmes/{id}/documents", programmeId).with(basic(Role.TEACHER)))
                .andExpect(jsonPath("$[?(@.id==" + form + ")].status").value("DRAFT"));
    }

    @Test
    void theListIsSearchedAndSaysWhenItIsEmpty() throws Exception {
        MockHttpSession director = session(Role.DIRECTOR);
        mvc.perform(get("/documents").session(director))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("О назначении куратора")));
        mvc.perform(get("/documents?q=нет такого&type=regulation&status=DRAFT").session(director))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ничего не нашлось")));
    }

    /** The page is made when the database has been left: what is ticked must have been read before. */
    @Test
    void anOrderOffersWhatItMayApproveAndTicksWhatWasChosen() throws Exception {
        Long own = drafts.generate(new DocumentRequest(
                GeneralKind.ORDER.kind(),
                Long.valueOf(programmeId),
                null,
                "Документ",
                "page-" + programmeId,
                null,
                Set.of(Role.DEPUTY),
                new DocumentText("Об утверждении", "Утвердить.", null)));
        Long regulation = document(DocumentType.REGULATION);
        MockHttpSession deputy = session(Role.DEPUTY);
        String box = "id=\"approved-%d\" value=\"%d\"".formatted(regulation, regulation);
        mvc.perform(get("/documents/{id}", own).session(deputy))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(box)))
                .andExpect(content().string(not(containsString(box + " checked"))));
        mvc.perform(post("/documents/{id}/text", own)
                        .session(deputy)
                        .with(csrf())
                        .param("heading", "Об утверждении")
                        .param("items", "Утвердить.")
                        .param("approved", regulation.toString()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/documents/{id}", own).session(deputy))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(box + " checked")));
    }

    @Test
    void aDraftIsNotThereForWhoDoesNotWorkOnIt() throws Exception {
        check();
        mvc.perform(post("/documents/{id}/decision", order)
                .session(session(Role.DIRECTOR))
                .with(csrf())
                .param("version", "1")
                .param("decision", "return")
                .param("comment", "Уточните должность"));
        for (Role role : List.of(Role.TEACHER, Role.MENTOR, Role.SITE_EDITOR, Role.CLASS_TEACHER, Role.PSYCHOLOGIST)) {
            MockHttpSession reader = session(role);
            mvc.perform(get("/documents").session(reader))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("/documents/" + order))))
                    .andExpect(content().string(not(containsString("О назначении куратора"))))
                    .andExpect(content().string(not(containsString("href=\"/documents/journals\""))));
            for (String path : List.of(
                    "/documents/{id}",
                    "/documents/{id}/versions/1",
                    "/documents/{id}/acknowledgement-sheet",
                    "/api/documents/{id}/file")) {
                mvc.perform(get(path, order).session(reader)).andExpect(status().isNotFound());
            }
            for (String page : List.of("/", "/programmes/" + programmeId + "/activities/000-1.3.4")) {
                mvc.perform(get(page).session(reader))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("/documents/" + order))))
                        .andExpect(content().string(not(containsString("Уточните должность"))));
            }
            mvc.perform(get("/api/programmes/{id}/documents", programmeId).session(reader))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$[?(@.id==" + order + ")]").isEmpty());
        }
        mvc.perform(get("/documents").session(session(Role.MENTOR)))
                .andExpect(content().string(containsString("Готовый бланк")));
        school = schools.create(Role.MENTOR);
        mvc.perform(get("/documents").session(session(Role.MENTOR)))
                .andExpect(content().string(containsString("Для вас документов пока нет")));
    }

    /** One click on the main page leads to the text of the document, with the buttons below it. */
    @Test
    void theDirectorsTaskOpensTheDocumentItself() throws Exception {
        check();
        String instance = school.as(Role.DEPUTY, () -> documents.visible(order))
                .instanceId()
                .orElseThrow();
        Task task = school.tasks(programmeId).stream()
                .filter(candidate -> candidate.getProcessInstanceId().equals(instance))
                .findFirst()
                .orElseThrow();

        mvc.perform(post("/tasks/{id}/open", task.getId())
                        .session(session(Role.DIRECTOR))
                        .with(csrf()))
                .andExpect(redirectedUrl("/documents/" + order));
    }

    /** The number beside the line of the menu is that of the page behind it; nobody else has one. */
    @Test
    void theMenuSaysHowManyDocumentsWaitForTheDirector() throws Exception {
        MockHttpSession director = session(Role.DIRECTOR);
        assertThat(inMenu("/inbox", director)).isEmpty();

        check();

        assertThat(inMenu("/inbox", director)).isEqualTo("1");
        assertThat(mvc.perform(get("/inbox").session(director))
                        .andReturn()
                        .getResponse()
                        .getContentAsString()
                        .split("name=\"document\""))
                .hasSize(2);
        assertThat(inMenu("/inbox", session(Role.DEPUTY))).isEmpty();
        mvc.perform(sent(Map.of("decision", "return", "version", "1"), director).param("comment", "Уточните"));
        assertThat(inMenu("/inbox", director)).isEmpty();
    }

    @Test
    void theMenuSaysHowManyTasksWait() throws Exception {
        MockHttpSession deputy = session(Role.DEPUTY);
        String before = inMenu("/camunda/app/tasklist/default/", deputy);
        String tasks = school.as(Role.DEPUTY, () -> String.valueOf(openTasks.countMine()));

        assertThat(before).isEqualTo(tasks).isNotEqualTo("0");
    }

    /** What stands beside the line of the menu that leads there; empty for nothing. */
    private String inMenu(String path, MockHttpSession session) throws Exception {
        Matcher line = Pattern.compile("(?s)<a href=\"" + path + "\"[^>]*>(?:(?!</a>).)*ждут вас: </span>(\\d+)")
                .matcher(mvc.perform(get("/documents").session(session))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        return line.find() ? line.group(1) : "";
    }

    /** What waits for whoever looks is first and says so; whom the others wait for stands beside them by name. */
    @Test
    void theListSaysWhomADocumentWaitsFor() throws Exception {
        MockHttpSession director = session(Role.DIRECTOR);
        String later = list(director, "");
        assertThat(later).doesNotContain("ждёт вас").contains("проверка проекта");

        check();

        String mine = list(director, "");
        String title = "О назначении куратора";
        assertThat(mine).contains("ждёт вас", "решение", "Сначала — документы, которые ждут вас");
        assertThat(row(mine, 1)).contains(title, "ждёт вас", "2026-2027");
        String director1 = school.as(
                Role.DIRECTOR, () -> staff.namesBehindAccounts(school.id()).get(school.login(Role.DIRECTOR)));
        String ofDeputy = list(session(Role.DEPUTY), "");
        assertThat(rowOf(ofDeputy, title)).contains(director1, "решение").doesNotContain("ждёт вас");
        mvc.perform(sent(Map.of("decision", "return", "version", "1"), director).param("comment", "Уточните"));
        school.runJobs();
        assertThat(rowOf(list(session(Role.DEPUTY), ""), title)).contains("исправление");
    }

    @Test
    void theListIsNarrowedToAYearAndKeepsIt() throws Exception {
        String other = school.start("target-model", "2025-2026");
        MockHttpSession deputy = session(Role.DEPUTY);

        String one = list(deputy, "2025-2026");

        assertThat(one)
                .contains("<option value=\"2025-2026\" selected=\"selected\">")
                .contains("programme=2025-2026")
                .doesNotContain("<span class=\"text-nowrap\">2026-2027</span>")
                .contains("<span class=\"text-nowrap\">2025-2026</span>");
        assertThat(list(deputy, other)).contains("<span class=\"text-nowrap\">2025-2026</span>");
        assertThat(list(deputy, "nonsense"))
                .contains(
                        "<span class=\"text-nowrap\">2026-2027</span>", "<span class=\"text-nowrap\">2025-2026</span>");
    }

    /** Nobody acquaints with a draft. */
    @Test
    void anAcknowledgementSheetIsOfferedForWhatIsApproved() throws Exception {
        MockHttpSession director = session(Role.DIRECTOR);
        String sheet = "/documents/" + order + "/acknowledgement-sheet";
        offersSheet(director, sheet, false);
        check();
        offersSheet(director, sheet, false);
        mvc.perform(sent(Map.of("decision", "return", "version", "1"), director).param("comment", "Уточните"));
        school.runJobs();
        offersSheet(director, sheet, false);
        check();
        mvc.perform(sent(Map.of("decision", "approve", "version", "1", "despiteBlanks", "true"), director));
        offersSheet(director, sheet, true);
    }

    private void offersSheet(MockHttpSession session, String sheet, boolean offered) throws Exception {
        mvc.perform(get("/documents/{id}", order).session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(offered ? containsString(sheet) : not(containsString(sheet))));
    }

    private String list(MockHttpSession session, String programme) throws Exception {
        return mvc.perform(get("/documents").param("programme", programme).session(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String row(String page, int number) {
        return page.substring(page.indexOf("<tbody>")).split("<tr")[number];
    }

    private static String rowOf(String page, String title) {
        return Arrays.stream(page.substring(page.indexOf("<tbody>")).split("<tr"))
                .filter(row -> row.contains(title))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDirectorDecidesOnThePage() throws Exception {
        check();
        MockHttpSession director = session(Role.DIRECTOR);
        mvc.perform(get("/documents/{id}", order).session(director))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Вернуть на доработку")));
        mvc.perform(get("/inbox").session(director))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("О назначении куратора")));
        mvc.perform(post("/documents/{id}/decision", order)
                        .session(session(Role.TEACHER))
                        .with(csrf())
                        .param("decision", "approve"))
                .andExpect(status().isNotFound()); // the draft is not there for a teacher
        mvc.perform(decision(order, director).param("decision", "approve"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("какую версию документа вы прочитали")));
        mvc.perform(decision(order, director).param("version", "2").param("decision", "approve"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Версии 2 у документа нет, последняя – 1.")));
        mvc.perform(post("/documents/{id}/decision", order)
                        .session(director)
                        .with(csrf())
                        .param("version", "1")
                        .param("decision", "return")
                        .param("comment", "Уточните должность"))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/documents/" + order));
        mvc.perform(get("/documents/{id}", order).session(session(Role.DEPUTY)))
                .andExpect(content().string(containsString("Уточните должность")));
        mvc.perform(get("/inbox").session(session(Role.TEACHER))).andExpect(status().isForbidden());
        mvc.perform(post("/inbox").session(director).with(csrf())).andExpect(status().isBadRequest());
    }

    @Test
    void aDocumentIsReadOnItsPageWithWhatHasChangedSinceItCameBack() throws Exception {
        check();
        MockHttpSession director = session(Role.DIRECTOR);
        mvc.perform(get("/documents/{id}", order).session(director))
                .andExpect(content()
                        .string(allOf(
                                containsString("ПРИКАЗЫВАЮ:"),
                                containsString("class=\"paper\""),
                                not(containsString("Отмечено, что изменилось")))));
        mvc.perform(sent(Map.of("decision", "return", "version", "1"), director).param("comment", "Уточните"))
                .andExpect(status().isSeeOther());
        school.runJobs();
        mvc.perform(upload("a.docx", docx(), session(Role.DEPUTY))).andExpect(status().isSeeOther());
        check();
        mvc.perform(get("/documents/{id}", order).session(director))
                .andExpect(content()
                        .string(allOf(
                                containsString("Отмечено, что изменилось с версии 1"),
                                containsString("<p class=\"paper-new\">Исправлено</p>"),
                                containsString("<del>ПРИКАЗЫВАЮ:</del>"))));
        mvc.perform(get("/documents/{id}?since=2", order).session(director))
                .andExpect(content().string(not(containsString("<del>"))));
        mvc.perform(get("/documents/{id}?since=9", order).session(director)).andExpect(status().isNotFound());
        mvc.perform(get("/inbox").session(director))
                .andExpect(content()
                        .string(allOf(
                                containsString("Возвращён на доработку"),
                                not(containsString("файл с тех пор не менялся")))));
    }

    @Test
    void afterADecisionTheNextDocumentIsOffered() throws Exception {
        check();
        Long next = checked(DocumentType.REGULATION);
        MockHttpSession director = session(Role.DIRECTOR);
        mvc.perform(get("/documents/{id}", order).session(director))
                .andExpect(content().string(not(containsString("Вашего решения ждут ещё"))));
        mvc.perform(sent(Map.of("decision", "approve", "version", "1", "despiteBlanks", "true"), director))
                .andExpect(status().isSeeOther());
        mvc.perform(get("/documents/{id}", order).session(director))
                .andExpect(content()
                        .string(allOf(
                                containsString("Вашего решения ждут ещё документы: 1."),
                                containsString("href=\"/documents/" + next + "\""))));
        mvc.perform(get("/documents/{id}", order).session(session(Role.DEPUTY)))
                .andExpect(content().string(not(containsString("Вашего решения ждут ещё"))));
    }

    /** What is typed apart, each form sends with it what it is about. */
    @Test
    void eachDecisionOfThePageIsTakenAsItsFormSendsIt() throws Exception {
        check();
        MockHttpSession director = session(Role.DIRECTOR);
        String page = mvc.perform(get("/documents/{id}", order).session(director))
                .andReturn()
                .getResponse()
                .getContentAsString();
        Map<String, Map<String, String>> forms = new LinkedHashMap<>();
        for (String form : page.split("<form ")) {
            if (form.contains("action=\"/documents/" + order + "/decision\"")) {
                Map<String, String> hidden = new LinkedHashMap<>();
                HIDDEN.matcher(form)
                        .results()
                        .filter(input -> !input.group(1).startsWith("_"))
                        .forEach(input -> hidden.put(input.group(1), input.group(2)));
                forms.put(hidden.get("decision"), hidden);
            }
        }
        assertThat(forms).containsOnlyKeys("approve", "return");

        mvc.perform(sent(forms.get("return"), director).param("comment", "Уточните должность"))
                .andExpect(status().isSeeOther());
        mvc.perform(get("/documents/{id}", order).session(session(Role.DEPUTY)))
                .andExpect(content().string(containsString("Файл с тех пор не менялся: загрузите исправленный")));
        school.runJobs();
        check();
        mvc.perform(get("/documents/{id}", order).session(director))
                .andExpect(content()
                        .string(containsString(
                                "документ вернули на доработку (версия 1). Файл с тех пор не менялся.")));
        mvc.perform(sent(forms.get("approve"), director)).andExpect(status().isSeeOther());
    }

    private MockHttpServletRequestBuilder sent(Map<String, String> hidden, MockHttpSession session) {
        MockHttpServletRequestBuilder request = decision(order, session);
        hidden.forEach(request::param);
        return request;
    }

    /** The council has not met, and the regulation has a place for its protocol. */
    @Test
    void whoApprovesIsToldWhatIsBlankAndMustMeanIt() throws Exception {
        Long regulation = checked(DocumentType.REGULATION);
        MockHttpSession director = session(Role.DIRECTOR);
        mvc.perform(get("/documents/{id}", regulation).session(director))
                .andExpect(content().string(containsString("Осталось незаполненное, мест: 1")))
                .andExpect(content().string(containsString("Протокол от")))
                .andExpect(content().string(containsString("Всё равно утвердить")));
        mvc.perform(decision(regulation, director).param("version", "1").param("decision", "approve"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("осталось незаполненное")))
                .andExpect(content().string(containsString("Ваше решение")));
        decide(regulation, "{\"decision\":\"approve\",\"version\":1}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.message", containsString("Протокол от")));
        mvc.perform(get("/inbox").session(director))
                .andExpect(content().string(containsString("name=\"version." + regulation + "\" value=\"1\"")));
        mvc.perform(post("/inbox")
                        .session(director)
                        .with(csrf())
                        .param("document", regulation.toString())
                        .param("version." + regulation, "2"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Версии 2 у документа нет")))
                .andExpect(content().string(not(containsString("checked"))));
        mvc.perform(post("/inbox")
                        .session(director)
                        .with(csrf())
                        .param("document", regulation.toString())
                        .param("version." + regulation, "1"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Ничего не утверждено")))
                .andExpect(content().string(containsString("Протокол от")));
        mvc.perform(decision(regulation, director)
                        .param("decision", "approve")
                        .param("version", "7")
                        .param("despiteBlanks", "true"))
                .andExpect(status().isBadRequest());
        mvc.perform(post("/inbox")
                        .session(director)
                        .with(csrf())
                        .param("document", regulation.toString())
                        .param("version." + regulation, "1")
                        .param("despiteBlanks", "true"))
                .andExpect(status().isSeeOther());

        mvc.perform(get("/documents/{id}", regulation).session(session(Role.CURATOR)))
                .andExpect(content().string(containsString("Утверждён с незаполненными местами: 1")))
                .andExpect(content().string(containsString("Протокол от")));
    }

    /** Two decide at once: the second one sees who was first, and keeps what was typed. */
    @Test
    void whoComesSecondSeesTheDecisionAndKeepsTheOwnWords() throws Exception {
        check();
        MockHttpSession director = session(Role.DIRECTOR);
        mvc.perform(decision(order, director).param("version", "1").param("decision", "approve"))
                .andExpect(status().isSeeOther());
        mvc.perform(decision(order, director)
                        .param("version", "1")
                        .param("decision", "return")
                        .param("comment", "Уточните <должность>"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Последнее решение:")))
                .andExpect(content().string(containsString("Вы написали, но это не отправлено")))
                .andExpect(content().string(containsString("Утверждён")))
                .andExpect(content().string(containsString(", версия 1, ")))
                .andExpect(content().string(containsString("Уточните &lt;должность&gt;")))
                .andExpect(content().string(not(containsString("бновите страницу"))));
    }

    @Test
    void anApprovalIsTakenBackOnThePage() throws Exception {
        check();
        MockHttpSession director = session(Role.DIRECTOR);
        mvc.perform(get("/documents/{id}", order).session(director))
                .andExpect(content().string(containsString("в течение 10 мин.")))
                .andExpect(content().string(not(containsString("Осталось незаполненное"))))
                .andExpect(content().string(not(containsString("Отменить утверждение"))));
        mvc.perform(decision(order, director).param("version", "1").param("decision", "approve"))
                .andExpect(status().isSeeOther());
        school.runJobs();
        mvc.perform(get("/documents/{id}", order).session(director))
                .andExpect(content().string(containsString("можно отменить на странице документа")))
                .andExpect(content().string(containsString("Отменить утверждение")));
        mvc.perform(get("/inbox").session(director))
                .andExpect(content().string(containsString("Вы только что утвердили")));
        mvc.perform(get("/").session(director)).andExpect(content().string(containsString("Вы только что сделали")));
        mvc.perform(get("/documents/{id}", order).session(session(Role.SECRETARY)))
                .andExpect(content().string(not(containsString("Отменить утверждение"))));
        mvc.perform(post("/documents/{id}/take-back", order)
                        .session(session(Role.SECRETARY))
                        .with(csrf()))
                .andExpect(status().isForbidden());

        mvc.perform(post("/documents/{id}/take-back", order).session(director).with(csrf()))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/documents/" + order));

        mvc.perform(get("/documents/{id}", order).session(director))
                .andExpect(content().string(containsString("Ваше решение")))
                .andExpect(content().string(containsString("Утверждение отменено")));
        mvc.perform(post("/documents/{id}/take-back", order).session(director).with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("документ ещё не утверждён")));
    }

    private MockHttpServletRequestBuilder decision(Long id, MockHttpSession session) {
        return post("/documents/{id}/decision", id).session(session).with(csrf());
    }

    private ResultActions decide(Long id, String body) throws Exception {
        return mvc.perform(post("/api/documents/{id}/decision", id)
                .with(basic(Role.DIRECTOR))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @Test
    void onlyAWordFileReplacesADraft() throws Exception {
        MockHttpSession deputy = session(Role.DEPUTY);
        mvc.perform(upload("письмо.txt", "Здравствуйте".getBytes(StandardCharsets.UTF_8), deputy))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("не документ Word")));
        mvc.perform(upload("a.docx", new byte[10 * 1024 * 1024 + 1], deputy)).andExpect(status().is4xxClientError());
        mvc.perform(upload("a.docx", docx(), session(Role.TEACHER))).andExpect(status().isForbidden());
        mvc.perform(upload("a.docx", docx(), deputy)).andExpect(status().isSeeOther());
        mvc.perform(get("/documents/{id}", order).session(deputy))
                .andExpect(content().string(containsString("исправлен в Word")));
        mvc.perform(get("/documents/{id}/versions/1", order).session(deputy)).andExpect(status().isOk());
        mvc.perform(get("/documents/{id}/versions/9", order).session(deputy)).andExpect(status().isNotFound());
    }

    @Test
    void theSheetListsTheStaff() throws Exception {
        byte[] docx = mvc.perform(
                        get("/documents/{id}/acknowledgement-sheet", order).session(session(Role.SECRETARY)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XWPFDocument sheet = new XWPFDocument(new java.io.ByteArrayInputStream(docx))) {
            org.assertj.core.api.Assertions.assertThat(sheet.getTables().get(0).getText())
                    .contains("Примеров Пример");
        }
    }

    @Test
    void paperKeepsWhatWasTypedWhenALineIsWrong() throws Exception {
        MockHttpSession secretary = session(Role.SECRETARY);
        Long regulation = document(DocumentType.REGULATION);
        mvc.perform(get("/documents/paper").session(secretary))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1-ОД")));
        mvc.perform(multipart("/documents/paper")
                        .session(secretary)
                        .with(csrf())
                        .param("lines[0].documentId", order.toString())
                        .param("lines[0].number", "88-ОД")
                        .param("lines[0].date", today)
                        .param("lines[1].documentId", regulation.toString())
                        .param("lines[1].number", "")
                        .param("lines[1].date", today))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Ничего не сохранено")))
                .andExpect(content().string(containsString("Укажите номер документа")))
                .andExpect(content().string(containsString("88-ОД")));
        mvc.perform(multipart("/documents/paper")
                        .file(new MockMultipartFile("lines[0].scan", "s.png", "image/png", new byte[] {
                            (byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A
                        }))
                        .session(secretary)
                        .with(csrf())
                        .param("lines[0].documentId", order.toString())
                        .param("lines[0].number", "88-ОД")
                        .param("lines[0].date", today)
                        .param("lines[1].documentId", regulation.toString())
                        .param("lines[1].number", "1")
                        .param("lines[1].date", ""))
                .andExpect(status().isSeeOther());
        mvc.perform(get("/documents/{id}", order).session(secretary))
                .andExpect(content().string(containsString("№ 88-ОД")))
                .andExpect(content().string(containsString("скан подписанного")));
        mvc.perform(get("/documents/paper").session(session(Role.TEACHER))).andExpect(status().isForbidden());
        mvc.perform(multipart("/documents/paper").session(secretary).with(csrf()))
                .andExpect(status().isBadRequest());
    }

    /** What was approved and numbered here is printed and signed all the same. */
    @Test
    void aScanOfTheSignedPaperIsKeptBesideWhatIsInForce() throws Exception {
        MockHttpSession secretary = session(Role.SECRETARY);
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
        mvc.perform(get("/documents/{id}", order).session(secretary))
                .andExpect(content().string(not(containsString("Скан подписанного</h2>"))));
        mvc.perform(scan(png, secretary))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("когда у документа есть номер и дата")));
        mvc.perform(multipart("/documents/paper")
                        .session(secretary)
                        .with(csrf())
                        .param("lines[0].documentId", order.toString())
                        .param("lines[0].number", "88-ОД")
                        .param("lines[0].date", today))
                .andExpect(status().isSeeOther());

        mvc.perform(get("/documents/{id}", order).session(secretary))
                .andExpect(content().string(containsString("Скан подписанного</h2>")));
        mvc.perform(scan("Здравствуйте".getBytes(StandardCharsets.UTF_8), secretary))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("PDF, JPG или PNG")));
        mvc.perform(scan(new byte[0], secretary)).andExpect(status().isBadRequest());
        mvc.perform(scan(png, session(Role.DEPUTY))).andExpect(status().isForbidden());
        mvc.perform(scan(png, secretary)).andExpect(status().isSeeOther());

        mvc.perform(get("/documents/{id}", order).session(secretary))
                .andExpect(content().string(containsString("скан подписанного")))
                .andExpect(content().string(containsString("88-ОД")));
        mvc.perform(get("/documents/{id}", order).session(session(Role.DEPUTY)))
                .andExpect(content().string(not(containsString("Скан подписанного</h2>"))));
    }

    @Test
    void withoutLibreOfficeNoPdfIsOffered() throws Exception {
        MockHttpSession deputy = session(Role.DEPUTY);
        mvc.perform(get("/documents/{id}", order).session(deputy))
                .andExpect(content().string(not(containsString("/pdf"))));
        mvc.perform(get("/documents/{id}/versions/1/pdf", order).session(deputy))
                .andExpect(status().isConflict());
    }

    private MockMultipartHttpServletRequestBuilder scan(byte[] content, MockHttpSession session) {
        return (MockMultipartHttpServletRequestBuilder) multipart("/documents/{id}/scan", order)
                .file(new MockMultipartFile("scan", "скан.png", null, content))
                .session(session)
                .with(csrf());
    }

    @Test
    void theFormatOfAJournalIsASetting() throws Exception {
        MockHttpSession secretary = session(Role.SECRETARY);
        mvc.perform(get("/documents/journals").session(secretary)).andExpect(status().isOk());
        mvc.perform(format(secretary, school.id(), "{n}-а")).andExpect(status().isSeeOther());
        mvc.perform(get("/documents/paper").session(secretary))
                .andExpect(content().string(containsString("1-а")));
        mvc.perform(format(secretary, school.id(), "без номера")).andExpect(status().isBadRequest());
        mvc.perform(format(secretary, schools.empty().id(), "{n}")).andExpect(status().isNotFound());
        mvc.perform(format(session(Role.TEACHER), school.id(), "{n}")).andExpect(status().isForbidden());
    }

    private org.springframework.test.web.servlet.RequestBuilder format(
            MockHttpSession session, String schoolId, String format) {
        return post("/documents/journals")
                .session(session)
                .with(csrf())
                .param("schoolId", schoolId)
                .param("register", "ORDERS")
                .param("format", format);
    }

    private MockMultipartHttpServletRequestBuilder upload(String name, byte[] content, MockHttpSession session) {
        return (MockMultipartHttpServletRequestBuilder) multipart("/documents/{id}/upload", order)
                .file(new MockMultipartFile("file", name, null, content))
                .session(session)
                .with(csrf());
    }

    private static byte[] docx() throws Exception {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Исправлено");
            document.write(out);
            return out.toByteArray();
        }
    }

    private org.springframework.test.web.servlet.ResultActions decide(Role role, String json) throws Exception {
        return mvc.perform(post("/api/documents/{id}/decision", order)
                .with(basic(role))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    /** The deputy has checked the order. */
    private void check() {
        check(order);
    }

    private Long checked(DocumentType type) {
        Long id = document(type);
        check(id);
        return id;
    }

    private void check(Long id) {
        String instance =
                school.as(Role.DEPUTY, () -> documents.visible(id)).instanceId().orElseThrow();
        Task task = school.tasks(programmeId).stream()
                .filter(candidate -> candidate.getProcessInstanceId().equals(instance))
                .findFirst()
                .orElseThrow();
        school.complete(Role.DEPUTY, task, Map.of("outcome", "done"));
    }

    private Long document(DocumentType type) {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(Long.valueOf(programmeId))).stream()
                .filter(document -> document.type() == type)
                .map(Document::id)
                .findFirst()
                .orElseThrow();
    }

    private RequestPostProcessor basic(Role role) {
        return httpBasic(school.login(role), TestSchool.PASSWORD);
    }

    private MockHttpSession session(Role role) throws Exception {
        return (MockHttpSession)
                mvc.perform(formLogin("/login").user(school.login(role)).password(TestSchool.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession();
    }
}
