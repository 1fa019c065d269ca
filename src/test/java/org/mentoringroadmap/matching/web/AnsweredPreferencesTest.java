package org.mentoringroadmap.matching.web;

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
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.matching.preference.AnsweredPreferences;
import org.mentoringroadmap.matching.preference.PreferenceAnswer;
import org.mentoringroadmap.matching.preference.Preferences;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom people have named in the questionnaire after the group meeting becomes a preference when the curator says so. */
class AnsweredPreferencesTest extends PeoplePagesTestCase {
    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Answers answers;

    @Autowired
    private AnsweredPreferences answered;

    @Autowired
    private Preferences preferences;

    private Participant mentee;
    private Participant other;
    private Participant ivanA;
    private Participant ivanB;
    private Participant pavel;

    @BeforeEach
    void people() {
        Long lower = school.addClass("5А");
        mentee = named(ParticipantRole.MENTEE, "Младшев", "Тимур", null, lower);
        other = named(ParticipantRole.MENTEE, "Младшева", "Дарья", null, lower);
        ivanA = named(ParticipantRole.MENTOR, "Образцов", "Иван", "Петрович", school.addClass("10А"));
        ivanB = named(ParticipantRole.MENTOR, "Образцов", "Иван", "Олегович", school.addClass("10Б"));
        pavel = named(ParticipantRole.MENTOR, "Ёлкин", "Павел", null, school.addClass("11А"));
    }

    @Test
    void namesThatAreClearAreTakenOverAndOthersAreAskedAbout() throws Exception {
        answer(mentee, Map.of("first", "елкин павел", "second", "Иван Образцов, 10-б", "refused", "образцов и. п."));
        answer(other, Map.of("first", "Иван Образцов", "second", "Паша"));
        String page = "/programmes/" + programme + "/preferences/answers";
        as(curator, get("/programmes/" + programme + "/preferences"))
                .andExpect(content().string(containsString("пожелания, которых здесь ещё нет: 2.")));
        as(curator, get(page))
                .andExpect(content().string(containsString("написано: «елкин павел»")))
                .andExpect(content().string(containsString("«Иван Образцов» — кто это?")))
                .andExpect(content().string(containsString("«Паша» — кто это?")));
        as(Role.DEPUTY, get(page)).andExpect(status().isForbidden());

        as(curator, post(page)).andExpect(redirectedUrl(page));

        assertThat(said(mentee))
                .isEqualTo(new PreferenceAnswer(true, List.of(pavel.id(), ivanB.id()), Set.of(ivanA.id())));
        assertThat(said(other).answered()).isFalse();
        List<AnsweredPreferences.Name> asked = waiting().get(0).liked();
        assertThat(asked.get(0).candidates())
                .extracting(Participant::id)
                .containsExactlyInAnyOrder(ivanA.id(), ivanB.id());
        assertThat(asked.get(1).candidates()).as("whom nobody resembles").hasSize(3);

        as(
                        curator,
                        post(page)
                                .param(
                                        "meant-" + asked.get(0).field(),
                                        ivanA.id().toString())
                                .param("meant-" + asked.get(1).field(), "0"))
                .andExpect(redirectedUrl("/programmes/" + programme + "/preferences"));

        assertThat(said(other)).isEqualTo(new PreferenceAnswer(true, List.of(ivanA.id()), Set.of()));
        as(curator, get("/programmes/" + programme + "/preferences"))
                .andExpect(content().string(not(containsString("которых здесь ещё нет"))));
    }

    @Test
    void whoIsLikedAndRefusedIsAskedFirst() {
        answer(mentee, Map.of("first", "Ёлкин Павел", "refused", "Павел Ёлкин"));

        assertThat(school.as(Role.CURATOR, () -> answered.take(programme, Map.of())))
                .isEqualTo(new AnsweredPreferences.Taken(0, 1));
        assertThat(said(mentee).answered()).isFalse();
    }

    @Test
    void nobodyNamedIsAnAnswerAndSomebodyElsesIsNotOffered() {
        answer(mentee, Map.of());

        assertThat(school.as(Role.CURATOR, () -> answered.take(programme, Map.of())))
                .isEqualTo(new AnsweredPreferences.Taken(1, 0));
        assertThat(said(mentee)).isEqualTo(new PreferenceAnswer(true, List.of(), Set.of()));
        answer(other, Map.of("first", "Ёлкин Павел"));
        String field = waiting().get(0).liked().get(0).field();
        assertThat(field).isNotEmpty();
        assertThatThrownBy(() -> school.as(Role.PSYCHOLOGIST, () -> answered.take(programme, Map.of())))
                .isInstanceOf(ForbiddenException.class);
    }

    private List<AnsweredPreferences.Wish> waiting() {
        return school.as(Role.CURATOR, () -> answered.waiting(programme));
    }

    private PreferenceAnswer said(Participant by) {
        return school.as(Role.CURATOR, () -> preferences.entered(programme, by.id()));
    }

    private void answer(Participant by, Map<String, String> names) {
        Map<String, List<String>> given = new java.util.HashMap<>();
        given.put("any", List.of(names.isEmpty() ? "any" : "named"));
        names.forEach((field, name) -> given.put(field, List.of(name)));
        school.as(Role.CURATOR, () -> {
            Long invitation = campaigns
                    .invite(programme, "preferences", List.of(by.id()), null)
                    .get(0)
                    .invitationId();
            return answers.enter(programme, invitation, 0, Channel.PAPER, given);
        });
    }

    private Participant named(ParticipantRole role, String last, String first, String middle, Long classId) {
        Participant entered = school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programme,
                        role,
                        PersonDetails.named(
                                last, first, middle, today.minusYears(role == ParticipantRole.MENTEE ? 11 : 16)),
                        ParticipantDetails.of(role, ParticipantCategory.PUPIL, classId)));
        sign(entered, ConsentKind.PROCESSING);
        return entered;
    }
}
