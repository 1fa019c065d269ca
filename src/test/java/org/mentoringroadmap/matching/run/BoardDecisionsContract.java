package org.mentoringroadmap.matching.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.matching.ConfirmationResult;
import org.mentoringroadmap.matching.KnownPair;
import org.mentoringroadmap.matching.MatchingTestCase;
import org.mentoringroadmap.matching.PairConstraintView;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.RunState;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.matching.preference.PreferenceAnswer;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.Members;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.person.ErasedNames;
import org.mentoringroadmap.person.PersonAnonymised;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What decisions promise, on whichever database the subclass brings: all or nothing, and nobody who may not. */
abstract class BoardDecisionsContract extends MatchingTestCase {
    @Autowired
    private Mentorships mentorships;

    @Autowired
    private MentorshipManagement management;

    @Autowired
    private MemberDirectory memberDirectory;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void aConfirmedRunIsPairsAndGroups() {
        Participant alone = mentee().likes("шахматы").enter();
        mentee().likes("бег").enter();
        mentee().likes("бег").enter();
        Participant chess = mentor().likes("шахматы").enter();
        Participant runner = mentor().likes("бег").takes(2).enter();
        mentee().likes("бег").enter();
        RunSummary run = propose();

        ConfirmationResult confirmed = curator(() -> runs.confirm(run.id(), Set.of(runner.id(), chess.id())));

        assertThat(confirmed.pairs()).isEqualTo(1);
        assertThat(confirmed.groups()).isEqualTo(1);
        assertThat(confirmed.left()).isEqualTo(1);
        List<Mentorship> formed = mentorships.of(programmeId);
        assertThat(formed).extracting(Mentorship::id).containsExactlyInAnyOrderElementsOf(confirmed.pairIds());
        Mentorship pair = formed.get(0);
        assertThat(pair.code()).isEqualTo("П-001");
        assertThat(pair.form()).contains(MentoringForm.PUPIL_PUPIL);
        assertThat(pair.basis().orElseThrow())
                .startsWith("Подбор № 1, правила 1/")
                .contains("Общие интересы: шахматы");
        Members members = memberDirectory.of(school.id(), List.of(pair.id())).get(pair.id());
        assertThat(members.mentor().orElseThrow().participantId()).isEqualTo(chess.id());
        assertThat(members.mentees())
                .extracting(Members.NamedMember::participantId)
                .containsExactly(alone.id());
        assertThat(formed.get(1).kind()).isEqualTo(Mentorship.Kind.GROUP);
        assertThat(formed.get(1).mentees()).isEqualTo(2);
        assertThat(curator(() -> registers.visible(chess.id()).status())).isEqualTo(ParticipantStatus.MATCHED);
        assertThat(jdbc.sql("select count(*) from matching_proposal where run_id = ? and pair_id is not null")
                        .param(run.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(curator(() -> runs.get(run.id())).state()).isEqualTo(RunState.CONFIRMED);
        refused("matching.confirmed", () -> runs.confirm(run.id(), Set.of()));
        assertThat(mentorships.of(programmeId)).hasSize(2);

        RunSummary next = propose();
        assertThat(next.matched()).isZero();
        assertThat(next.unmatched()).isEqualTo(1);
    }

    @Test
    void aConsentWithdrawnMeanwhileStopsEverything() {
        Participant leaving = mentee().withoutConsent().enter();
        Long consent = curator(() -> consent(leaving));
        mentee().enter();
        mentor().takes(2).enter();
        RunSummary run = propose();
        assertThat(run.matched()).isEqualTo(2);
        curator(() -> consents.withdraw(consent, null));

        String told = refused("matching.changed", () -> runs.confirm(run.id(), Set.of()));

        assertThat(told).startsWith("«" + leaving.person().fullName() + "» нельзя принять: не участвует");
        nothingIsFormed(run);
        RunSummary again = curator(() -> runs.rerun(run.id()));
        assertThat(curator(() -> runs.confirm(again.id(), Set.of())).pairs()).isEqualTo(1);
    }

    @Test
    void placesTakenMeanwhileStopEverything() {
        Participant mentee = mentee().enter();
        mentee().enter();
        Participant mentor = mentor().takes(2).enter();
        RunSummary run = propose();
        curator(() -> {
            Participant now = registers.visible(mentor.id());
            registers.change(
                    mentor.id(),
                    now.person().version(),
                    now.version(),
                    now.person().details(),
                    ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.PUPIL, null));
        });

        assertThat(refused("matching.changed", () -> runs.confirm(run.id(), Set.of())))
                .isEqualTo("«" + mentor.person().fullName() + "»: мест 1, занято 0, предложено ещё 2.");
        nothingIsFormed(run);

        curator(() -> runs.known(programmeId, List.of(new KnownPair(mentor.id(), List.of(mentee.id()), false))));
        assertThat(refused("matching.changed", () -> runs.confirm(run.id(), Set.of())))
                .contains("«" + mentee.person().fullName() + "» уже стоит в паре.", "занято 1, предложено ещё 2");
    }

    @Test
    void vetoesRefusalsAndLocksMadeSinceStopEverything() {
        Participant first = mentee().enter();
        Participant second = mentee().enter();
        Participant third = mentee().enter();
        Participant mentor = mentor().takes(3).enter();
        Participant other = mentor().likes("другое").takes(1).enter();
        RunSummary run = propose();
        Participant free = List.of(first, second, third).stream()
                .filter(one -> mentorOf(run, one).equals(mentor.id()))
                .findFirst()
                .orElseThrow();
        as(Role.PSYCHOLOGIST, () -> runs.veto(run.id(), free.id(), mentor.id(), "Нельзя вместе"));
        assertThat(refused("matching.changed", () -> runs.confirm(run.id(), Set.of())))
                .isEqualTo("Пара «" + free.person().fullName() + "» и «"
                        + mentor.person().fullName() + "» запрещена.");
        curator(() -> runs.unveto(run.id(), free.id(), mentor.id()));
        curator(() -> runs.lock(run.id(), free.id(), other.id(), "Так решили"));
        assertThat(refused("matching.changed", () -> runs.confirm(run.id(), Set.of())))
                .contains("Закреплённая пара «" + free.person().fullName());
        curator(() -> runs.unlock(run.id(), free.id(), other.id()));
        curator(() -> preferences.save(programmeId, free.id(), List.of(), Set.of(mentor.id())));
        assertThat(refused("matching.changed", () -> runs.confirm(run.id(), Set.of())))
                .contains("один отказался");
        nothingIsFormed(run);
        RunSummary newer = curator(() -> runs.rerun(run.id()));
        curator(() -> preferences.save(programmeId, free.id(), List.of(), Set.of()));
        refused("matching.outdated", () -> runs.confirm(run.id(), Set.of()));
        assertThat(curator(() -> runs.confirm(newer.id(), Set.of())).left()).isZero();
    }

    @Test
    void twoCuratorsConfirmAtOnce() throws Exception {
        IntStream.range(0, 4).forEach(i -> mentee().enter());
        mentor().takes(2).enter();
        mentor().takes(2).enter();
        RunSummary one = propose();
        RunSummary other = school.as(
                Role.DEPUTY,
                () -> runs.propose(programmeId, new RunRequest(Set.of(MentoringForm.PUPIL_PUPIL), Set.of(), false)));
        List<Callable<String>> both = List.of(
                () -> confirm(Role.CURATOR, one),
                () -> confirm(Role.DEPUTY, other),
                () -> confirm(Role.CURATOR, one),
                () -> confirm(Role.DEPUTY, other));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<String> answers = new ArrayList<>();
            for (Future<String> answer : threads.invokeAll(both)) {
                answers.add(answer.get());
            }
            assertThat(answers)
                    .containsExactlyInAnyOrder("4", "matching.confirmed", "matching.changed", "matching.changed");
        } finally {
            threads.shutdownNow();
        }
        assertThat(mentorships.of(programmeId)).hasSize(4);
    }

