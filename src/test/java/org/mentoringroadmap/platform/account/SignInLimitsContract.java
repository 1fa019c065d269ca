package org.mentoringroadmap.platform.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mentoringroadmap.platform.account.SignInLimits.Answer.CLOSED;
import static org.mentoringroadmap.platform.account.SignInLimits.Answer.RIGHT;
import static org.mentoringroadmap.platform.account.SignInLimits.Answer.WRONG;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.shared.Sha256;
import org.mentoringroadmap.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long wrong passwords close the way in, for whom, and that it is never for ever. */
abstract class SignInLimitsContract {
    private static final Duration CEILING = Duration.ofMinutes(15);
    private static final Duration CEILING_ELSEWHERE = Duration.ofMinutes(1);
    private static final int FREE_OF_ADDRESS = 30;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    private SignInLimits limits;
    private String login;
    private String here;
    private String elsewhere;

    @BeforeEach
    void somebodySomewhere() {
        limits = node();
        login = "login-" + UUID.randomUUID();
        here = "here-" + UUID.randomUUID();
        elsewhere = "elsewhere-" + UUID.randomUUID();
    }

    @Test
    void theFirstSlipIsFree() {
        assertThat(wrong(login, here)).isEqualTo(WRONG);
        assertThat(right(login, here)).isEqualTo(RIGHT);
        assertThat(wrong(login, here)).isEqualTo(WRONG);
        assertThat(right(login, here)).isEqualTo(RIGHT);
    }

