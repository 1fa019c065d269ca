package org.mentoringroadmap.questionnaire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.questionnaire.CampaignKind;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.springframework.beans.factory.annotation.Autowired;

/** «Анкеты»: who has answered, sheets entered one after the other, what the answers say. */
class CampaignPagesTest extends PeoplePagesTestCase {
    @Autowired
    private Campaigns campaigns;

    private Participant first;
    private Participant second;
    private String base;

    @BeforeEach
    void ask() {
        Long classId = school.addClass("5А");
        first = pupil("Анкетов", classId);
        second = pupil("Бланков", classId);
        sign(first, ConsentKind.PROCESSING);
        sign(second, ConsentKind.PROCESSING);
        Long campaign = school.as(Role.CURATOR, () -> {
            campaigns.invite(programme, "mentee-pupil", List.of(first.id(), second.id()), null);
            return campaigns.list(programme).get(0).campaign().id();
        });
        base = "/programmes/" + programme + "/campaigns/" + campaign;
    }

    private Participant pupil(String lastName, Long classId) {
        return enter(ParticipantRole.MENTEE, lastName, today.minusYears(12), ParticipantCategory.PUPIL, classId);
    }

    @Test
    void thePageSaysWhoHasNotAnsweredAndWhyThereAreNoLinks() throws Exception {
        as(curator, get(base))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Ответили 0 из 2.")))
                .andExpect(content().string(containsString("Сама эта анкета не закрывается")))
                .andExpect(content().string(containsString("Система при этом никому не пишет")))
                .andExpect(content().string(containsString("Анкетов Пример")))
                .andExpect(content().string(containsString("не указал внешний адрес")))
                .andExpect(content().string(not(containsString("Показать личные ссылки"))));
        as(curator, post(base + "/links").param("invitations", "1")).andExpect(status().isConflict());
        as(Role.DIRECTOR, get(base))
                .andExpect(content().string(containsString("Бланков Пример")))
                .andExpect(content().string(not(containsString("Внести ответы"))));
        as(Role.CLASS_TEACHER, get(base))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Анкетов"))));
        as(curator, get("/programmes/" + programme + "/campaigns"))
                .andExpect(content().string(containsString("0 из 2")));
    }