    private String confirm(Role role, RunSummary run) {
        try {
            return String.valueOf(
                    school.as(role, () -> runs.confirm(run.id(), Set.of())).pairs());
        } catch (ConflictException refused) {
            return refused.code();
        }
    }

    @Test
    void curatorsOfDifferentFormsDoNotStandInEachOthersWay() {
        mentee().enter();
        teacher(ParticipantRole.MENTEE).enter();
        mentor().enter();
        teacher(ParticipantRole.MENTOR).enter();
        RunSummary pupils = curator(
                () -> runs.propose(programmeId, new RunRequest(Set.of(MentoringForm.PUPIL_PUPIL), Set.of(), false)));
        RunSummary teachers = school.as(
                Role.DEPUTY,
                () -> runs.propose(
                        programmeId, new RunRequest(Set.of(MentoringForm.TEACHER_TEACHER), Set.of(), false)));

        assertThat(curator(() -> runs.confirm(pupils.id(), Set.of())).pairs()).isEqualTo(1);
        assertThat(school.as(Role.DEPUTY, () -> runs.confirm(teachers.id(), Set.of()))
                        .pairs())
                .isEqualTo(1);
    }

    @Test
    void whoHasWorkedTogetherIsKnown() {
        Participant mentee = mentee().enter();
        Participant mentor = mentor().enter();
        Participant stranger = mentor().enter();
        curator(() -> runs.known(programmeId, List.of(new KnownPair(mentor.id(), List.of(mentee.id()), false))));
        Mentorship pair = mentorships.of(programmeId).get(0);
        curator(() -> management.end(programmeId, pair.id(), "Разошлись", null, false));

        RunSummary run = propose();

        assertThat(mentorOf(run, mentee)).as("they have parted").isEqualTo(stranger.id());
        assertThat(texts.texts(curator(() -> runs.costOf(run.id(), mentee.id(), mentor.id()))
                        .reasons()))
                .contains("Уже работали вместе, но закончили раньше срока");
    }

