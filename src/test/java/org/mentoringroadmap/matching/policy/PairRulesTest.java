package org.mentoringroadmap.matching.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.matching.MatchingTestCase;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.matching.policy.PairRules.PairScore;
import org.mentoringroadmap.matching.run.InputReader;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Millions of pairs are scored in groups, a few are explained singly: both ways say the same of everybody. */
@ApplicationTest
class PairRulesTest extends MatchingTestCase {
    private static final int PEOPLE = 24;
    private static final long SEED = 7;
    private static final String[] TOPICS = {
        "шахматы", "шахматный турнир", "бег", "английский язык", "немецкий язык", "математика"
    };

    @Autowired
    private InputReader reader;

    private final Random random = new Random(SEED);
    private final List<Participant> mentees = new ArrayList<>();
    private final List<Participant> mentors = new ArrayList<>();

    @Test
    void scoresInGroupsAreThoseOfThePartsThatAreTold() {
        Long fifth = school.addClass("5А");
        Long eighth = school.addClass("8Б");
        for (int i = 0; i < PEOPLE; i++) {
            mentees.add(random(i % 5 == 0 ? teacher(ParticipantRole.MENTEE) : mentee(), fifth, eighth));
            mentors.add(random(i % 4 == 0 ? teacher(ParticipantRole.MENTOR) : mentor(), fifth, eighth));
        }
        curator(this::sayAndDecide);

        for (boolean preferences : List.of(true, false)) {
            for (Set<MentoringForm> forms : List.of(Set.<MentoringForm>of(), Set.of(MentoringForm.TEACHER_PUPIL))) {
                same(new RunRequest(forms, Set.of(), preferences));
            }
        }
    }

    private void same(RunRequest request) {
        Programme programme = curator(() -> programmes.visible(programmeId));
        Inputs inputs = reader.read(programme, request);
        PairRules rules = new PairRules(inputs);
        double[] scores = new double[inputs.mentors().size()];
        int allowed = 0;
        for (int mentee = 0; mentee < inputs.mentees().size(); mentee++) {
            rules.scores(mentee, scores);
            for (int mentor = 0; mentor < scores.length; mentor++) {
                PairScore judgement = rules.judge(mentee, mentor);
                double score = scores[mentor];
                if (judgement.broken().isEmpty()) {
                    allowed++;
                    assertThat(score).isCloseTo(judgement.score(), within(1e-12));
                } else {
                    assertThat(score).as("%s", judgement).isNaN();
                }
            }
        }
        assertThat(allowed)
                .isPositive()
                .isLessThan(inputs.mentees().size() * inputs.mentors().size());
    }

    private Participant random(Newcomer one, Long fifth, Long eighth) {
        one.aged(9 + random.nextInt(8)).takes(1 + random.nextInt(3));
        if (random.nextInt(4) > 0) {
            one.likes(topic());
            one.asks(topic()).can(topic(), topic());
        }
        if (random.nextBoolean()) {
            one.comes(1 + random.nextInt(3), 13 + random.nextInt(2), 15 + random.nextInt(2));
        }
        if (random.nextBoolean()) {
            one.as(RoleModel.values()[random.nextInt(RoleModel.values().length)]);
        }
        if (random.nextInt(3) == 0) {
            one.wishes(10, 12);
        }
        Participant entered = one.of(random.nextBoolean() ? fifth : eighth).enter();
        if (entered.role() == ParticipantRole.MENTOR && random.nextBoolean()) {
            curator(() -> registers.changeStatus(entered.id(), ParticipantStatus.TRAINED, null));
        }
        return entered;
    }

    private String topic() {
        return TOPICS[random.nextInt(TOPICS.length)];
    }

    private void sayAndDecide() {
        RunSummary run = runs.propose(programmeId, RunRequest.EVERYBODY);
        for (int i = 0; i < PEOPLE; i += 2) {
            List<Long> ranked = List.of(other(mentors, i), other(mentors, i + 1));
            preferences.save(programmeId, mentees.get(i).id(), ranked, Set.of(other(mentors, i + 2)));
            preferences.save(programmeId, mentors.get(i).id(), List.of(other(mentees, i + 3)), Set.of());
            runs.veto(run.id(), mentees.get(i).id(), other(mentors, i + 4), "Нельзя вместе");
            runs.advise(run.id(), mentees.get(i).id(), other(mentors, i + 5), null);
        }
    }

    private static Long other(List<Participant> side, int number) {
        return side.get(number % PEOPLE).id();
    }
}
