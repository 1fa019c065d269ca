package org.mentoringroadmap.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mentoringroadmap.activity.ActivityFixture.ITEM;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.activity.ActivityFixture;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.evidence.Evidence;
import org.mentoringroadmap.activity.evidence.EvidenceEntry;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@ApplicationTest
class ActivityPageTest {
    private static final String TASKLIST = "http://localhost/camunda/app/tasklist/default/#/?task=1";
    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private Evidence evidence;

    @Autowired
    private MockMvc mvc;

    private TestSchool school;
    private Programme programme;
    private Task task;
    private Browser deputy;

    @BeforeEach
    void open() throws Exception {
        school = fixture.school();
        programme = fixture.programme(school);
        task = fixture.start(school, programme, "activity", "deputy");
        deputy = new Browser(mvc, school, Role.DEPUTY);
    }

    @Test
    void tellsWhatToDoUntilWhen() throws Exception {
        deputy.open("/tasks/activity?taskId={id}&callbackUrl={url}", task.getId(), TASKLIST)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Классные часы")))
                .andExpect(content().string(containsString("Расскажите классу о наставничестве.")))
                .andExpect(content().string(containsString("31 августа 2026")))
                .andExpect(content().string(containsString("заместитель директора")))
                .andExpect(content().string(containsString("Выполнено ранее")));
    }

    @Test
    void completesWithAFileAndGoesBackToTasklist() throws Exception {
        deputy.send(
                        "/tasks/activity",
                        file("протокол.pdf", PDF),
                        "taskId",
                        task.getId(),
                        "callbackUrl",
                        TASKLIST,
                        "outcome",
                        "done",
                        "doneDate",
                        "2026-06-02",
                        "note",
                        "сделано",
                        "link",
                        "school.example/news")
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/camunda/app/tasklist/default/#/?task=1"));

        assertThat(outcomes.find(programme.id(), ITEM))
                .hasValueSatisfying(record -> assertThat(record.note()).contains("сделано"));
        assertThat(entries()).extracting(entry -> entry.name().orElseThrow()).containsExactly("протокол.pdf");
        assertThat(school.tasks(programme.id().toString())).isEmpty();
    }

