package org.mentoringroadmap.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/** How an administrator adds a kind of document and puts a template in force. */
@ApplicationTest
class DocumentKindPagesTest {
    private static final String KINDS = "/admin/document-kinds";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    private MockHttpSession administrator;

    @BeforeEach
    void signIn() throws Exception {
        administrator = Sessions.ofAdministrator(mvc);
    }

    @Test
    void stampsOfAShippedKindAreSet() throws Exception {
        mvc.perform(get(KINDS).session(administrator))
                .andExpect(content().string(containsString("Грифы: Положение о программе")));
        mvc.perform(get(KINDS + "/training-programme").session(administrator))
                .andExpect(content().string(containsString("<title>Грифы: Программа обучения наставников")))
                .andExpect(content().string(containsString("УТВЕРЖДЕНО приказом")));
        mvc.perform(post(KINDS + "/training-programme/stamps")
                        .session(administrator)
                        .with(csrf())
                        .param("acceptedBy", "х".repeat(301))
                        .param("agreedWith", "Совет отцов"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Слишком длинно")))
                .andExpect(content().string(containsString("Совет отцов")));
        mvc.perform(post(KINDS + "/training-programme/stamps")
                        .session(administrator)
                        .with(csrf())
                        .param("agreedWith", ""))
                .andExpect(redirectedUrl(KINDS));
        mvc.perform(get(KINDS + "/letter").session(administrator)).andExpect(status().isNotFound());
    }

    @Test
    void aKindIsAddedChangedAndTakenAway() throws Exception {
        mvc.perform(post(KINDS)
                        .session(administrator)
                        .with(csrf())
                        .param("id", "Инструкция")
                        .param("title", "Моя инструкция")
                        .param("general", "plan")
                        .param("data", "STAFF")
                        .param("way", "APPROVED")
                        .param("register", "own"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Код вида пишут латинскими буквами")))
                .andExpect(content().string(containsString("Моя инструкция")));
        mvc.perform(post(KINDS)
                        .session(administrator)
                        .with(csrf())
                        .param("id", "page-kind")
                        .param("title", "Моя инструкция")
                        .param("general", "plan")
                        .param("data", "STAFF")
                        .param("way", "APPROVED")
                        .param("register", "own")
                        .param("agreedWith", "Совет родителей"))
                .andExpect(redirectedUrl(KINDS));
        mvc.perform(get(KINDS).session(administrator)).andExpect(content().string(containsString("page-kind")));
        mvc.perform(get(KINDS + "/page-kind").session(administrator))
                .andExpect(content().string(containsString("Совет родителей")));
        assertThat(elementTemplate()).contains("\"page-kind\"", "Моя инструкция");
        mvc.perform(post(KINDS + "/page-kind")
                        .session(administrator)
                        .with(csrf())
                        .param("title", "Памятка")
                        .param("general", "plan")
                        .param("data", "PUBLIC")
                        .param("way", "SIGNED")
                        .param("register", "PAPERS"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("не может стоять более открытое")));
        mvc.perform(post(KINDS + "/page-kind")
                        .session(administrator)
                        .with(csrf())
                        .param("title", "Памятка")
                        .param("general", "plan")
                        .param("data", "CHILDREN")
                        .param("way", "SIGNED")
                        .param("register", "PAPERS"))
                .andExpect(redirectedUrl(KINDS));
        mvc.perform(get(KINDS).session(administrator)).andExpect(content().string(containsString("Памятка")));
        mvc.perform(post(KINDS + "/page-kind/remove").session(administrator).with(csrf()))
                .andExpect(redirectedUrl(KINDS));
        mvc.perform(get(KINDS + "/page-kind").session(administrator)).andExpect(status().isNotFound());
    }

    /** The element template as it stands in the archive of all models. */
    private String elementTemplate() throws Exception {
        byte[] archive = mvc.perform(get("/api/models/bundle.zip").session(administrator))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("element-templates/document-approval.json")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("no element template in the archive");
    }

    @Test
    void aTemplateIsTakenRefusedAndPutInForce() throws Exception {
        TestSchool school = schools.create();
        String page = "/admin/document-templates/" + school.id() + "/general-order";
        mvc.perform(get(page).session(administrator))
                .andExpect(content().string(containsString("{{heading}}")))
                .andExpect(content().string(containsString("О чём документ")))
                .andExpect(content().string(containsString("из поставки")));
        byte[] taken = mvc.perform(get(page + "/file").session(administrator))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        mvc.perform(multipart(page)
                        .file(new MockMultipartFile("file", "приказ.doc", null, taken))
                        .session(administrator)
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Это не документ Word")));
        mvc.perform(multipart(page)
                        .file(new MockMultipartFile("file", "приказ.docx", null, taken))
                        .session(administrator)
                        .with(csrf()))
                .andExpect(redirectedUrl(page));
        mvc.perform(get(page).session(administrator)).andExpect(content().string(containsString("Вернуть к поставке")));
        mvc.perform(get(page + "/preview").session(administrator)).andExpect(status().isOk());
        mvc.perform(post(page + "/restore").session(administrator).with(csrf())).andExpect(redirectedUrl(page));
        mvc.perform(get(page).session(administrator))
                .andExpect(content().string(containsString("возвращён шаблон из поставки")));
    }
}
