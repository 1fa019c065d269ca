package org.mentoringroadmap.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** A school with a programme of this year, whose people ask for pages and enter participants. */
@ApplicationTest
public abstract class PeoplePagesTestCase {
    @Autowired
    public MockMvc mvc;

    @Autowired
    public TestSchools schools;

    @Autowired
    public Programmes programmes;

    @Autowired
    public SchoolClasses classes;

    @Autowired
    public Registers registers;

    @Autowired
    public Consents consents;

    @Autowired
    public Clock clock;

    public TestSchool school;
    public Long programme;
    public LocalDate today;
    public MockHttpSession curator;

    @BeforeEach
    void openSchool() throws Exception {
        today = LocalDate.now(clock);
        school = schools.create();
        programme = open(school);
        curator = session(Role.CURATOR);
    }

    public Long open(TestSchool of) {
        return programmes
                .open(of.id(), SchoolYear.around(today), "target-model")
                .id();
    }

    public Participant enter(
            ParticipantRole role, String lastName, LocalDate born, ParticipantCategory category, Long classId) {
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programme,
                        role,
                        PersonDetails.named(lastName, "Пример", null, born),
                        ParticipantDetails.of(role, category, classId)));
    }

    /** A pupil of twelve years, for whom the representative signs. */
    public Participant pupil(String lastName) {
        return enter(ParticipantRole.MENTEE, lastName, today.minusYears(12), ParticipantCategory.PUPIL, null);
    }

    /** A teacher, who signs alone. */
    public Participant teacher(String lastName) {
        return enter(ParticipantRole.MENTOR, lastName, today.minusYears(40), ParticipantCategory.TEACHER, null);
    }

    public Consent sign(Participant of, ConsentKind kind) {
        return school.as(
                Role.CURATOR,
                () -> consents.register(of.id(), kind, today, Set.of(Signer.SELF, Signer.REPRESENTATIVE)));
    }

    public ResultActions as(MockHttpSession session, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return mvc.perform(request.session(session).with(csrf()));
    }

    public ResultActions as(Role role, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return as(session(role), request);
    }

    public MockHttpSession session(Role role) throws Exception {
        return session(school, role);
    }

    public MockHttpSession session(TestSchool of, Role role) throws Exception {
        return Sessions.of(mvc, of, role);
    }
}
