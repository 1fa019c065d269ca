package org.mentoringroadmap.matching.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.matching.KnownPair;
import org.mentoringroadmap.matching.MatchingTestCase;
import org.mentoringroadmap.matching.PairConstraintView;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.RunState;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.matching.policy.Inputs;
import org.mentoringroadmap.matching.policy.MatchingPolicy;
import org.mentoringroadmap.matching.preference.PreferenceAnswer;
import org.mentoringroadmap.matching.preference.PreferenceCounts;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.register.PersonDataExport;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What proposals promise, on whichever database the subclass brings. */
abstract class MatchingRunsContract extends MatchingTestCase {
    private static final long PATIENCE = 300;

    @Autowired
    private MatchingTasks tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PersonDataExport personData;

    @Autowired
    private InputReader reader;

    @Autowired
    private PairMatrices matrices;

    @Autowired
    private RunStore store;

    @Autowired
    private ProgrammeLock lock;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void theBestPairsAreProposedAndSayWhyInWords() {
        Participant player = mentee().likes("Шахматы", "Бег").comes(3, 14, 17).enter();
        Participant singer = mentee().likes("Пение").enter();
        Participant chess = mentor().likes("шахматы").comes(3, 15, 18).enter();
        Participant song = mentor().likes("пение").enter();

        RunSummary run = propose();

        assertThat(run.matched()).isEqualTo(2);
        assertThat(run.unmatched()).isZero();
        assertThat(run.optimal()).isTrue();
        assertThat(run.state()).isEqualTo(RunState.PROPOSED);
        assertThat(run.policyVersion()).startsWith("1/");
        assertThat(run.by()).isEqualTo(school.login(Role.CURATOR));
        assertThat(mentorOf(run, player)).isEqualTo(chess.id());
        assertThat(mentorOf(run, singer)).isEqualTo(song.id());
        ProposedPair pair = pairOf(run, player);
        assertThat(texts.texts(pair.reasons()))
                .contains(
                        "Общие интересы: Шахматы",
                        "Есть общий час: среда 15:00–17:00",
                        "Форма наставничества: Ученик — ученик");
        assertThat(pair.form()).contains(MentoringForm.PUPIL_PUPIL);
        assertThat(pair.lossIfOther().orElseThrow()).isPositive();
        assertThat(pair.leftIfOther()).isZero();
        assertThat(run.total().doubleValue())
                .isCloseTo(pair.score() + pairOf(run, singer).score(), org.assertj.core.data.Offset.offset(1e-8));
        assertThat(board(run).mentors())
                .extracting(MentorPlace::capacity, MentorPlace::taken, MentorPlace::proposed, MentorPlace::free)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(1, 0, 1, 0));
        assertThat(curator(() -> runs.latest(programmeId)).orElseThrow().id()).isEqualTo(run.id());
    }

    @Test
    void whatIsProposedAddsUpToItsBasis() {
        Participant mentee = mentee().likes("Шахматы").asks("Математика").enter();
        mentor().likes("шахматы").can("математика").enter();
        RunSummary run = propose();

        String basis = jdbc.sql("select basis from matching_proposal where run_id = ? and mentee_id = ?")
                .params(run.id(), mentee.id())
                .query(String.class)
                .single();
        double sum = java.util.regex.Pattern.compile(":([0-9.E-]+)")
                .matcher(basis)
                .results()
                .mapToDouble(part -> Double.parseDouble(part.group(1)))
                .sum();
        assertThat(sum).isCloseTo(pairOf(run, mentee).score(), org.assertj.core.data.Offset.offset(1e-8));
        assertThat(basis).contains("INTERESTS", "REQUESTS").doesNotContain("PREFERENCES");
        assertThat(jdbc.sql("select count(*) from matching_run_rule where run_id = ?")
                        .param(run.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(MatchingPolicy.Rule.values().length);
    }

    @Test
    void whoeverIsLeftIsToldWhy() {
        List<Participant> pupils =
                IntStream.range(0, 3).mapToObj(i -> mentee().enter()).toList();
        Participant young = teacher(ParticipantRole.MENTEE).enter();
        mentor().takes(2).enter();

        RunSummary run = propose();

        assertThat(run.matched()).isEqualTo(2);
        assertThat(run.unmatched()).isEqualTo(2);
        assertThat(pupils.stream().flatMap(pupil -> whyLeft(run, pupil).stream()))
                .containsExactly("У подходящих наставников не хватает мест: мест 2, наставляемых на них 3");
        assertThat(whyLeft(run, young)).containsExactly("Нет общей формы наставничества: наставников 1 из 1");
    }

    @Test
    void nobodyToMatchIsNoError() {
        assertThat(propose().matched()).isZero();
        Participant mentee = mentee().enter();
        assertThat(whyLeft(propose(), mentee))
                .containsExactly("Пока нет ни одного наставника, которого можно предложить");
        mentor().takes(0).enter();
        RunSummary run = propose();
        assertThat(whyLeft(run, mentee)).containsExactly("У подходящих наставников (их 1) нет свободных мест");
        assertThatThrownBy(() -> curator(() -> runs.confirm(run.id(), Set.of())))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo("matching.empty"));
    }

    @Test
    void onlyWhoeverHasConsentedIsSeen() {
        Participant mentee = mentee().enter();
        mentee().withoutConsent().enter();
        Participant mentor = teacher(ParticipantRole.MENTOR).takes(2).enter();
        teacher(ParticipantRole.MENTOR).withoutConsent().enter();

        RunSummary run = propose();

        assertThat(run.matched() + run.unmatched()).isEqualTo(1);
        assertThat(mentorOf(run, mentee)).as("duties are asked for later").isEqualTo(mentor.id());
        assertThat(board(run).mentors()).hasSize(1);
    }

    @Test
    void rulesOfPupils() {
        Long fifth = school.addClass("5А");
        Long eighth = school.addClass("8Б");
        Participant mentee =
                mentee().of(fifth).aged(11).as(RoleModel.LEADER_PASSIVE).enter();
        Participant peer = mentor().of(fifth).enter();
        Participant above =
                mentor().of(eighth).wishes(10, 12).as(RoleModel.LEADER_PASSIVE).enter();
        Participant other = mentor().of(eighth).as(RoleModel.ADAPTED_NEWCOMER).enter();

        RunSummary run = propose();

        assertThat(mentorOf(run, mentee)).isEqualTo(above.id());
        assertThat(texts.texts(pairOf(run, mentee).reasons()))
                .contains(
                        "Наставник старше на три класса",
                        "Возраст такой, с каким хотел работать наставник",
                        "Роли в паре подходят обоим");
        HandPairCost withOther = curator(() -> runs.costOf(run.id(), mentee.id(), other.id()));
        assertThat(withOther.possible()).isFalse();
        assertThat(texts.texts(withOther.reasons())).containsExactly("Роли в паре не подходят");
        HandPairCost withPeer = curator(() -> runs.costOf(run.id(), mentee.id(), peer.id()));
        assertThat(withPeer.possible()).isTrue();
        assertThat(withPeer.total()).isPositive();
        assertThat(withPeer.left()).isZero();
        assertThat(curator(() -> runs.costOf(run.id(), mentee.id(), above.id())).total())
                .isEqualByComparingTo(BigDecimal.ZERO);
    }

    @Test
    void trainedMentorsComeFirst() {
        Participant mentee = mentee().enter();
        mentor().enter();
        Participant trained = mentor().enter();
        curator(() -> {
            registers.changeStatus(trained.id(), ParticipantStatus.TRAINED, null);
            registers.changeStatus(trained.id(), ParticipantStatus.SELECTED, null);
        });

        RunSummary run = propose();

        assertThat(mentorOf(run, mentee)).isEqualTo(trained.id());
        assertThat(texts.texts(pairOf(run, mentee).reasons())).contains("Наставник прошёл обучение");
    }

    @Test
    void curatorsHaveTheirOwnFormsAndClasses() {
        Long fifth = school.addClass("5А");
        Participant pupil = mentee().of(fifth).enter();
        mentee().enter();
        Participant colleague = teacher(ParticipantRole.MENTEE).enter();
        teacher(ParticipantRole.MENTOR).takes(5).enter();

        RunSummary ofClass = curator(() -> runs.propose(programmeId, new RunRequest(Set.of(), Set.of(fifth), false)));
        RunSummary ofForm = school.as(
                Role.DEPUTY,
                () -> runs.propose(
                        programmeId, new RunRequest(Set.of(MentoringForm.TEACHER_TEACHER), Set.of(), false)));

        assertThat(board(ofClass).pairs())
                .extracting(pair -> pair.mentee().id())
                .containsExactly(pupil.id());
        assertThat(board(ofForm).pairs()).extracting(pair -> pair.mentee().id()).containsExactly(colleague.id());
        assertThat(curator(() -> runs.get(ofClass.id())).state())
                .as("another scope takes nothing away")
                .isEqualTo(RunState.PROPOSED);
        RunSummary again = curator(() -> runs.rerun(ofClass.id()));
        assertThat(again.scope()).isEqualTo(ofClass.scope());
        assertThat(again.number()).isEqualTo(3);
        assertThat(curator(() -> runs.get(ofClass.id())).state()).isEqualTo(RunState.OUTDATED);
        assertThat(curator(() -> runs.history(programmeId)))
                .extracting(RunSummary::number)
                .containsExactly(3, 2, 1);
        assertThat(curator(() -> runs.history(programmeId, 0)).getTotalElements())
                .isEqualTo(3);
    }

    @Test
    void locksVetoesAndAdviceShapeTheNextRun() {
        Participant first = mentee().likes("шахматы").enter();
        Participant second = mentee().likes("бег").enter();
        Participant chess = mentor().likes("шахматы").enter();
        Participant run1 = mentor().likes("бег").enter();
        RunSummary run = propose();
        assertThat(mentorOf(run, first)).isEqualTo(chess.id());

        curator(() -> runs.lock(run.id(), first.id(), run1.id(), null));
        RunSummary locked = curator(() -> runs.rerun(run.id()));
        assertThat(mentorOf(locked, first)).isEqualTo(run1.id());
        assertThat(pairOf(locked, first).locked()).isTrue();
        assertThat(pairOf(locked, first).lossIfOther()).isEmpty();
        assertThat(mentorOf(locked, second)).isEqualTo(chess.id());
        assertThat(board(locked).marks())
                .extracting(PairConstraintView::kind)
                .containsExactly(PairConstraintView.Kind.LOCK);
        assertThatThrownBy(() -> curator(() -> runs.lock(locked.id(), second.id(), run1.id(), null)))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo("matching.lock-room"));
        HandPairCost cost = curator(() -> runs.costOf(locked.id(), second.id(), run1.id()));
        assertThat(cost.possible()).isFalse();

        as(Role.PSYCHOLOGIST, () -> runs.veto(locked.id(), first.id(), run1.id(), "Конфликт в прошлом году"));
        RunSummary forbidden = curator(() -> runs.rerun(locked.id()));
        assertThat(mentorOf(forbidden, first)).isEqualTo(chess.id());
        assertThatThrownBy(() -> curator(() -> runs.lock(run.id(), first.id(), run1.id(), null)))
                .isInstanceOfSatisfying(ConflictException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("matching.lock-forbidden");
                    assertThat(refused.arguments()).containsExactly("Пара запрещена куратором или психологом");
                });
        curator(() -> runs.veto(run.id(), first.id(), chess.id(), "Одна семья"));
        assertThat(whyLeft(curator(() -> runs.rerun(run.id())), first))
                .containsExactly("Пару запретили куратор или психолог: наставников 2 из 2");
        as(Role.PSYCHOLOGIST, () -> runs.unveto(run.id(), first.id(), run1.id()));
        assertThat(mentorOf(curator(() -> runs.rerun(run.id())), first)).isEqualTo(run1.id());

        as(Role.PSYCHOLOGIST, () -> runs.advise(run.id(), first.id(), run1.id(), null));
        assertThat(texts.texts(
                        pairOf(curator(() -> runs.rerun(run.id())), first).reasons()))
                .contains("Пару советует психолог");
        assertThatThrownBy(() -> curator(() -> runs.veto(run.id(), first.id(), run1.id(), " ")))
                .isInstanceOf(UserInputException.class);
    }

    /** The paper of the row is the same before and after the pairs are formed, and says what the run has proposed. */
    @Test
    void theMatrixSetsEverybodyBesideEverybody() {
        Participant player = mentee().likes("шахматы").enter();
        Participant young = teacher(ParticipantRole.MENTEE).enter();
        Participant chess = mentor().likes("шахматы").enter();
        Participant song = mentor().likes("пение").enter();
        mentor().withoutConsent().enter();
        RunSummary run = propose();

        PairMatrix matrix = curator(() -> matrices.of(run.id()));

        assertThat(matrix.run().number()).isEqualTo(run.number());
        assertThat(matrix.mentors()).extracting(Participant::id).containsExactly(chess.id(), song.id());
        assertThat(matrix.rows())
                .extracting(row -> row.mentee().id(), PairMatrix.Row::proposed)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(player.id(), Optional.of(0)),
                        org.assertj.core.groups.Tuple.tuple(young.id(), Optional.empty()));
        PairMatrix.Row first = matrix.rows().get(0);
        assertThat(first.fits().get(0)).hasValue(pairOf(run, player).score());
        assertThat(first.fits().get(1).orElseThrow())
                .isLessThan(first.fits().get(0).orElseThrow())
                .isCloseTo(
                        curator(() -> runs.costOf(run.id(), player.id(), song.id()))
                                .score(),
                        org.assertj.core.data.Offset.offset(1e-8));
        assertThat(matrix.rows().get(1).fits()).as("no form in common").allMatch(OptionalDouble::isEmpty);

        curator(() -> runs.confirm(run.id(), Set.of()));

        assertThat(curator(() -> matrices.of(run.id())).rows().get(0).fits()).isEqualTo(first.fits());
        RunSummary next = propose();
        assertThat(curator(() -> matrices.of(next.id())).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.mentee().id()).isEqualTo(young.id()));
    }

    @Test
    void aMatrixWithoutAnybodySaysSo() {
        Participant mentee = mentee().enter();
        mentor().enter();
        RunSummary run = propose();
        curator(() -> registers.changeStatus(mentee.id(), ParticipantStatus.LEFT, "Переехал"));

        assertThatThrownBy(() -> curator(() -> matrices.of(run.id())))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo("matching.matrix-empty"));
    }

    @Test
    void theMatrixOfARunWhosePlaceAnotherOneHasTakenIsNotMadeUp() {
        mentee().enter();
        mentor().enter();
        RunSummary run = propose();
        propose();

        assertThatThrownBy(() -> curator(() -> matrices.of(run.id())))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        refused -> assertThat(refused.code()).isEqualTo("matching.thinned"));
        assertThatThrownBy(() -> as(Role.CLASS_TEACHER, () -> matrices.of(run.id())))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aLockThatHasBecomeImpossibleHoldsNobodyUp() {
        Participant mentee = mentee().enter();
        Participant wanted = mentor().enter();
        Participant other = mentor().enter();
        RunSummary run = propose();
        curator(() -> runs.lock(run.id(), mentee.id(), wanted.id(), null));
        curator(() -> registers.changeStatus(wanted.id(), ParticipantStatus.LEFT, "Переехал"));

        RunSummary again = curator(() -> runs.rerun(run.id()));

        assertThat(mentorOf(again, mentee)).isEqualTo(other.id());
        assertThat(texts.texts(pairOf(again, mentee).reasons()).get(0))
                .isEqualTo("Куратор выбирал другую пару, но теперь она невозможна");
        assertThat(curator(() -> runs.confirm(again.id(), Set.of())).pairs()).isEqualTo(1);
    }

    @Test
    void theSecondPassWeighsWhatBothSidesSaid() {
        Participant first = mentee().likes("шахматы").enter();
        Participant second = mentee().likes("шахматы").enter();
        Participant chess = mentor().likes("шахматы").enter();
        Participant drums = mentor().likes("барабаны").enter();
        RunSummary paper = propose();
        Participant withDrums = mentorOf(paper, first).equals(drums.id()) ? first : second;
        Participant withChess = withDrums == first ? second : first;

        curator(() -> {
            preferences.save(programmeId, withDrums.id(), List.of(chess.id(), drums.id()), Set.of());
            preferences.save(programmeId, withChess.id(), List.of(drums.id()), Set.of());
            preferences.save(programmeId, chess.id(), List.of(withDrums.id()), Set.of());
        });
        RunSummary wishes = curator(() -> runs.rerun(paper.id(), true));

        assertThat(mentorOf(wishes, withDrums)).isEqualTo(chess.id());
        assertThat(mentorOf(wishes, withChess)).isEqualTo(drums.id());
        assertThat(texts.texts(pairOf(wishes, withDrums).reasons())).contains("Назвали друг друга после встречи");
        assertThat(texts.texts(pairOf(wishes, withChess).reasons()))
                .contains("Наставляемый назвал этого наставника после встречи");
        assertThat(wishes.blockingPairs()).isZero();
        assertThat(wishes.scope().preferences()).isTrue();

        curator(() -> preferences.save(programmeId, drums.id(), List.of(), Set.of(first.id(), second.id())));
        RunSummary refused = curator(() -> runs.rerun(wishes.id()));
        assertThat(refused.matched()).isEqualTo(1);
        assertThat(refused.unmatched()).isEqualTo(1);
    }

    @Test
    void preferencesAreCheckedAndCounted() {
        Participant mentee = mentee().enter();
        Participant other = mentee().enter();
        Participant mentor = mentor().enter();

        assertThat(curator(() -> preferences.entered(programmeId, mentee.id()))).isEqualTo(PreferenceAnswer.NOTHING);
        curator(() -> preferences.save(programmeId, mentee.id(), List.of(mentor.id()), Set.of()));
        curator(() -> preferences.save(programmeId, mentee.id(), List.of(), Set.of(mentor.id())));

        assertThat(curator(() -> preferences.entered(programmeId, mentee.id())))
                .isEqualTo(new PreferenceAnswer(true, List.of(), Set.of(mentor.id())));
        PreferenceCounts counts = curator(() -> preferences.counts(programmeId));
        assertThat(counts.menteesAnswered()).containsExactly(mentee.id());
        assertThat(counts.menteesMissing()).containsExactly(other.id());
        assertThat(counts.mentorsMissing()).containsExactly(mentor.id());
        assertThat(counts.complete()).isFalse();
        assertThatThrownBy(() -> curator(
                        () -> preferences.save(programmeId, mentee.id(), List.of(mentor.id()), Set.of(mentor.id()))))
                .isInstanceOf(UserInputException.class);
        assertThatThrownBy(() -> curator(
                        () -> preferences.save(programmeId, mentee.id(), List.of(mentor.id(), mentor.id()), Set.of())))
                .isInstanceOf(UserInputException.class);
        assertThatThrownBy(() ->
                        curator(() -> preferences.save(programmeId, mentee.id(), List.of(1L, 2L, 3L, 4L), Set.of())))
                .isInstanceOf(UserInputException.class);
        assertThatThrownBy(
                        () -> curator(() -> preferences.save(programmeId, mentee.id(), List.of(other.id()), Set.of())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(
                        Role.PSYCHOLOGIST,
                        () -> preferences.save(programmeId, mentee.id(), List.of(mentor.id()), Set.of())))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aClassIsSavedWholeOrNotAtAll() {
        Participant first = mentee().enter();
        Participant second = mentee().enter();
        Participant mentor = mentor().enter();
        PreferenceAnswer fine = new PreferenceAnswer(true, List.of(mentor.id()), Set.of());
        PreferenceAnswer both = new PreferenceAnswer(true, List.of(mentor.id()), Set.of(mentor.id()));
        Map<Long, PreferenceAnswer> said = new LinkedHashMap<>();
        said.put(first.id(), fine);
        said.put(second.id(), both);

        assertThatThrownBy(() -> curator(() -> preferences.save(programmeId, said)))
                .isInstanceOf(UserInputException.class);
        assertThat(curator(() -> preferences.entered(programmeId, first.id()))).isEqualTo(PreferenceAnswer.NOTHING);

        said.put(second.id(), fine);
        curator(() -> preferences.save(programmeId, said));
        assertThat(curator(() -> preferences.entered(programmeId, List.of(first.id(), second.id()))))
                .hasSize(2)
                .allSatisfy((from, entered) -> assertThat(entered.ranked()).containsExactly(mentor.id()));
    }

    @Test
    void whatIsKeptOfAPersonIsHandedOutWithoutTheOthers() {
        Participant mentee = mentee().enter();
        Participant left = mentee().enter();
        Participant mentor = mentor().enter();
        curator(() -> preferences.save(programmeId, mentee.id(), List.of(mentor.id()), Set.of()));
        RunSummary run = propose();
        curator(() -> runs.lock(run.id(), mentee.id(), mentor.id(), "Живут рядом"));
        RunSummary again = curator(() -> runs.rerun(run.id()));

        assertThat(kept(mentee))
                .startsWith("matching.kept.answer [1, 0]")
                .contains("matching.kept.mark.LOCK [Живут рядом]")
                .anyMatch(line -> line.startsWith("matching.kept.proposed [2, "))
                .as("the first run is outdated, its proposals are kept no longer")
                .hasSize(3)
                .noneMatch(line -> line.contains(mentor.person().fullName()));
        assertThat(kept(left)).anyMatch(line -> line.startsWith("matching.kept.left [2, "));
        assertThat(kept(mentor))
                .as("what the mentee answered is the mentee's")
                .noneMatch(line -> line.contains("answer"))
                .contains("matching.kept.mark.LOCK [Живут рядом]");
        assertThat(again.number()).isEqualTo(2);
    }

    /** As a person gets it on request. */
    private List<String> kept(Participant participant) {
        return curator(() -> personData.of(participant.id())).participations().stream()
                .flatMap(part -> part.matching().stream())
                .map(entry -> entry.text() + " " + entry.arguments())
                .toList();
    }

    @Test
    void whoMayDoWhat() {
        Participant mentee = mentee().enter();
        Participant mentor = mentor().enter();
        RunSummary run = propose();

        for (Role role : List.of(Role.DIRECTOR, Role.PSYCHOLOGIST)) {
            assertThat(school.as(role, () -> runs.board(run.id())).pairs()).hasSize(1);
            assertThatThrownBy(() -> school.as(role, () -> runs.propose(programmeId, RunRequest.EVERYBODY)))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> as(role, () -> runs.lock(run.id(), mentee.id(), mentor.id(), null)))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> school.as(role, () -> runs.confirm(run.id(), Set.of())))
                    .isInstanceOf(ForbiddenException.class);
        }
        assertThatThrownBy(() -> as(Role.DIRECTOR, () -> runs.veto(run.id(), mentee.id(), mentor.id(), "Нет")))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> school.as(Role.CLASS_TEACHER, () -> runs.board(run.id())))
                .isInstanceOf(ForbiddenException.class);
        TestSchool other = schools.create(Role.CURATOR);
        assertThatThrownBy(() -> other.as(Role.CURATOR, () -> runs.board(run.id())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> other.as(Role.CURATOR, () -> runs.confirm(run.id(), Set.of())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> curator(() -> runs.board(-1L))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> curator(() -> runs.lock(run.id(), mentor.id(), mentee.id(), null)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void secretsAreNeverLookedAt() {
        String secret = "состоит на учёте";
        Participant mentee = mentee().difficult(secret).enter();
        mentor().likes(secret).can(secret).enter();

        RunSummary run = propose();

        assertThat(String.join(" ", texts.texts(pairOf(run, mentee).reasons()))).doesNotContain(secret);
        assertThat(jdbc.sql("select reasons || basis from matching_proposal where run_id = ?")
                        .param(run.id())
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
    }

    @Test
    void processesGetMentorsForThoseWhoWait() {
        Participant first = mentee().likes("шахматы").enter();
        Participant second = mentee().likes("бег").enter();
        Participant chess = mentor().likes("шахматы").enter();

        var suggested = asNobody(() -> tasks.suggest(programmeId, List.of(first.id(), second.id())));

        assertThat(suggested).containsOnlyKeys(first.id());
        assertThat(suggested.get(first.id()).mentorId()).isEqualTo(chess.id());
        assertThat(texts.texts(suggested.get(first.id()).reasons())).contains("Общие интересы: шахматы");
        assertThat(asNobody(() -> tasks.suggest(programmeId, List.of(second.id()))))
                .containsOnlyKeys(second.id());
        assertThat(asNobody(() -> tasks.possible(programmeId, second.id(), chess.id())))
                .isTrue();
        curator(() -> runs.forbid(programmeId, second.id(), chess.id(), "Не хотят"));
        assertThat(asNobody(() -> tasks.possible(programmeId, second.id(), chess.id())))
                .isFalse();
        assertThat(asNobody(() -> tasks.suggest(programmeId, List.of(second.id()))))
                .isEmpty();
        assertThat(asNobody(() -> tasks.propose(programmeId, true)).matched()).isEqualTo(1);
        assertThat(asNobody(() -> tasks.latest(programmeId))).isPresent();
    }

    @Test
    void nobodyWaitsWhileARunIsComputedAndWhatChangesMeanwhileIsTold() throws Exception {
        Participant mentee = mentee().enter();
        Participant mentor = mentor().enter();
        CountDownLatch computing = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        RunMaker slow = new RunMaker(
                reader,
                new Matcher() {
                    @Override
                    public Solution match(Long programme, Inputs inputs) {
                        computing.countDown();
                        await(goOn);
                        return super.match(programme, inputs);
                    }
                },
                store);
        Programme programme = curator(() -> programmes.visible(programmeId));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<RunSummary> run = threads.submit(() -> curator(() -> slow.make(programme, RunRequest.EVERYBODY)));
            await(computing);
            Future<Participant> writer = threads.submit(() -> {
                curator(() -> preferences.save(programmeId, mentee.id(), List.of(mentor.id()), Set.of()));
                return mentee().enter();
            });
            Participant late = writer.get(PATIENCE, TimeUnit.SECONDS);
            assertThat(run).as("still computed").isNotDone();
            goOn.countDown();

            RunSummary made = run.get(PATIENCE, TimeUnit.SECONDS);
            assertThat(made.changedMeanwhile()).isTrue();
            assertThat(board(made).pairs())
                    .extracting(pair -> pair.mentee().id())
                    .containsExactly(mentee.id());
            RunSummary again = curator(() -> runs.rerun(made.id()));
            assertThat(again.changedMeanwhile()).isFalse();
            assertThat(again.matched() + again.unmatched()).isEqualTo(2);
            assertThat(curator(() -> runs.costOf(again.id(), late.id(), mentor.id()))
                            .possible())
                    .isTrue();
        } finally {
            goOn.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void everyChangeOfWhatARunGoesByIsNoticed() {
        Participant mentee = mentee().enter();
        Participant mentor = mentor().takes(2).enter();
        Programme programme = curator(() -> programmes.visible(programmeId));
        Inputs before = reader.read(programme, RunRequest.EVERYBODY);
        assertThat(reader.isUnchanged(programme, before)).isTrue();
        RunSummary run = propose();
        assertThat(reader.isUnchanged(programme, before))
                .as("a run changes nothing")
                .isTrue();

        noticed(programme, () -> runs.veto(run.id(), mentee.id(), mentor.id(), "Нельзя"));
        noticed(programme, () -> runs.unveto(run.id(), mentee.id(), mentor.id()));
        noticed(programme, () -> runs.advise(run.id(), mentee.id(), mentor.id(), null));
        noticed(programme, () -> runs.lock(run.id(), mentee.id(), mentor.id(), null));
        noticed(programme, () -> preferences.save(programmeId, mentor.id(), List.of(), Set.of()));
        noticed(programme, () -> preferences.save(programmeId, mentor.id(), List.of(mentee.id()), Set.of()));
        noticed(programme, () -> {
            Participant now = registers.visible(mentor.id());
            registers.change(
                    mentor.id(),
                    now.person().version(),
                    now.version(),
                    now.person().details(),
                    mentor().likes("пение").takes(2).details());
        });
        noticed(programme, () -> registers.changeStatus(mentor.id(), ParticipantStatus.TRAINED, null));
        noticed(programme, () -> mentor().enter());
        noticed(
                programme,
                () -> runs.known(programmeId, List.of(new KnownPair(mentor.id(), List.of(mentee.id()), false))));
    }

    private void noticed(Programme programme, Runnable change) {
        Inputs before = reader.read(programme, RunRequest.EVERYBODY);
        curator(change);
        assertThat(reader.isUnchanged(programme, before)).isFalse();
    }

    @Test
    void whoDecidesInAProgrammeHoldsUpNobodyWhoEntersPeople() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> second = transaction.execute(status -> {
                lock.acquire(programmeId);
                Future<Participant> person = threads.submit(() -> curator(() -> registers.enter(
                        programmeId,
                        ParticipantRole.MENTEE,
                        PersonDetails.named("Примеров", "Пример", null, null),
                        mentee().details())));
                assertThat(result(person).programmeId()).isEqualTo(programmeId);
                Future<?> taker =
                        threads.submit(() -> transaction.executeWithoutResult(other -> lock.acquire(programmeId)));
                assertThatThrownBy(() -> taker.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
                return taker;
            });
            result(second);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRunThatAnotherHasReplacedKeepsItsFiguresAndWhatWasConfirmedStays() {
        Participant first = mentee().enter();
        mentor().enter();
        RunSummary confirmed = propose();
        curator(() -> runs.confirm(confirmed.id(), Set.of()));
        mentee().enter();
        mentor().enter();
        RunSummary ofForm = curator(
                () -> runs.propose(programmeId, new RunRequest(Set.of(MentoringForm.TEACHER_PUPIL), Set.of(), false)));
        RunSummary replaced = propose();
        assertThat(replaced.matched()).isEqualTo(1);

        RunSummary newest = propose();

        RunSummary old = curator(() -> runs.get(replaced.id()));
        assertThat(old.thinned()).isTrue();
        assertThat(old)
                .usingRecursiveComparison()
                .ignoringFields("state", "thinned")
                .isEqualTo(replaced);
        Board board = board(old);
        assertThat(board.pairs()).isEmpty();
        assertThat(board.left()).isEmpty();
        assertThat(board.mentors()).isEmpty();
        assertThatThrownBy(() -> curator(() -> runs.confirm(old.id(), Set.of())))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo("matching.outdated"));
        assertThat(curator(() -> runs.rerun(old.id())).matched()).isEqualTo(1);
        assertThat(board(confirmed).pairs())
                .extracting(pair -> pair.mentee().id())
                .containsExactly(first.id());
        assertThat(curator(() -> runs.get(confirmed.id())).thinned()).isFalse();
        assertThat(curator(() -> runs.get(ofForm.id())).thinned())
                .as("another scope still waits")
                .isFalse();
        assertThat(board(ofForm).left()).hasSize(1);
        assertThat(curator(() -> runs.get(newest.id())).thinned()).isTrue();
    }

    private <T> T asNobody(java.util.function.Supplier<T> what) {
        return school.as(null, List.of(), what);
    }
}
