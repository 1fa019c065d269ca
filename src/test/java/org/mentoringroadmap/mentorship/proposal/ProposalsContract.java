package org.mentoringroadmap.mentorship.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.search.MentorSearch;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.ErasedNames;
import org.mentoringroadmap.person.PersonAnonymised;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.Cards;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What proposals to those who wait promise, on whichever database the subclass brings. */
abstract class ProposalsContract {
    private static final OutcomeInput DECLINE =
            new OutcomeInput(Outcome.NOT_HELD, null, null, "Живут далеко друг от друга", null);

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private MentorSearches searches;

    @Autowired
    private MentorProposals proposals;

    @Autowired
    private Mentorships mentorships;

    @Autowired
    private MatchingRuns matching;

    @Autowired
    private MentorshipManagement management;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programmeId;
    private int entered;

    @BeforeEach
    void school() {
        school = schools.create(Role.CURATOR);
        programmeId = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
    }

    @Test
    void aSearchHasOneWaitingProposalAtMost() {
        MentorSearch search = searchFor(mentee());
        mentor(1);
        assertThat(waiting(search)).isEqualTo(1);

        assertThatThrownBy(() -> jdbc.sql("insert into mentorship_proposal (version, search_id, mentee_id, mentor_id,"
                                + " score, policy_version, state, waiting, proposed_on, changed_by, changed_at)"
                                + " select 0, search_id, mentee_id, mentor_id, score, policy_version, state, waiting,"
                                + " proposed_on, changed_by, changed_at from mentorship_proposal where search_id = ?")
                        .param(search.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update mentorship_proposal set state = 'DECLINED' where search_id = ?")
                        .param(search.id())
                        .update())
                .as("a refusal without a reason")
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void ofTwoDecisionsAtOnceOneIsTaken() throws Exception {
        MentorSearch search = searchFor(mentee());
        mentor(1);
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (OutcomeInput outcome : List.of(accept(), DECLINE)) {
                answers.add(people.submit(
                        () -> school.as(Role.CURATOR, () -> proposals.decide(programmeId, search.id(), outcome))));
            }
            int refused = 0;
            for (Future<Boolean> answer : answers) {
                try {
                    answer.get();
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(ConflictException.class);
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(1);
        } finally {
            people.shutdown();
        }
        assertThat(waiting(search)).isZero();
        boolean formed = !mentorships.of(programmeId).isEmpty();
        assertThat(searches.get(programmeId, search.id()).state())
                .isEqualTo(formed ? MentorSearch.State.FOUND : MentorSearch.State.SEARCHING);
    }

    @Test
    void anAcceptedProposalIsWithdrawnWithAConsentThatHasGone() {
        Participant mentee = mentee();
        MentorSearch search = searchFor(mentee);
        mentor(1);
        Consent consent = consents.of(mentee.person().id()).get(0);
        jdbc.sql("update consent set withdrawn_on = signed_on where id = ?")
                .param(consent.id())
                .update();

        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> proposals.decide(programmeId, search.id(), accept())))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo("mentorship.member-hindered"));
        assertThat(mentorships.of(programmeId)).isEmpty();
        assertThat(waiting(search)).as("nothing is half done").isEqualTo(1);
    }

    @Test
    void confirmedPairsEndTheSearchesOfTheirMentees() {
        Participant mentee = mentee();
        MentorSearch search = searchFor(mentee);
        Participant mentor = mentor(2);
        school.as(Role.CURATOR, () -> proposals.decide(programmeId, search.id(), DECLINE));
        Participant other = mentor(1);

        school.as(Role.CURATOR, () -> {
            Long run = matching.propose(programmeId, RunRequest.EVERYBODY).id();
            return matching.confirm(run, Set.of());
        });

        assertThat(searches.get(programmeId, search.id()).state()).isEqualTo(MentorSearch.State.FOUND);
        assertThat(waiting(search)).isZero();
        assertThat(mentorships.of(programmeId)).hasSize(1);
        assertThat(List.of(mentor.id(), other.id())).doesNotHaveDuplicates();
    }

    @Test
    void nobodyIsSearchedForTwiceOrInAPair() {
        Participant mentee = mentee();
        searchFor(mentee);
        assertThatThrownBy(() -> searchFor(mentee)).isInstanceOf(ConflictException.class);
        Participant paired = mentee();
        Participant mentor = mentor(5);
        school.as(
                Role.CURATOR,
                () -> management.add(
                        programmeId,
                        new MentorshipManagement.NewMentorship(
                                Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, false),
                        new MemberChoice(mentor.id(), List.of(paired.id()))));
        assertThatThrownBy(() -> searchFor(paired))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo("search.paired"));
    }

    @Test
    void whatIsWrittenAboutAPersonGoesWithThePerson() {
        Participant mentee = mentee();
        MentorSearch search = searchFor(mentee);
        mentor(1);
        school.as(Role.CURATOR, () -> proposals.decide(programmeId, search.id(), DECLINE));
        assertThat(text("reason", search)).contains("далеко");

        transactions.executeWithoutResult(status -> events.publishEvent(
                new PersonAnonymised(mentee.person().id(), school.id(), ErasedNames.of(List.of(), name -> false))));

        assertThat(text("reason", search)).isEqualTo("—");
        assertThat(text("basis", search)).isNull();
    }

    private String text(String column, MentorSearch search) {
        return (String) jdbc.sql("select " + column + " as said from mentorship_proposal where search_id = ?")
                .param(search.id())
                .query()
                .singleRow()
                .get("said");
    }

    private int waiting(MentorSearch search) {
        return jdbc.sql("select count(*) from mentorship_proposal where search_id = ? and waiting = true")
                .param(search.id())
                .query(Integer.class)
                .single();
    }

    private OutcomeInput accept() {
        return new OutcomeInput(Outcome.DONE, LocalDate.now(clock), null, null, null);
    }

    private MentorSearch searchFor(Participant mentee) {
        MentorSearch search = school.as(Role.CURATOR, () -> searches.add(programmeId, false, mentee.id()));
        school.runJobs();
        return search;
    }

    private Participant mentee() {
        return consenting(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, 0);
    }

    private Participant mentor(int capacity) {
        return consenting(ParticipantRole.MENTOR, ParticipantCategory.EMPLOYEE, capacity);
    }

    private Participant consenting(ParticipantRole role, ParticipantCategory category, int capacity) {
        ParticipantDetails details = ParticipantDetails.of(role, category, null)
                .copy()
                .capacity(capacity)
                .done();
        Set<Signer> signers = category.mayBeMinor() ? Set.of(Signer.SELF, Signer.REPRESENTATIVE) : Set.of(Signer.SELF);
        Participant participant = school.as(Role.CURATOR, () -> {
            Participant one = registers.enter(
                    programmeId,
                    role,
                    PersonDetails.named("Примеров", "Номер" + ++entered, null, null),
                    details.asAConsentNeeds(role));
            consents.register(one.id(), ConsentKind.PROCESSING, LocalDate.now(clock), signers);
            return Cards.fill(registers, one.id(), details);
        });
        school.runJobs();
        return participant;
    }
}