    @Test
    void theDelayDoublesUpToItsCeiling() {
        assertThat(wrong(login, here)).isEqualTo(WRONG);
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            assertThat(wrong(login, here)).isEqualTo(WRONG);
            assertThat(right(login, here)).isEqualTo(CLOSED);
            Duration closed = Duration.between(clock.instant(), closedUntil());
            seconds.add(closed.toSeconds());
            pass(closed);
        }
        assertThat(seconds).containsExactly(2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L, 900L, 900L, 900L);
        assertThat(right(login, here)).isEqualTo(RIGHT);
        assertThat(right(login, here)).isEqualTo(RIGHT);
    }

    /** What is guessed without a login is counted for the address, and each kind for itself; whoever is right clears nothing. */
    @Test
    void guessesCloseTheirAddressAlone() {
        for (int i = 0; i <= FREE_OF_ADDRESS; i++) {
            assertThat(limits.guess("link", here, () -> false)).isEqualTo(WRONG);
        }
        assertThat(limits.guess("link", here, () -> true)).isEqualTo(CLOSED);
        assertThat(limits.guess("code", here, () -> true)).isEqualTo(RIGHT);
        assertThat(limits.guess("link", elsewhere, () -> true)).isEqualTo(RIGHT);
        assertThat(right(login, here)).as("the sign-in").isEqualTo(RIGHT);
        pass(CEILING_ELSEWHERE);
        assertThat(limits.guess("link", here, () -> true)).isEqualTo(RIGHT);
        assertThat(limits.guess("link", here, () -> true))
                .as("a class behind one address")
                .isEqualTo(RIGHT);
    }

    /** A clock that was a year ahead for a moment. */
    @Test
    void aClockThatWentWrongClosesNothingForLonger() {
        Instant right = TestClock.instant();
        pass(Duration.ofDays(365));
        for (int i = 0; i < 8; i++) {
            wrong(login, here);
        }
        TestClock.moveTo(LocalDateTime.ofInstant(right, clock.getZone()));
        assertThat(limits.closed(List.of(login))).isEmpty();

        assertThat(wrong(login, here)).as("it is looked at").isEqualTo(WRONG);
        assertThat(right(login, here)).as("and counts").isEqualTo(CLOSED);
        pass(CEILING);
        assertThat(right(login, here)).isEqualTo(RIGHT);
    }

    /** The contract: one minute from another address, fifteen from the same, after any number of tries. */
    @Test
    void afterAnyNumberOfTriesTheRightPasswordWorksAgainInTime() {
        for (int i = 0; i < 200; i++) {
            wrong(login, here);
            pass(Duration.ofSeconds(i % 70));
        }
        pass(CEILING_ELSEWHERE);
        assertThat(right(login, elsewhere)).isEqualTo(RIGHT);

        for (int i = 0; i < 200; i++) {
            wrong(login, here);
            pass(Duration.ofSeconds(i % 70));
        }
        pass(CEILING);
        assertThat(right(login, here)).isEqualTo(RIGHT);
    }

    @Test
    void whatIsTriedWhileItIsClosedDoesNotCount() {
        wrong(login, here);
        wrong(login, here);
        for (int i = 0; i < 500; i++) {
            assertThat(wrong(login, here)).isEqualTo(CLOSED);
        }
        pass(Duration.ofSeconds(2));
        assertThat(right(login, here)).isEqualTo(RIGHT);
    }

    @Test
    void oneAddressDoesNotCloseTheAccountForOthersForLong() {
        for (int i = 0; i < 5; i++) {
            wrong(login, here);
            pass(CEILING);
        }
        assertThat(right(login, elsewhere)).isEqualTo(RIGHT);
    }

    @Test
    void manyAddressesCloseTheAccountForAMinuteAtMost() {
        for (int i = 0; i < 40; i++) {
            wrong(login, "one-of-many-" + i);
            pass(CEILING_ELSEWHERE);
        }
        wrong(login, "another-of-many");
        assertThat(right(login, elsewhere)).isEqualTo(CLOSED);
        pass(CEILING_ELSEWHERE);
        assertThat(right(login, elsewhere)).isEqualTo(RIGHT);
    }

    /** An attack from everywhere that goes on for ever shuts nobody out who has been here before. */
    @Test
    void whoHasSignedInFromHereBeforeIsNotShutOutByOthers() {
        assertThat(right(login, here)).isEqualTo(RIGHT);
        for (int i = 0; i < 20; i++) {
            wrong(login, "one-of-many-" + i);
            pass(CEILING_ELSEWHERE);
        }
        wrong(login, "another-of-many");
        assertThat(right(login, elsewhere)).isEqualTo(CLOSED);
        assertThat(right(login, here)).isEqualTo(RIGHT);

        pass(Duration.ofDays(31));
        for (int i = 0; i < 20; i++) {
            wrong(login, "one-of-many-" + i);
            pass(CEILING_ELSEWHERE);
        }
        wrong(login, "another-of-many");
        assertThat(right(login, here)).as("a month later").isEqualTo(CLOSED);
    }

    @Test
    void oneAddressTriesNoPasswordOnAllAccounts() {
        for (int i = 0; i < FREE_OF_ADDRESS; i++) {
            assertThat(wrong("sprayed-" + i + here, here)).isEqualTo(WRONG);
        }
        assertThat(wrong("next" + here, here)).isEqualTo(WRONG);
        assertThat(wrong("one-more" + here, here)).isEqualTo(CLOSED);
        assertThat(right(login, elsewhere)).isEqualTo(RIGHT);
        pass(CEILING_ELSEWHERE);
        assertThat(right(login, here)).isEqualTo(RIGHT);
    }

    /** Otherwise a person with an account could try passwords of others for ever, signing in between. */
    @Test
    void anOwnSignInDoesNotForgetWhatItsAddressHasTried() {
        for (int i = 0; i <= FREE_OF_ADDRESS; i++) {
            wrong("sprayed-" + i + here, here);
        }
        pass(CEILING_ELSEWHERE);
        assertThat(right(login, here)).isEqualTo(RIGHT);
        assertThat(wrong("again" + here, here)).isEqualTo(WRONG);
        assertThat(wrong("and-again" + here, here)).isEqualTo(CLOSED);
    }

    @Test
    void allNodesCountTogether() {
        SignInLimits another = node();
        wrong(login, here);
        assertThat(another.check(login, here, () -> false)).isEqualTo(WRONG);
        assertThat(right(login, here)).isEqualTo(CLOSED);
        assertThat(another.check(login, here, () -> true)).isEqualTo(CLOSED);
    }

    @Test
    void ofManyTriesAtOnceTwoAreLookedAt() throws Exception {
        int people = 8;
        ExecutorService attackers = Executors.newFixedThreadPool(people);
        try {
            CyclicBarrier together = new CyclicBarrier(people);
            List<Future<SignInLimits.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                answers.add(attackers.submit(() -> {
                    together.await();
                    return wrong(login, here);
                }));
            }
            int lookedAt = 0;
            for (Future<SignInLimits.Answer> answer : answers) {
                lookedAt += answer.get(5, TimeUnit.MINUTES) == WRONG ? 1 : 0;
            }
            assertThat(lookedAt).isEqualTo(2);
        } finally {
            attackers.shutdownNow();
        }
    }

    @Test
    void aLockIsSeenAndLifted() {
        wrong(login, here);
        assertThat(limits.closed(List.of(login))).isEmpty();
        wrong(login, here);
        assertThat(limits.closed(List.of(login, "another"))).containsOnlyKeys(login);
        assertThat(limits.closed(List.of(login)).get(login).tries()).isEqualTo(2);

        assertThat(limits.closed(List.of(login)).get(login).everywhere())
                .as("the account as a whole is open")
                .isNull();

        limits.lift(login);

        assertThat(limits.closed(List.of(login))).isEmpty();
        assertThat(right(login, here)).isEqualTo(RIGHT);
    }

    /** Tries that come from ever other addresses close no single one of them, but the account. */
    @Test
    void aLockOfTheAccountAsAWholeIsToldApart() {
        for (int i = 0; i < 6; i++) {
            wrong(login, "address " + i);
        }
        SignInLimits.Closed closed = limits.closed(List.of(login)).get(login);
        assertThat(closed.there()).isNull();
        assertThat(closed.everywhere()).isAfter(clock.instant());
        assertThat(closed.tries()).isEqualTo(6);

        pass(Duration.ofMinutes(1));
        wrong(login, here);
        pass(Duration.ofMinutes(1));
        wrong(login, here);
        closed = limits.closed(List.of(login)).get(login);
        assertThat(closed.there()).isAfter(clock.instant());
        assertThat(closed.everywhere()).isAfter(clock.instant());
    }

    @Test
    void whatWasCountedIsForgottenAfterADayAndNamesNobody() {
        wrong(login, here);
        wrong(login, here);
        assertThat(rows()).isEqualTo(2);
        assertThat(database.sql("select count(*) from sign_in_limit where subject like '%" + login
                                + "%' or subject like '%here%' or length(subject) <> 64")
                        .query(Integer.class)
                        .single())
                .isZero();

        pass(Duration.ofDays(1).plusMinutes(1));
        assertThat(wrong(login, here)).isEqualTo(WRONG);
        assertThat(right(login, here)).as("the first slip of another day").isEqualTo(RIGHT);
        wrong("somebody-else", here);
        pass(Duration.ofDays(2));
        right("anybody", elsewhere);

        assertThat(database.sql("select count(*) from sign_in_limit where last_wrong < :now and last_right is null")
                        .param("now", Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private SignInLimits node() {
        return new SignInLimits(database, clock, new SignInProperties(FREE_OF_ADDRESS));
    }

    private SignInLimits.Answer wrong(String who, String address) {
        return limits.check(who, address, () -> false);
    }

    private SignInLimits.Answer right(String who, String address) {
        return limits.check(who, address, () -> true);
    }

    private Instant closedUntil() {
        return limits.closed(List.of(login)).get(login).until();
    }

    private int rows() {
        return database.sql("select count(*) from sign_in_limit where account = :account")
                .param("account", new Sha256().add("account").add(login).hex())
                .query(Integer.class)
                .single();
    }

    private static void pass(Duration time) {
        TestClock.moveTo(TestClock.now().plus(time));
    }
}
