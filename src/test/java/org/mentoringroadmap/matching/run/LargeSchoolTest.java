package org.mentoringroadmap.matching.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.matching.ConfirmationResult;
import org.mentoringroadmap.matching.MatchingTestCase;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.support.ApplicationTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** A programme as large as they come: a curator waits seconds, not minutes. */
@ApplicationTest
class LargeSchoolTest extends MatchingTestCase {
    private static final Logger LOG = LoggerFactory.getLogger(LargeSchoolTest.class);
    private static final int MENTEES = 300;
    private static final int MENTORS = 100;
    private static final int PLACES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String[] TOPICS = {
        "шахматы",
        "робототехника",
        "бег",
        "математика",
        "физика",
        "пение",
        "рисование",
        "английский язык",
        "театр",
        "биология",
        "фотография",
        "плавание"
    };

    @Autowired
    private Mentorships mentorships;

    @Test
    void isMatchedAndConfirmedWithinTheCuratorsPatience() {
        Random random = new Random(5);
        for (int i = 0; i < MENTEES; i++) {
            Newcomer one = mentee().asks(topic(random)).likes(topic(random), topic(random));
            one.comes(1 + random.nextInt(5), 13 + random.nextInt(3), 17).enter();
        }
        for (int i = 0; i < MENTORS; i++) {
            Newcomer one =
                    mentor().takes(PLACES).can(topic(random), topic(random)).likes(topic(random));
            one.comes(1 + random.nextInt(5), 13 + random.nextInt(3), 17).enter();
        }

        propose();
        Duration begin = spent();
        RunSummary run = propose();
        Duration proposed = spent().minus(begin);
        Board board = board(run);
        Duration shown = spent().minus(begin).minus(proposed);
        ConfirmationResult confirmed = curator(() -> runs.confirm(run.id(), Set.of()));
        Duration all = spent().minus(begin);

        LOG.info("{} mentees: proposed in {}, shown in {}, all with pairs in {}", MENTEES, proposed, shown, all);
        assertThat(run.matched()).isEqualTo(MENTEES);
        assertThat(board.pairs())
                .hasSize(MENTEES)
                .allMatch(pair -> !pair.reasons().isEmpty());
        assertThat(confirmed.pairs()).isEqualTo(MENTEES);
        assertThat(mentorships.of(programmeId)).hasSize(MENTEES);
        assertThat(all).isLessThan(PATIENCE);
    }

    /** What this thread has worked; others may keep the processor busy. */
    private static Duration spent() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private static String topic(Random random) {
        return TOPICS[random.nextInt(TOPICS.length)];
    }
}