    @Test
    void aPileOfSheetsIsEnteredOneAfterTheOther() throws Exception {
        String enter = enterPath(first);
        as(curator, get(enter))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"wish\" value=\"yes\" autofocus=\"autofocus\"")))
                .andExpect(content().string(containsString("_csrf")));
        as(curator, sheet(enter, "0", "perhaps"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Выберите ответ")));

        as(curator, sheet(enter, "0", "yes")).andExpect(redirectedUrl(enterPath(second)));
        as(curator, get(enterPath(second)).flashAttr("entered", 1L))
                .andExpect(content().string(containsString("Исправить предыдущий лист")));
        as(curator, sheet(enter, "0", "no"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("внёс кто-то другой")));
        as(curator, sheet(enterPath(second), "0", "no"))
                .andExpect(redirectedUrl(base + "?classId=" + second.classId().orElseThrow()));

        as(curator, get(base))
                .andExpect(content().string(containsString("Ответили 2 из 2.")))
                .andExpect(content().string(containsString("с бумаги")));
        as(curator, get(enter.replace("/enter/", "/answers/")))
                .andExpect(content().string(containsString("Ты хочешь")))
                .andExpect(content().string(containsString("Да")));
        as(Role.DEPUTY, get(enter.replace("/enter/", "/answers/"))).andExpect(status().isForbidden());
        as(Role.DIRECTOR, get(base + "/results")).andExpect(content().string(containsString("Ответов меньше пяти")));
        as(curator, get(base + "/results")).andExpect(content().string(containsString("1 (50 %)")));
    }

    @Test
    void sheetsArePrintedForWhoHasNotAnswered() throws Exception {
        as(curator, get(base + "/sheets"))
                .andExpect(content().string(containsString("Анкетов Пример")))
                .andExpect(content().string(containsString("<span class=\"paper-box\"></span><span>Скорее да</span>")))
                .andExpect(content().string(containsString("5А")));
        as(curator, sheet(enterPath(first), "0", "yes"));
        as(curator, get(base + "/sheets")).andExpect(content().string(not(containsString("Анкетов"))));
    }

    /** Whom the system does not ask has a sheet of the same questions, without anybody's name or code. */
    @Test
    void aBlankSheetOfTheCampaignIsPrinted() throws Exception {
        String blank = base + "/blank";
        for (Role role : List.of(Role.CURATOR, Role.CLASS_TEACHER)) {
            as(role, get(base)).andExpect(content().string(containsString("href=\"" + blank + "\"")));
            as(role, get(blank))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Ты хочешь, чтобы у тебя был наставник?")))
                    .andExpect(content().string(not(containsString("Анкетов"))))
                    .andExpect(content().string(not(containsString("class=\"code\""))));
        }
        as(Role.MENTOR, get(blank)).andExpect(status().isForbidden());
        as(curator, post(base + "/close"));
        as(curator, get(base)).andExpect(content().string(not(containsString(blank))));
    }

    /** One address for the class, a code for each who has not answered; of the own computer's name nobody else has any use. */
    @Test
    void codesAreCutApartForTheComputerRoom() throws Exception {
        as(curator, get(base)).andExpect(content().string(containsString(base + "/codes?classId=")));
        String slips = as(curator, get(base + "/codes").with(asked -> {
                    asked.setServerName("school-server");
                    asked.setServerPort(8080);
                    return asked;
                }))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("http://school-server:8080/q<")))
                .andExpect(content().string(containsString("Анкетов Пример")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(slips.split("<p class=\"code\">[A-Z0-9]{4} [A-Z0-9]{4}</p>")).hasSize(3);
        as(curator, get(base + "/codes"))
                .andExpect(content().string(containsString("Адрес — на доске")))
                .andExpect(content().string(not(containsString("http://localhost"))));
        as(curator, sheet(enterPath(first), "0", "yes"));
        as(curator, get(base + "/codes")).andExpect(content().string(not(containsString("Анкетов"))));
        as(curator, sheet(enterPath(second), "0", "yes"));
        as(curator, get(base + "/codes")).andExpect(content().string(containsString("Здесь ждать больше некого")));
    }

    @Test
    void aCampaignOfNobodySaysWhatIsMissing() throws Exception {
        Participant without = teacher("Безбумагин");
        assertThat(CampaignKind.MENTORS.questionnaire(without)).contains("mentor-teacher");
        Long campaign = school.as(Role.CURATOR, () -> {
            campaigns.begin(programme, "mentors", "000-3.1.1", "instance-" + programme, null);
            return campaigns.list(programme).get(0).campaign().id();
        });
        String mentors = "/programmes/" + programme + "/campaigns/" + campaign;
        as(curator, get(mentors))
                .andExpect(content()
                        .string(containsString("Пока никого не пригласили: ни у кого нет действующего согласия.")))
                .andExpect(content().string(containsString("нет действующего согласия: 1.")));
        as(curator, get(mentors)).andExpect(content().string(not(containsString("чьё согласие уже есть"))));
        sign(without, ConsentKind.PROCESSING);
        as(curator, get(mentors))
                .andExpect(content().string(containsString("анкету ещё не дали: 1.")))
                .andExpect(content().string(containsString("Пригласить тех, чьё согласие уже есть")))
                .andExpect(content().string(not(containsString("ни у кого нет действующего согласия"))));
        as(curator, post(mentors + "/more")).andExpect(redirectedUrl(mentors));
        as(curator, get(mentors))
                .andExpect(content().string(containsString("Ответили 0 из 1.")))
                .andExpect(content().string(not(containsString("чьё согласие уже есть"))));
        as(curator, post(mentors + "/close")).andExpect(status().isConflict());
        as(curator, post(mentors + "/remind")).andExpect(redirectedUrl(mentors));
        as(curator, post(base + "/close")).andExpect(redirectedUrl(base));
        as(curator, get(base)).andExpect(content().string(containsString("ответы больше не принимаются")));
    }

    /** What the page says is so whoever looks, and whatever has become of the campaign. */
    @Test
    void nobodyIsToldOfAConsentThatIsNotTheReason() throws Exception {
        Long campaign = school.as(Role.CURATOR, () -> {
            campaigns.begin(programme, "mentors", "000-3.1.1", "instance-" + programme, today.minusDays(1));
            return campaigns.list(programme).get(0).campaign().id();
        });
        String mentors = "/programmes/" + programme + "/campaigns/" + campaign;
        as(curator, get(mentors))
                .andExpect(content().string(containsString("тех, кого касается анкета, в программе нет.")))
                .andExpect(content().string(containsString("Срок прошёл")));
        as(curator, get(mentors + "/sheets"))
                .andExpect(content().string(containsString("Никого ещё не пригласили: печатать нечего.")))
                .andExpect(content().string(not(containsString("ждать больше некого"))));
        as(Role.CLASS_TEACHER, get(base))
                .andExpect(content().string(containsString("Ответили 0 из 0 в ваших классах.")))
                .andExpect(content().string(containsString("Из ваших классов по этой анкете никого не пригласили.")));

        programmes.complete(programme);

        as(curator, get(mentors))
                .andExpect(content().string(containsString("По этой анкете никого не пригласили.")))
                .andExpect(content().string(not(containsString("Пока никого не пригласили"))));
        as(curator, get(base))
                .andExpect(content().string(containsString("Программа завершена")))
                .andExpect(content().string(not(containsString("Срок —"))));
        as(curator, get("/programmes/" + programme + "/campaigns"))
                .andExpect(content().string(containsString("программа завершена")))
                .andExpect(content().string(not(containsString("открыта"))));
    }

    /** A reminder does not name a day that has passed. */
    @Test
    void aTermThatHasPassedIsNotAskedFor() throws Exception {
        school.as(
                Role.CURATOR,
                () -> campaigns.begin(programme, "mentees", "000-2.1.1", "overdue-" + programme, today.minusDays(1)));
        Long overdue = school.as(
                Role.CURATOR,
                () -> campaigns.list(programme).stream()
                        .map(line -> line.campaign().id())
                        .max(Long::compareTo)
                        .orElseThrow());
        as(curator, get("/programmes/" + programme + "/campaigns/" + overdue))
                .andExpect(content().string(containsString("стать наставляемыми». Это несколько минут")));
    }

    /** Whoever leaves a question out on paper knows which ones. */
    @Test
    void aSheetSaysWhichQuestionsAreAskedOfEverybody() throws Exception {
        as(curator, get(base + "/sheets"))
                .andExpect(content().string(containsString("вопрос без пометки «обязательно» можно пропустить")))
                .andExpect(content().string(containsString("(обязательно)")));
    }

    /** Nobody waits for whoever has withdrawn the consent: no code, no sheet, no screen in the pile, no link. */
    @Test
    void whoHasWithdrawnIsNotWaitedFor() throws Exception {
        Participant third = pupil("Ватманов", first.classId().orElseThrow());
        sign(third, ConsentKind.PROCESSING);
        school.as(Role.CURATOR, () -> campaigns.invite(programme, "mentee-pupil", List.of(third.id()), null));
        Long consent = school.as(
                Role.CURATOR, () -> consents.of(second.person().id()).get(0).id());
        school.as(Role.CURATOR, () -> consents.withdraw(consent, null));

        String enter = enterPath(second);
        as(curator, get(base))
                .andExpect(content().string(containsString("Ответили 0 из 3.")))
                .andExpect(content()
                        .string(containsString("Ответов не ждём, потому что согласие больше не действует: 1.")))
                .andExpect(content().string(containsString("нет: согласие больше не действует")))
                .andExpect(content().string(not(containsString(enter))));
        for (String paper : List.of("/sheets", "/codes")) {
            as(curator, get(base + paper))
                    .andExpect(content().string(containsString("Ватманов Пример")))
                    .andExpect(content().string(not(containsString("Бланков"))));
        }
        as(curator, sheet(enterPath(first), "0", "yes")).andExpect(redirectedUrl(enterPath(third)));
        Long campaign = Long.valueOf(base.replaceFirst(".*/", ""));
        Long invitation = Long.valueOf(enter.replaceFirst(".*/", ""));
        assertThatThrownBy(
                        () -> school.as(Role.CURATOR, () -> campaigns.links(programme, campaign, List.of(invitation))))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo("questionnaire.no-consent"));
        as(curator, sheet(enterPath(third), "0", "yes"));
        as(curator, get(base)).andExpect(content().string(not(containsString("Бланки для печати"))));
    }

    @Test
    void whatIsClosedIsNotPrinted() throws Exception {
        as(curator, post(base + "/close")).andExpect(redirectedUrl(base));
        for (String paper : List.of("/sheets", "/codes")) {
            as(curator, get(base + paper))
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString("Анкета уже закрыта")));
        }
    }

    private String enterPath(Participant of) {
        return school.as(
                Role.CURATOR,
                () -> campaigns.asked(programme, Long.valueOf(base.replaceFirst(".*/", ""))).stream()
                        .filter(asked -> asked.participant().id().equals(of.id()))
                        .map(asked -> base + "/enter/" + asked.invitation().id())
                        .findFirst()
                        .orElseThrow());
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder sheet(
            String path, String version, String wish) {
        return post(path)
                .param("sheet-version", version)
                .param("sheet-channel", "PAPER")
                .param("wish", wish);
    }
}
