package org.mentoringroadmap.questionnaire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.QuestionnaireFiles;
import org.mentoringroadmap.questionnaire.QuestionnaireLibrary;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.mentoringroadmap.support.Sessions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** «Анкеты школы»: copied, worded, seen, kept, and asked by. */
class QuestionnairePagesTest extends PeoplePagesTestCase {
    private static final String LIST = "/questionnaires";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private QuestionnaireLibrary library;

    @Autowired
    private QuestionnaireFiles files;

    @Autowired
    private Campaigns campaigns;

    private MockHttpSession administrator;

    @BeforeEach
    void signIn() throws Exception {
        administrator = Sessions.ofAdministrator(mvc);
    }

    /** Others ask by the shipped ones. */
    @AfterEach
    void undeploy() {
        repository.createDeploymentQuery().list().stream()
                .filter(deployment -> deployment.getName() != null)
                .filter(deployment -> deployment.getName().matches("own-.*|(interim-feedback|mentee-pupil)\\.form"))
                .map(Deployment::getId)
                .forEach(id -> repository.deleteDeployment(id, true));
    }

    private String version(String page) throws Exception {
        String html = as(administrator, get(page)).andReturn().getResponse().getContentAsString();
        Matcher version = Pattern.compile("name=\"version\" value=\"([^\"]+)\"").matcher(html);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private MockHttpServletRequestBuilder copy(String act) throws Exception {
        return post(LIST + "/new")
                .param("like", "interview")
                .param("version", version(LIST + "/new?like=interview"))
                .param("act", act)
                .param("title", "Анкета кружка робототехники")
                .param("intro", "Чтобы кружок был таким, как вам нужно.")
                .param("asks", "MENTEES")
                .param("id", "", "")
                .param("kind", "ONE", "TEXT")
                .param("words", "Пойдёшь ли на кружок, если он по субботам?", "Что построить первым?")
                .param("hint", "Ответ ни к чему не обязывает.", "")
                .param("offered", "Да, конечно\nНет", "")
                .param("min", "", "")
                .param("max", "", "")
                .param("required", "0");
    }

    @Test
    void aSchoolMakesItsOwnAndAsksByIt() throws Exception {
        as(administrator, get(LIST))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Анкета для тех, кому нужен наставник")))
                .andExpect(content().string(not(containsString("ваша</span>"))));
        as(administrator, copy("preview"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Так анкету увидят люди")))
                .andExpect(content().string(containsString("Пойдёшь ли на кружок, если он по субботам?")))
                .andExpect(content().string(not(containsString("Отправить"))));
        as(administrator, copy("save")).andExpect(redirectedUrl(LIST));
        as(administrator, get(LIST)).andExpect(content().string(containsString("Анкета кружка робототехники")));
        String key = library.own().get(0).key();

        Long classId = school.addClass("5А");
        var first = enter(ParticipantRole.MENTEE, "Кружков", today.minusYears(12), ParticipantCategory.PUPIL, classId);
        sign(first, ConsentKind.PROCESSING);
        enter(ParticipantRole.MENTEE, "Несогласов", today.minusYears(12), ParticipantCategory.PUPIL, classId);
        String campaigns = "/programmes/" + programme + "/campaigns";
        as(curator, get(campaigns))
                .andExpect(content().string(containsString("Анкета кружка робототехники (наставляемые)")));
        as(Role.DIRECTOR, get(campaigns)).andExpect(content().string(not(containsString("Анкета кружка"))));
        String page = as(curator, post(campaigns).param("questionnaire", key))
                .andExpect(redirectedUrlPattern(campaigns + "/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        as(curator, get(page + "/offers"))
                .andExpect(content().string(containsString("← Анкета кружка робототехники</a>")));
        as(curator, get(page))
                .andExpect(content().string(containsString("<h1>Анкета кружка робототехники</h1>")))
                .andExpect(content().string(containsString("Ответили 0 из 1.")))
                .andExpect(content().string(containsString("Не приглашены, потому что нет действующего согласия: 1.")))
                .andExpect(content().string(containsString("Кружков Пример")));
        as(curator, post(campaigns).param("questionnaire", key)).andExpect(status().isConflict());
        as(curator, post(campaigns).param("questionnaire", "mentee-pupil")).andExpect(status().isBadRequest());
        as(Role.DIRECTOR, post(campaigns).param("questionnaire", key)).andExpect(status().isForbidden());
    }

    /** One that was made by mistake goes; one by which people were asked stays, with what they have answered. */
    @Test
    void anOwnOneThatNobodyWasAskedByIsTakenBack() throws Exception {
        as(administrator, copy("save")).andExpect(redirectedUrl(LIST));
        String page = LIST + "/" + library.own().get(0).key();
        as(administrator, get(LIST + "/mentee-pupil"))
                .andExpect(content().string(not(containsString("Удалить анкету"))));
        as(administrator, post(LIST + "/mentee-pupil").param("act", "remove")).andExpect(status().isConflict());
        as(curator, post(page).param("act", "remove")).andExpect(status().isForbidden());
        as(administrator, get(page)).andExpect(content().string(containsString("Удалить анкету")));
        as(administrator, post(page).param("act", "remove")).andExpect(redirectedUrl(LIST));
        as(administrator, get(LIST))
                .andExpect(content().string(not(containsString("Анкета кружка робототехники"))))
                .andExpect(content().string(containsString("Анкета для тех, кому нужен наставник")));
        as(administrator, get(page)).andExpect(status().isNotFound());

        as(administrator, copy("save")).andExpect(redirectedUrl(LIST));
        String used = library.own().get(0).key();
        sign(
                enter(
                        ParticipantRole.MENTEE,
                        "Кружков",
                        today.minusYears(12),
                        ParticipantCategory.PUPIL,
                        school.addClass("5А")),
                ConsentKind.PROCESSING);
        as(curator, post("/programmes/" + programme + "/campaigns").param("questionnaire", used))
                .andExpect(status().is3xxRedirection());
        as(administrator, get(LIST + "/" + used)).andExpect(content().string(not(containsString("Удалить анкету"))));
        as(administrator, post(LIST + "/" + used).param("act", "remove")).andExpect(status().isConflict());
    }

    @Test
    void anotherWordingIsForWhoIsAskedNextAndAnOldPageWritesNothingOver() throws Exception {
        String page = LIST + "/interim-feedback";
        String version = version(page);
        MockHttpServletRequestBuilder save = worded(page, version, "save", "Одна на двоих");
        as(administrator, save).andExpect(redirectedUrl(LIST));
        as(administrator, get(page)).andExpect(content().string(containsString("Одна на двоих")));
        as(administrator, worded(page, version, "save", "Другая"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("изменил кто-то другой")))
                .andExpect(content().string(containsString("value=\"Другая\"")));
    }

    /** Answers of which the card has words of its own are worded, added and taken away like any others. */
    @Test
    void answersThatTheCardKnowsAreChangedToo() throws Exception {
        String page = LIST + "/mentee-pupil";
        as(administrator, get(page))
                .andExpect(content().string(containsString("в графу «Запросы»: «")))
                .andExpect(content().string(containsString("» → Учёба;")));
        as(administrator, get(LIST + "/mentor-teacher"))
                .andExpect(content().string(containsString("«Коллегам-педагогам» → Учитель — учитель;")))
                .andExpect(content().string(not(containsString("teacher-teacher"))));
        as(
                        administrator,
                        post(page)
                                .param("version", version(page))
                                .param("act", "save")
                                .param("title", "Анкета")
                                .param("intro", "Коротко.")
                                .param("id", "Field_Need")
                                .param("kind", "SEVERAL")
                                .param("words", "С чем помочь?")
                                .param("hint", "")
                                .param("offered", "Учёба и уроки\nПросто поговорить\nРобототехника")
                                .param("min", "")
                                .param("max", ""))
                .andExpect(redirectedUrl(LIST));
    }

    private MockHttpServletRequestBuilder worded(String page, String version, String act, String title) {
        return post(page)
                .param("version", version)
                .param("act", act)
                .param("title", title)
                .param("intro", "Коротко о встречах.")
                .param("id", "")
                .param("kind", "SCALE")
                .param("words", "Как идут встречи?")
                .param("hint", "")
                .param("offered", "плохо\nхорошо")
                .param("min", "")
                .param("max", "");
    }

    /** What was sent beside the roadmap ends like what a row asks for: with the last answer that may still come. */
    @Test
    void whatWasSentEndsWhenEverybodyHasAnswered() throws Exception {
        as(administrator, copy("save")).andExpect(redirectedUrl(LIST));
        Long classId = school.addClass("5А");
        var first = enter(ParticipantRole.MENTEE, "Кружков", today.minusYears(12), ParticipantCategory.PUPIL, classId);
        var second = enter(ParticipantRole.MENTEE, "Моделев", today.minusYears(12), ParticipantCategory.PUPIL, classId);
        sign(first, ConsentKind.PROCESSING);
        sign(second, ConsentKind.PROCESSING);
        String list = "/programmes/" + programme + "/campaigns";
        String page = as(
                        curator,
                        post(list).param("questionnaire", library.own().get(0).key()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        Long campaign = Long.valueOf(page.substring(page.lastIndexOf('/') + 1));
        as(curator, get(page)).andExpect(content().string(containsString("Закроется сама")));
        List<Campaigns.Asked> asked = school.as(Role.CURATOR, () -> campaigns.asked(programme, campaign));
        String question = school.as(Role.CURATOR, () -> campaigns.questionnaires(programme, campaign))
                .get(0)
                .questions()
                .get(0)
                .key();
        for (Campaigns.Asked one : asked) {
            as(curator, get(list)).andExpect(content().string(containsString("открыта")));
            String sheet = page + "/enter/" + one.invitation().id();
            String html = as(curator, get(sheet)).andReturn().getResponse().getContentAsString();
            Matcher option = Pattern.compile("name=\"" + question + "\" value=\"([^\"]+)\"")
                    .matcher(html);
            assertThat(option.find()).isTrue();
            as(
                            curator,
                            post(sheet)
                                    .param("sheet-version", "0")
                                    .param("sheet-channel", "PAPER")
                                    .param(question, option.group(1)))
                    .andExpect(status().is3xxRedirection());
            school.runFollowUps();
        }
        as(curator, get(list)).andExpect(content().string(containsString("закрыта")));
        as(curator, get(page)).andExpect(content().string(containsString("Закрыта")));
    }

    @Test
    void nothingIsLostWhileItIsWorded() throws Exception {
        as(administrator, copy("add-FIGURE"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Анкета кружка робототехники")))
                .andExpect(content().string(containsString("3. Число")));
        as(administrator, copy("down-0"))
                .andExpect(content().string(containsString("1. Ответ своими словами")))
                .andExpect(content().string(containsString("2. Один вариант")));
        for (String act : new String[] {"up-0", "down-99", "add-NOTHING", "up-x", ""}) {
            as(administrator, copy(act))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("1. Один вариант")));
        }
        as(administrator, worded(LIST + "/interim-feedback", "old", "save", ""))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Назовите анкету")))
                .andExpect(content().string(containsString("Как идут встречи?")));
        as(administrator, copy("save").param("id", "").param("kind", "TEXT").param("words", "How are you?"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("«How are you?»: ")))
                .andExpect(content().string(containsString("Что построить первым?")));
        assertThat(library.own()).isEmpty();
    }

    /** Where there is one school, its curator does; models of processes are deployed by others. */
    @Test
    void whoMayWordThemNeedsNoRightToDeployModels() {
        String form = school.as(Role.CURATOR, () -> files.newest("interview")).orElseThrow();
        assertThat(school.as(
                        Role.CURATOR,
                        () -> files.deploy("own-00000001", form.replace("\"interview\"", "\"own-00000001\""))))
                .isEmpty();
        assertThat(school.as(Role.CURATOR, () -> files.newest("own-00000001"))).isPresent();
    }

    @Test
    void nobodyElseWordsThemWhereThereAreSeveralSchools() throws Exception {
        schools.create(Role.CURATOR);
        as(curator, get(LIST)).andExpect(status().isForbidden());
        as(curator, post(LIST + "/mentee-pupil").param("act", "save")).andExpect(status().isForbidden());
        as(administrator, get(LIST + "/activity")).andExpect(status().isNotFound());
        as(administrator, get(LIST + "/new?like=nothing")).andExpect(status().isNotFound());
    }
}
