package org.mentoringroadmap.matching.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.preference.PreferenceAnswer;
import org.mentoringroadmap.matching.preference.Preferences;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.PeopleToMatch;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Pairs that a school knows, and whom both sides would like, typed on pages. */
@ApplicationTest
class KnownPairsAndPreferencesTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private MatchingRuns runs;

    @Autowired
    private Preferences preferences;

    @Autowired
    private Mentorships mentorships;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programme;
    private Long lower;
    private List<Participant> mentees;
    private List<Participant> mentors;
    private MockHttpSession curator;

    @BeforeEach
    void start() throws Exception {
        school = schools.create(Role.CURATOR, Role.DIRECTOR);
        programme = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
        lower = school.addClass("6А");
        PeopleToMatch people = new PeopleToMatch(school, school.login(Role.CURATOR), registers, consents, programme);
        mentees = people.mentees(3, List.of(lower));
        mentors = people.mentors(2, List.of(school.addClass("10А")), 2);
        curator = (MockHttpSession)
                mvc.perform(formLogin().user(school.login(Role.CURATOR)).password(TestSchool.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession();
    }

    @Test
    void knownPairsAreWrittenBesideTheirMentors() throws Exception {
        as(get("/programmes/{id}/known-pairs", programme))
                .andExpect(content()
                        .string(allOf(
                                containsString("name=\"mentee-" + mentors.get(0).id() + "\""),
                                containsString("value=\"" + label(mentees.get(0)) + "\""))));
        as(known().param("mentee-" + mentors.get(0).id(), label(mentees.get(0)), label(mentees.get(1)))
                        .param("group", mentors.get(0).id().toString())
                        .param("mentee-" + mentors.get(1).id(), name(mentees.get(2)), ""))
                .andExpect(redirectedUrl("/programmes/" + programme + "/pairs"));
        assertThat(mentorships.of(programme))
                .extracting(Mentorship::kind)
                .containsExactlyInAnyOrder(Mentorship.Kind.GROUP, Mentorship.Kind.PAIR);
        as(get("/programmes/{id}/known-pairs", programme))
                .andExpect(content().string(containsString("Наставляемых с согласием, которые ждут пару, сейчас нет")));
    }

    @Test
    void aNameThatNobodyHasKeepsWhatWasTyped() throws Exception {
        as(known().param("mentee-" + mentors.get(0).id(), label(mentees.get(0)))
                        .param("mentee-" + mentors.get(1).id(), "Неттаких Никто"))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("Ничего не сохранено"),
                                containsString("value=\"Неттаких Никто\""),
                                containsString("Кого-то из этой строки нет в списке"))));
        assertThat(mentorships.of(programme)).isEmpty();
        as(known()).andExpect(status().isBadRequest());
        as(known().param("mentee-" + mentors.get(0).id(), label(mentees.get(0)))
                        .param("mentee-" + mentors.get(1).id(), label(mentees.get(0))))
                .andExpect(status().isBadRequest());
        assertThat(mentorships.of(programme)).isEmpty();
    }

    @Test
    void whoHasNoConsentIsNamedWithTheReason() throws Exception {
        school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programme,
                        ParticipantRole.MENTEE,
                        PersonDetails.named("Безбумажный", "Пример", null, null),
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, lower)));

        as(get("/programmes/{id}/known-pairs", programme))
                .andExpect(content()
                        .string(allOf(
                                containsString("Кого пока нельзя взять в пару: 1"),
                                containsString(">Безбумажный Пример<"),
                                not(containsString("value=\"Безбумажный Пример, 6А\"")))));
    }

    @Test
    void aClassAnswersOnOnePage() throws Exception {
        Participant first = mentees.get(0);
        Participant second = mentees.get(1);
        as(get("/programmes/{id}/preferences", programme)).andExpect(content().string(containsString("0 из 3")));
        as(answers()
                        .param("rank1-" + first.id(), label(mentors.get(0)))
                        .param("rank2-" + first.id(), name(mentors.get(1)))
                        .param("refuse-" + second.id(), label(mentors.get(0)), "")
                        .param("answered-" + mentees.get(2).id(), "true"))
                .andExpect(redirectedUrlPattern("/programmes/*/preferences?*"));
        assertThat(entered(first).ranked())
                .containsExactly(mentors.get(0).id(), mentors.get(1).id());
        assertThat(entered(second).refused()).containsExactly(mentors.get(0).id());
        assertThat(entered(mentees.get(2)).answered()).isTrue();
        as(get("/programmes/{id}/preferences", programme).param("classId", lower.toString()))
                .andExpect(content()
                        .string(allOf(
                                containsString("3 из 3"), containsString("value=\"" + label(mentors.get(1)) + "\""))));
        assertThat(school.as(
                        Role.CURATOR,
                        () -> runs.board(runs.propose(programme, new RunRequest(null, null, true))
                                        .id())
                                .pairs()))
                .noneMatch(pair -> pair.mentee().id().equals(second.id())
                        && pair.mentor().id().equals(mentors.get(0).id()));
    }

    @Test
    void aClassIsSavedWholeOrNotAtAll() throws Exception {
        as(answers()
                        .param("rank1-" + mentees.get(0).id(), label(mentors.get(0)))
                        .param("rank1-" + mentees.get(1).id(), "Неттаких Никто"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("value=\"Неттаких Никто\"")));
        as(answers()
                        .param("rank1-" + mentees.get(0).id(), label(mentors.get(0)))
                        .param("rank1-" + mentees.get(1).id(), label(mentors.get(0)))
                        .param("refuse-" + mentees.get(1).id(), label(mentors.get(0))))
                .andExpect(status().isBadRequest());
        assertThat(entered(mentees.get(0)).answered()).isFalse();
    }

    /** The page was open while somebody left: what was not written is not said to be saved. */
    @Test
    void whoWaitsNoMoreIsNotSaidToBeSaved() throws Exception {
        Participant left = mentees.get(0);
        school.as(Role.CURATOR, () -> {
            registers.changeStatus(left.id(), ParticipantStatus.LEFT, null);
            return null;
        });

        as(answers().param("rank1-" + left.id(), label(mentors.get(0))))
                .andExpect(flash().attribute("notice", "board.saved.preferences-gone"));
        assertThat(entered(left).answered()).isFalse();
    }

    @Test
    void mentorsAnswerToo() throws Exception {
        as(post("/programmes/{id}/preferences", programme)
                        .param("side", "MENTOR")
                        .param("from", mentors.get(0).id().toString())
                        .param("rank1-" + mentors.get(0).id(), label(mentees.get(2))))
                .andExpect(status().isSeeOther());
        assertThat(entered(mentors.get(0)).ranked())
                .containsExactly(mentees.get(2).id());
        as(get("/programmes/{id}/preferences", programme).param("side", "MENTOR"))
                .andExpect(content().string(containsString("1 из 2")));
    }

    private MockHttpServletRequestBuilder answers() {
        return post("/programmes/{id}/preferences", programme)
                .param("side", "MENTEE")
                .param("classId", lower.toString())
                .param("from", mentees.stream().map(one -> one.id().toString()).toArray(String[]::new));
    }

    private MockHttpServletRequestBuilder known() {
        return post("/programmes/{id}/known-pairs", programme);
    }

    private PreferenceAnswer entered(Participant from) {
        return school.as(Role.CURATOR, () -> preferences.entered(programme, from.id()));
    }

    private static String label(Participant one) {
        return name(one) + (one.role() == ParticipantRole.MENTOR ? ", 10А" : ", 6А");
    }

    private static String name(Participant one) {
        return one.person().fullName();
    }

    private ResultActions as(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.session(curator).with(csrf()));
    }
}