    @Test
    void knownPairsGoThroughTheGate() {
        Participant first = mentee().enter();
        Participant second = mentee().enter();
        Participant third = mentee().enter();
        Participant unsigned = mentee().withoutConsent().enter();
        Participant small = mentor().enter();
        Participant large = mentor().takes(2).enter();

        assertThat(refused(
                        "matching.changed",
                        () -> runs.known(
                                programmeId,
                                List.of(new KnownPair(small.id(), List.of(unsigned.id(), first.id()), false)))))
                .contains("нет согласия", "мест 1, занято 0, предложено ещё 2");
        assertThat(mentorships.of(programmeId)).isEmpty();
        input("matching.known-empty", List.of(new KnownPair(null, List.of(), false)));
        input("matching.known-half", List.of(new KnownPair(small.id(), List.of(), false)));
        input(
                "matching.known-twice",
                List.of(
                        new KnownPair(small.id(), List.of(first.id()), false),
                        new KnownPair(large.id(), List.of(first.id()), false)));
        assertThatThrownBy(() -> curator(() ->
                        runs.known(programmeId, List.of(new KnownPair(first.id(), List.of(small.id()), false)))))
                .isInstanceOf(NotFoundException.class);

        ConfirmationResult confirmed = curator(() -> runs.known(
                programmeId,
                List.of(
                        new KnownPair(small.id(), List.of(first.id()), false),
                        new KnownPair(large.id(), List.of(second.id(), third.id(), third.id()), true))));

        assertThat(confirmed.pairs()).isEqualTo(1);
        assertThat(confirmed.groups()).isEqualTo(1);
        assertThat(mentorships.of(programmeId))
                .allMatch(pair -> pair.form().equals(java.util.Optional.of(MentoringForm.PUPIL_PUPIL)))
                .allMatch(pair -> pair.basis().orElseThrow().equals("Пара известна школе, подбор не проводился."));
    }

    @Test
    void whoIsAnonymisedLeavesNoWordsBehind() {
        Participant mentee = mentee().likes("шахматы").enter();
        Participant mentor = mentor().likes("шахматы").enter();
        RunSummary run = propose();
        curator(() -> runs.veto(run.id(), mentee.id(), mentor.id(), "Ссорились"));
        curator(() -> preferences.save(programmeId, mentor.id(), List.of(mentee.id()), Set.of()));
        curator(() -> preferences.save(programmeId, mentee.id(), List.of(mentor.id()), Set.of()));

        transaction.executeWithoutResult(status -> events.publishEvent(
                new PersonAnonymised(mentee.person().id(), school.id(), ErasedNames.of(List.of(), name -> false))));

        assertThat(pairOf(run, mentee).reasons()).isEmpty();
        assertThat(board(run).marks()).extracting(PairConstraintView::reason).containsExactly("");
        assertThat(curator(() -> preferences.entered(programmeId, mentee.id()))).isEqualTo(PreferenceAnswer.NOTHING);
        assertThat(curator(() -> preferences.entered(programmeId, mentor.id())).ranked())
                .isEmpty();
    }

    private void input(String code, List<KnownPair> pairs) {
        assertThatThrownBy(() -> curator(() -> runs.known(programmeId, pairs)))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private void nothingIsFormed(RunSummary run) {
        assertThat(mentorships.of(programmeId)).isEmpty();
        assertThat(curator(() -> runs.get(run.id())).state()).isEqualTo(RunState.PROPOSED);
        assertThat(jdbc.sql("select count(*) from admission a join participant p on p.id = a.participant_id"
                                + " where p.programme_id = ? and a.purpose = 'MATCHING'")
                        .param(programmeId)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** What a refusal tells. */
    private String refused(String code, java.util.function.Supplier<?> decision) {
        List<String> told = new ArrayList<>();
        assertThatThrownBy(() -> curator(() -> decision.get()))
                .isInstanceOfSatisfying(ConflictException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    told.add(refused.arguments().length == 0 ? "" : String.valueOf(refused.arguments()[0]));
                });
        return told.get(0);
    }
}