    @Test
    void asksForAProofBeforeItEnds() throws Exception {
        deputy.send("/tasks/activity", "taskId", task.getId(), "outcome", "done", "doneDate", "2026-06-02", "note", " ")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("К итогу ничего не приложено")))
                .andExpect(content().string(containsString("Завершить без подтверждения")))
                .andExpect(content().string(containsString("value=\"2026-06-02\"")));
        assertThat(outcomes.find(programme.id(), ITEM)).isEmpty();

        deputy.send(
                        "/tasks/activity",
                        "taskId",
                        task.getId(),
                        "outcome",
                        "done",
                        "doneDate",
                        "2026-06-02",
                        "withoutProof",
                        "true")
                .andExpect(status().isSeeOther());
        assertThat(outcomes.find(programme.id(), ITEM)).isPresent();
        deputy.open("/").andExpect(content().string(containsString("Сохранено, задача завершена.")));
    }

    @Test
    void whatWasAttachedBeforeIsAProof() throws Exception {
        school.as(Role.DEPUTY, () -> evidence.attach(programme.id(), ITEM, "отчёт.pdf", PDF));

        deputy.send("/tasks/activity", "taskId", task.getId(), "outcome", "done", "doneDate", "2026-06-02")
                .andExpect(status().isSeeOther());
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/camunda/app/tasklist/",
        "//evil.example/camunda/app/",
        "/camunda/app/../../logout",
        "javascript:alert(1)",
        "/documents",
        "http://["
    })
    void neverGoesToAnotherPlace(String callback) throws Exception {
        deputy.send(
                        "/tasks/activity",
                        "taskId",
                        task.getId(),
                        "callbackUrl",
                        callback,
                        "outcome",
                        "not-held",
                        "reason",
                        "не нужно")
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/"));
    }

    @ParameterizedTest
    @CsvSource({
        "done,,не дата,Выберите дату",
        "done,,,Укажите дату",
        "done,,2999-01-01,ещё не наступила",
        "earlier,,,номер и дату документа",
        "not-held,,,почему это не проводится",
        "anything,,,чем закончилось",
    })
    void aRefusedPageKeepsWhatWasTyped(String outcome, String number, String date, String text) throws Exception {
        deputy.send(
                        "/tasks/activity",
                        file("протокол.pdf", PDF),
                        "taskId",
                        task.getId(),
                        "outcome",
                        outcome,
                        "number",
                        number == null ? "" : number,
                        "doneDate",
                        date == null ? "" : date,
                        "note",
                        "длинное примечание")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString(text)))
                .andExpect(content().string(containsString("длинное примечание")))
                .andExpect(content().string(containsString("выберите их ещё раз")));

        assertThat(entries()).isEmpty();
        assertThat(outcomes.find(programme.id(), ITEM)).isEmpty();
        assertThat(school.tasks(programme.id().toString())).hasSize(1);
    }

    @Test
    void refusesAFileThatIsNone() throws Exception {
        deputy.send(
                        "/tasks/activity",
                        file("протокол.docx", PDF),
                        "taskId",
                        task.getId(),
                        "outcome",
                        "done",
                        "doneDate",
                        "2026-06-02")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("не похоже на docx")));
        assertThat(outcomes.find(programme.id(), ITEM)).isEmpty();
    }

    /** Others open evidence as they open drafts. */
    @Test
    void aWordFileThatFetchesSomethingIsNoEvidence() throws Exception {
        ByteArrayOutputStream docx = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph()
                    .getCTP()
                    .addNewFldSimple()
                    .setInstr("INCLUDETEXT \"https://example.org/a.docx\"");
            document.write(docx);
        }
        deputy.send(
                        "/programmes/" + programme.id() + "/activities/" + ITEM + "/evidence",
                        file("отчёт.docx", docx.toByteArray()),
                        "note",
                        "Длинная заметка о встрече")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("ссылки на чужие файлы")))
                .andExpect(content().string(containsString("Вы написали")))
                .andExpect(content().string(containsString("Длинная заметка о встрече")));
    }

    @Test
    void othersDoNotFindTheTask() throws Exception {
        Browser teacher = new Browser(mvc, school, Role.CLASS_TEACHER);
        Browser stranger = new Browser(mvc, fixture.school(Role.DEPUTY), Role.DEPUTY);

        for (Browser other : List.of(teacher, stranger)) {
            other.open("/tasks/activity?taskId={id}", task.getId()).andExpect(status().isNotFound());
            other.send("/tasks/activity", "taskId", task.getId(), "outcome", "done", "doneDate", "2026-06-02")
                    .andExpect(status().isNotFound());
        }
        assertThat(outcomes.find(programme.id(), ITEM)).isEmpty();
    }

    @Test
    void refusesRequestsThatNameNoTask() throws Exception {
        deputy.open("/tasks/activity").andExpect(status().isBadRequest());
        deputy.open("/tasks/activity?taskId=none").andExpect(status().isNotFound());
        deputy.send("/tasks/activity", "outcome", "done").andExpect(status().isBadRequest());
    }

    @Test
    void evidenceIsHandedOutSafely() throws Exception {
        EvidenceEntry pdf = school.as(Role.DEPUTY, () -> evidence.attach(programme.id(), ITEM, "отчёт.pdf", PDF));
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
        EvidenceEntry photo = school.as(Role.DEPUTY, () -> evidence.attach(programme.id(), ITEM, "фото.png", png));

        deputy.open("/evidence/{id}", pdf.id())
                .andExpect(status().isOk())
                .andExpect(content().bytes(PDF))
                .andExpect(content().contentTypeCompatibleWith("application/pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("Content-Disposition", containsString("%D0%BE%D1%82")));
        deputy.open("/evidence/{id}", photo.id())
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("inline")));
        Browser teacher = new Browser(mvc, school, Role.CLASS_TEACHER);
        teacher.open("/evidence/{id}", pdf.id()).andExpect(status().isNotFound());
        teacher.send("/evidence/" + pdf.id() + "/remove").andExpect(status().isNotFound());
        teacher.send("/programmes/" + programme.id() + "/activities/" + ITEM + "/evidence", "note", "заметка")
                .andExpect(status().isForbidden());

        Browser stranger = new Browser(mvc, fixture.school(Role.DEPUTY), Role.DEPUTY);
        stranger.open("/evidence/{id}", pdf.id()).andExpect(status().isNotFound());
        stranger.send("/evidence/" + pdf.id() + "/remove").andExpect(status().isNotFound());
        stranger.send("/programmes/" + programme.id() + "/activities/" + ITEM + "/evidence", "note", "заметка")
                .andExpect(status().isNotFound());
    }

    @Test
    void evidenceIsAddedAndRemovedFromAnyPage() throws Exception {
        String page = "/programmes/" + programme.id() + "/activities/" + ITEM;
        deputy.send(
                        page + "/evidence",
                        file("a.pdf", PDF),
                        "link",
                        "school.example",
                        "note",
                        "<b>заметка</b>",
                        "back",
                        page)
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(page));
        deputy.open("/tasks/activity?taskId={id}", task.getId())
                .andExpect(content().string(containsString("a.pdf")))
                .andExpect(content().string(containsString("https://school.example")))
                .andExpect(content().string(containsString("&lt;b&gt;заметка")))
                .andExpect(content().string(not(containsString("<b>заметка"))));

        for (EvidenceEntry entry : entries()) {
            deputy.send("/evidence/" + entry.id() + "/remove", "back", "//evil.example")
                    .andExpect(redirectedUrl("/"));
        }
        assertThat(entries()).isEmpty();
        deputy.send(page + "/evidence", "note", " ").andExpect(status().isBadRequest());
    }

    private List<EvidenceEntry> entries() {
        return school.as(Role.DEPUTY, () -> evidence.list(programme.id(), ITEM));
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "application/octet-stream", content);
    }
}
