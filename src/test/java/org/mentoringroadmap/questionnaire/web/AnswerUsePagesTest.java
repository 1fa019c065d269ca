package org.mentoringroadmap.questionnaire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.questionnaire.use.RegisterOffers;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.springframework.beans.factory.annotation.Autowired;

/** What answers offer, what others have said, and who asks for help, on the pages of those whom it is for. */
class AnswerUsePagesTest extends PeoplePagesTestCase {
    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Answers answers;

    @Autowired
    private RegisterOffers offers;

    private Participant pupil;

    @BeforeEach
    void enterSomebody() {
        pupil = enter(
                ParticipantRole.MENTEE,
                "Ответов",
                today.minusYears(12),
                ParticipantCategory.PUPIL,
                school.addClass("5А"));
        sign(pupil, ConsentKind.PROCESSING);
    }

    @Test
    void changesAreAcceptedOnTheCardAndOnThePageOfTheCampaign() throws Exception {
        String base = answer("mentee-pupil", Map.of("wish", List.of("yes"), "interests", List.of("music")));
        String card = "/participants/" + pupil.id();
        as(curator, get(card))
                .andExpect(content().string(containsString("Из анкеты: что изменить в карточке")))
                .andExpect(content().string(containsString("Музыка и танцы")));
        as(Role.DEPUTY, get(card)).andExpect(content().string(not(containsString("Из анкеты"))));
        as(curator, get(base)).andExpect(content().string(containsString(base + "/offers")));
        as(Role.DEPUTY, get(base + "/offers")).andExpect(status().isForbidden());
        as(curator, get(base + "/offers"))
                .andExpect(content().string(containsString("Ответов Пример")))
                .andExpect(content().string(containsString("5А")));
        String about = school.as(Role.CURATOR, () -> offers.ofParticipant(pupil.id()))
                .get(0)
                .about();

        as(
                        curator,
                        post("/programmes/" + programme + "/offers")
                                .param("decision", "accept")
                                .param("campaign", base.replaceFirst(".*/", ""))
                                .param("offer", about))
                .andExpect(redirectedUrl(base + "/offers"));

        as(curator, get(base + "/offers"))
                .andExpect(content()
                        .string(containsString("Предлагать нечего: ответы уже в карточках, или о них всё решено.")));
        as(curator, get(card)).andExpect(content().string(not(containsString("Из анкеты"))));
        assertThat(school.as(Role.CURATOR, () -> registers.visible(pupil.id()).details())
                        .wordings(TopicKind.INTEREST))
                .isEqualTo("Музыка и танцы");
        as(curator, post("/programmes/" + programme + "/offers").param("decision", "refuse"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void othersAreAskedBySheetsOfTheirOwn() throws Exception {
        String base = answer("third-party-view", Map.of("view", List.of("class-teacher"), "care", List.of("Тише")));
        as(curator, get(base)).andExpect(content().string(containsString("Спросить: родитель")));
        String parents = as(curator, post(base + "/others").param("respondent", "PARENT"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(parents).isNotEqualTo(base);
        as(curator, get(parents))
                .andExpect(content().string(containsString("родитель")))
                .andExpect(content().string(containsString("Ответили 0 из 1.")));
        as(Role.PSYCHOLOGIST, get("/participants/" + pupil.id()))
                .andExpect(content().string(containsString("Взгляд со стороны")))
                .andExpect(content().string(containsString("Тише")));
        as(Role.DEPUTY, get("/participants/" + pupil.id()))
                .andExpect(content().string(not(containsString("Взгляд со стороны"))))
                .andExpect(content().string(not(containsString("Тише"))));
    }

    @Test
    void whoAsksForHelpStandsOnOneMainPageOnly() throws Exception {
        String base = answer("interim-feedback", Map.of("mood", List.of("2"), "help", List.of("psychologist")));
        as(Role.PSYCHOLOGIST, get("/"))
                .andExpect(content().string(containsString("Просят о помощи")))
                .andExpect(content().string(containsString("Ответов Пример")));
        for (Role role : List.of(Role.CURATOR, Role.DIRECTOR, Role.CLASS_TEACHER)) {
            as(role, get("/"))
                    .andExpect(content().string(not(containsString("Просят о помощи"))))
                    .andExpect(content().string(not(containsString("Ответов"))));
        }
        as(curator, get(base + "/results")).andExpect(content().string(not(containsString("Нужна ли вам помощь"))));
        String invitation = invitation(base);
        as(curator, get(base + "/answers/" + invitation))
                .andExpect(content().string(not(containsString("поговорить с психологом"))));
        as(
                        Role.DIRECTOR,
                        post("/programmes/" + programme + "/campaigns/help-reader")
                                .param("role", "SOCIAL_WORKER"))
                .andExpect(redirectedUrl("/programmes/" + programme + "/campaigns"));
        as(Role.PSYCHOLOGIST, get("/")).andExpect(content().string(not(containsString("Просят о помощи"))));
        as(Role.SOCIAL_WORKER, get("/")).andExpect(content().string(containsString("Просят о помощи")));
        as(Role.PSYCHOLOGIST, post("/help-wishes/" + invitation + "/close")).andExpect(status().isNotFound());
        as(Role.SOCIAL_WORKER, post("/help-wishes/" + invitation + "/close")).andExpect(redirectedUrl("/"));
        as(Role.SOCIAL_WORKER, get("/")).andExpect(content().string(not(containsString("Просят о помощи"))));
    }

    /** Somebody is asked and has answered; the page of the campaign. */
    /** Who answers on paper is told the same about a cry for help as who answers on a screen. */
    @Test
    void theSheetSaysWhoLearnsThatSomebodyAsksForHelp() throws Exception {
        assertThat(sheet("interim-feedback")).contains("Об этом узнает только тот, кому школа это поручила");
        assertThat(sheet("mentee-pupil")).doesNotContain("Об этом узнает");
    }

    private String sheet(String questionnaire) throws Exception {
        Set<Long> before = campaignIds();
        school.as(Role.CURATOR, () -> campaigns.invite(programme, questionnaire, List.of(pupil.id()), null));
        Long campaign = campaignIds().stream()
                .filter(id -> !before.contains(id))
                .findFirst()
                .orElseThrow();
        return as(curator, get("/programmes/" + programme + "/campaigns/" + campaign + "/sheets"))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private Set<Long> campaignIds() {
        return school.as(
                Role.CURATOR,
                () -> campaigns.list(programme).stream()
                        .map(line -> line.campaign().id())
                        .collect(Collectors.toSet()));
    }

    private String answer(String questionnaire, Map<String, List<String>> given) {
        return school.as(Role.CURATOR, () -> {
            Long invitation = campaigns
                    .invite(programme, questionnaire, List.of(pupil.id()), null)
                    .get(0)
                    .invitationId();
            answers.enter(programme, invitation, 0, Channel.PAPER, given);
            return "/programmes/" + programme + "/campaigns/"
                    + campaigns.list(programme).get(0).campaign().id();
        });
    }

    private String invitation(String base) {
        return school.as(Role.CURATOR, () -> campaigns.asked(programme, Long.valueOf(base.replaceFirst(".*/", ""))))
                .get(0)
                .invitation()
                .id()
                .toString();
    }
}
