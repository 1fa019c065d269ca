package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MeetingReport;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipLifecycle;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Cards;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;

/** Pairs of a school in October 2025, as the curator and a mentor handle them. */
abstract class MentorshipTestCase extends ProcessTestCase {
    static final LocalDate DAY = LocalDate.of(2025, 8, 20);

    @Autowired
    Mentorships mentorships;

    @Autowired
    Meetings meetings;

    @Autowired
    MentorSearches searches;

    @Autowired
    MentorshipManagement book;

    @Autowired
    MentorshipLifecycle work;

    @Autowired
    Registers registers;

    @Autowired
    Consents consents;

    @Autowired
    MemberDirectory teams;

    Long programmeId() {
        if (key == null) {
            key = programmes.open(school.id(), YEAR, "target-model").id().toString();
        }
        return Long.valueOf(key);
    }

    /** A pair whose mentor is the account of the role mentor. */
    Mentorship ownPair(boolean begin) {
        return pair(mentorId(school), begin);
    }

    /** A pair whose mentor has no account. */
    Mentorship gridPair(boolean begin) {
        return pair(null, begin);
    }

    Mentorship pair(Long mentorId, boolean begin) {
        return pair(mentorId, null, null, begin);
    }

    Mentorship pair(Long mentorId, Long searchId, Long continuesId, boolean begin) {
        Long programme = programmeId();
        Mentorship pair = school.as(
                Role.CURATOR,
                () -> book.add(
                        programme,
                        new MentorshipManagement.NewMentorship(
                                Mentorship.Kind.PAIR,
                                new MentorshipDetails(1, mentorId, null, null),
                                searchId,
                                continuesId,
                                begin)));
        school.runJobs();
        return pair;
    }

    static Long mentorId(TestSchool school) {
        return school.staffId(Role.MENTOR);
    }

    Mentorship.State state(Mentorship pair) {
        return mentorships.get(programmeId(), pair.id()).state();
    }

    void enter(Role role, Mentorship pair, MeetingKind kind, LocalDate date) {
        school.as(role, () -> meetings.record(programmeId(), pair.id(), kind, MeetingReport.on(date)));
        school.runJobs();
    }

    void end(Mentorship pair, boolean searchAgain) {
        school.as(Role.CURATOR, () -> {
            book.end(programmeId(), pair.id(), "Разошлись интересы", null, searchAgain);
            return null;
        });
        school.runJobs();
    }

    /** Runs something as a job would: as nobody. */
    void asJob(Runnable job) {
        school.as(null, List.of(), () -> {
            job.run();
            return null;
        });
        school.runJobs();
    }

    /** The newest instance of a process for this pair or search. */
    String instance(String process, String variable, Long id) {
        List<HistoricProcessInstance> found = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .variableValueEquals(variable, id.toString())
                .orderByProcessInstanceStartTime()
                .desc()
                .list();
        assertThat(found).isNotEmpty();
        return found.get(0).getId();
    }

    String mentorship(Mentorship pair) {
        return instance("mentorship", "pairId", pair.id());
    }

    String startWatch(MeetingKind kind) {
        return startBlock("meetings-watch", "curator", Map.of("meetingKind", kind.id()));
    }

    /** A pupil who waits for a mentor, with a valid consent. */
    Participant mentee(String name) {
        return consenting(enter(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, name, 0));
    }

    /** A teacher of the school who looks for a mentor, with a valid consent. */
    Participant novice(String name) {
        return consenting(enter(ParticipantRole.MENTEE, ParticipantCategory.TEACHER, name, 0));
    }

    /** Somebody from an employer with room for so many, with a valid consent. */
    Participant mentor(String name, int capacity) {
        return consenting(enter(ParticipantRole.MENTOR, ParticipantCategory.EMPLOYEE, name, capacity));
    }

    /** A teacher of the school with room for so many, who has not consented to the duties of a mentor. */
    Participant teacher(String name, int capacity) {
        return consenting(enter(ParticipantRole.MENTOR, ParticipantCategory.TEACHER, name, capacity));
    }

    Participant enter(ParticipantRole role, ParticipantCategory category, String name, int capacity) {
        Long programme = programmeId();
        ParticipantDetails details = details(role, category, capacity);
        Participant entered = school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programme,
                        role,
                        PersonDetails.named(name, "Пример", null, null),
                        details.asAConsentNeeds(role)));
        waiting.put(entered.id(), details);
        return entered;
    }

    /** What is entered of people as soon as they have consented. */
    private final Map<Long, ParticipantDetails> waiting = new HashMap<>();

    private static ParticipantDetails details(ParticipantRole role, ParticipantCategory category, int capacity) {
        return ParticipantDetails.of(role, category, null)
                .copy()
                .capacity(capacity)
                .topics(List.of(Topic.of(TopicKind.INTEREST, "Шахматы")))
                .done();
    }

    /** The mentor has room for so many from now on. */
    void makeRoom(Participant mentor, int capacity) {
        school.as(Role.CURATOR, () -> {
            Participant now = registers.visible(mentor.id());
            return registers.change(
                    now.id(),
                    now.person().version(),
                    now.version(),
                    now.person().details(),
                    details(now.role(), now.category(), capacity));
        });
        school.runJobs();
    }

    Participant consenting(Participant participant) {
        sign(participant, ConsentKind.PROCESSING);
        return participant;
    }

    Consent sign(Participant participant, ConsentKind kind) {
        Set<Signer> signers =
                participant.category().mayBeMinor() ? Set.of(Signer.SELF, Signer.REPRESENTATIVE) : Set.of(Signer.SELF);
        Consent consent =
                school.as(Role.CURATOR, () -> consents.register(participant.id(), kind, LocalDate.now(clock), signers));
        if (kind == ConsentKind.PROCESSING && waiting.containsKey(participant.id())) {
            school.as(Role.CURATOR, () -> Cards.fill(registers, participant.id(), waiting.remove(participant.id())));
        }
        school.runJobs();
        return consent;
    }

    void withdraw(Participant participant) {
        school.as(Role.CURATOR, () -> {
            Consent consent = consents.of(participant.person().id()).get(0);
            return consents.withdraw(consent.id(), null);
        });
        school.runJobs();
    }

    static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    static EnumSet<MeetingKind> first() {
        return EnumSet.of(MeetingKind.ORGANISATIONAL, MeetingKind.TRIAL, MeetingKind.PLANNING);
    }
}
