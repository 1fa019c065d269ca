package org.mentoringroadmap.platform.account;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.Sha256;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often passwords may be tried. Wrong tries close the way in for a time that doubles and never exceeds a ceiling:
 *
 * <ul>
 *   <li>one login from one address: the first slip is free, at most 15 minutes;
 *   <li>one login from everywhere: five tries are free, at most one minute;
 *   <li>one address with whatever logins: as many tries as the settings say are free, at most one minute.
 * </ul>
 *
 * What is tried while the way is closed is not looked at and does not count. From an address from which the account has
 * signed in before, tries from elsewhere close nothing, so that nobody is shut out by an attack that goes on for ever. A
 * right password clears the first two. It makes no difference whether a login exists. All nodes share what is counted;
 * logins and addresses are kept as digests, wrong tries for a day and right ones for a month. Every statement is a
 * transaction of its own.
 */
@Component
public class SignInLimits {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration KNOWN = Duration.ofDays(30);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(1);
    private static final Rule OF_PAIR = new Rule(1, Duration.ofMinutes(15), KEPT);
    private static final Rule OF_ACCOUNT = new Rule(5, Duration.ofMinutes(1), KEPT);
    private static final int MAX_DOUBLINGS = 20;
    private static final int TURNS = 256;

    private final JdbcClient database;
    private final Clock clock;
    private final Rule ofAddress;
    private final List<Lock> turns =
            Stream.<Lock>generate(ReentrantLock::new).limit(TURNS).toList();
    private final AtomicReference<Instant> nextCleaning = new AtomicReference<>(Instant.EPOCH);

    SignInLimits(JdbcClient database, Clock clock, SignInProperties settings) {
        this.database = database;
        this.clock = clock;
        this.ofAddress = new Rule(settings.freeTriesOfAddress(), Duration.ofMinutes(1), Duration.ofHours(1));
    }

    /** What became of a try. */
    public enum Answer {
        /** It was right. */
        RIGHT,
        /** It was wrong and was counted. */
        WRONG,
        /** There were too many wrong ones before; it was not looked at. */
        CLOSED
    }

    /**
     * What is closed to an account.
     *
     * @param tries wrong tries in a row
     * @param there until when the ways from the addresses of these tries are closed; null where they are open
     * @param everywhere until when all ways are closed but those from addresses from which the account has signed in lately;
     *     null where they are open
     */
    public record Closed(int tries, Instant there, Instant everywhere) {
        /** Until when some way is closed. */
        public Instant until() {
            return Stream.of(there, everywhere)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }

    /** How a limit grows, and after which time without a wrong try it is forgotten. */
    private record Rule(int free, Duration ceiling, Duration forgotten) {
        Duration delay(int wrong) {
            if (wrong <= free) {
                return Duration.ZERO;
            }
            Duration doubled = Duration.ofSeconds(1L << Math.min(wrong - free, MAX_DOUBLINGS));
            return doubled.compareTo(ceiling) < 0 ? doubled : ceiling;
        }
    }

    /** What is counted: its digest, that of the account it concerns (null for an address), its rule. */
    private record Subject(String digest, String account, Rule rule) {}

    /** What was counted; {@code lastRight} is null where nothing was right yet. */
    private record Count(int wrong, Instant closedUntil, Instant lastRight) {
        boolean isRightSince(Instant time) {
            return lastRight != null && lastRight.isAfter(time);
        }
    }

    /**
     * Lets a password be tried, if the way is open, and counts a wrong one.
     *
     * @param login as it was typed, whether it exists or not
     * @param address where the try comes from; empty if from nowhere
     * @param right looks at the password; not called when the way is closed
     */
    public Answer check(String login, String address, BooleanSupplier right) {
        return check(subjects(login, address), login, right);
    }

    /**
     * Lets something else be tried that people know and others guess; wrong tries count for the address alone. A whole computer
     * room comes from one address: as long as there were few wrong tries, right ones do not wait for each other, and of wrong
     * ones that come at the same moment each is looked at.
     *
     * @param what what is guessed, a word of the program: each is counted for itself
     */
    public Answer guess(String what, String address, BooleanSupplier right) {
        String digest = new Sha256().add(what).add(address).hex();
        List<Subject> subjects = List.of(new Subject(digest, null, ofAddress));
        Count count = read(subjects).get(subjects.get(0));
        if (count != null && count.wrong() >= ofAddress.free()) {
            return check(subjects, digest, right);
        }
        return right.getAsBoolean() ? Answer.RIGHT : check(subjects, digest, () -> false);
    }

    private Answer check(List<Subject> subjects, String turnOf, BooleanSupplier right) {
        clean();
        Lock turn = turns.get(Math.floorMod(turnOf.hashCode(), TURNS));
        turn.lock(); // tries of one login come one after the other, or many at once would all be looked at
        try {
            Map<Subject, Count> counts = read(subjects);
            List<Subject> taken = new ArrayList<>();
            for (Subject subject : guarding(subjects, counts)) {
                Count count = counts.get(subject);
                if (count == null || count.wrong() <= subject.rule().free()) {
                    continue;
                }
                if (!take(subject, count)) {
                    giveBack(taken);
                    return Answer.CLOSED;
                }
                taken.add(subject);
            }
            if (!right.getAsBoolean()) {
                subjects.forEach(this::count);
                return Answer.WRONG;
            }
            giveBack(taken);
            clear(subjects, counts);
            return Answer.RIGHT;
        } finally {
            turn.unlock();
        }
    }

    /** The accounts among these to which some way is closed now, each until its last one opens. */
    public Map<String, Closed> closed(Collection<String> logins) {
        if (logins.isEmpty()) {
            return Map.of();
        }
        Map<String, String> byDigest =
                logins.stream().distinct().collect(Collectors.toMap(SignInLimits::account, Function.identity()));
        return database
                .sql("select account, max(wrong) as wrong,"
                        + " max(case when subject <> account then closed_until end) as there,"
                        + " max(case when subject = account then closed_until end) as everywhere from sign_in_limit"
                        + " where account in (:accounts) and closed_until > :now and closed_until <="
                        + " case when subject = account then cast(:latestOfAccount as timestamp) else"
                        + " cast(:latest as timestamp) end group by account")
                .param("accounts", byDigest.keySet())
                .param("now", Timestamp.from(clock.instant()))
                .param("latest", Timestamp.from(clock.instant().plus(OF_PAIR.ceiling())))
                .param("latestOfAccount", Timestamp.from(clock.instant().plus(OF_ACCOUNT.ceiling())))
                .query((row, number) -> Map.entry(
                        byDigest.get(row.getString("account")),
                        new Closed(
                                row.getInt("wrong"),
                                instant(row.getTimestamp("there")),
                                instant(row.getTimestamp("everywhere")))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /** Opens every way to the account at once. */
    public void lift(String login) {
        database.sql("update sign_in_limit set wrong = 0, closed_until = :now where account = :account")
                .param("now", now())
                .param("account", account(login))
                .update();
    }

    private List<Subject> subjects(String login, String address) {
        String account = account(login);
        List<Subject> subjects = new ArrayList<>();
        subjects.add(
                new Subject(new Sha256().add("pair").add(login).add(address).hex(), account, OF_PAIR));
        subjects.add(new Subject(account, account, OF_ACCOUNT));
        if (!address.isEmpty()) {
            subjects.add(new Subject(new Sha256().add("address").add(address).hex(), null, ofAddress));
        }
        return subjects;
    }

    private static String account(String login) {
        return new Sha256().add("account").add(login).hex();
    }

    private Map<Subject, Count> read(List<Subject> subjects) {
        Map<String, Subject> byDigest =
                subjects.stream().collect(Collectors.toMap(Subject::digest, Function.identity()));
        Instant now = clock.instant();
        return database
                .sql("select subject, wrong, last_wrong, closed_until, last_right from sign_in_limit"
                        + " where subject in (:subjects)")
                .param("subjects", byDigest.keySet())
                .query((row, number) -> {
                    Subject subject = byDigest.get(row.getString("subject"));
                    Instant forgotten = now.minus(subject.rule().forgotten());
                    Timestamp lastRight = row.getTimestamp("last_right");
                    return Map.entry(
                            subject,
                            new Count(
                                    row.getTimestamp("last_wrong").toInstant().isAfter(forgotten)
                                            ? row.getInt("wrong")
                                            : 0,
                                    row.getTimestamp("closed_until").toInstant(),
                                    lastRight == null ? null : lastRight.toInstant()));
                })
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What is asked before a try: the account as a whole only where it is not known to come from this address. */
    private List<Subject> guarding(List<Subject> subjects, Map<Subject, Count> counts) {
        Instant since = clock.instant().minus(KNOWN);
        boolean known = subjects.stream()
                .anyMatch(subject -> subject.rule() == OF_PAIR
                        && counts.containsKey(subject)
                        && counts.get(subject).isRightSince(since));
        return subjects.stream()
                .filter(subject -> !known || subject.rule() != OF_ACCOUNT)
                .toList();
    }

    /** Of tries that come at once, on whichever node, one is looked at; the others find the way closed. */
    private boolean take(Subject subject, Count count) {
        Instant now = clock.instant();
        return !isClosed(subject, count.closedUntil(), now)
                && database.sql("update sign_in_limit set closed_until = :until"
                                        + " where subject = :subject and closed_until = :seen")
                                .param(
                                        "until",
                                        Timestamp.from(now.plus(subject.rule().delay(count.wrong()))))
                                .param("subject", subject.digest())
                                .param("seen", Timestamp.from(count.closedUntil()))
                                .update()
                        > 0;
    }

    /** What is closed for longer than the ceiling was closed by a clock that went wrong, and is open. */
    private static boolean isClosed(Subject subject, Instant until, Instant now) {
        return until.isAfter(now) && !until.isAfter(now.plus(subject.rule().ceiling()));
    }

    private void giveBack(List<Subject> taken) {
        for (Subject subject : taken) {
            database.sql("update sign_in_limit set closed_until = :now where subject = :subject")
                    .param("now", now())
                    .param("subject", subject.digest())
                    .update();
        }
    }

    private void count(Subject subject) {
        Instant now = clock.instant();
        String again = "update sign_in_limit set last_wrong = :now,"
                + " wrong = case when last_wrong > :forgotten then wrong + 1 else 1 end where subject = :subject";
        put(
                subject,
                1,
                null,
                again,
                Map.of("forgotten", Timestamp.from(now.minus(subject.rule().forgotten()))));
        int wrong = database.sql("select coalesce(max(wrong), 0) from sign_in_limit where subject = :subject")
                .param("subject", subject.digest())
                .query(Integer.class)
                .single();
        database.sql("update sign_in_limit set closed_until = :until"
                        + " where subject = :subject and (closed_until < :until or closed_until > :latest)")
                .param("until", Timestamp.from(now.plus(subject.rule().delay(wrong))))
                .param("latest", Timestamp.from(now.plus(subject.rule().ceiling())))
                .param("subject", subject.digest())
                .update();
    }

    /** The right password clears what was wrong before; that it was right here is written once a day. */
    private void clear(List<Subject> subjects, Map<Subject, Count> counts) {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        for (Subject subject : subjects) {
            Count count = counts.get(subject);
            if (subject.rule() == OF_PAIR && (count == null || count.wrong() > 0 || !count.isRightSince(yesterday))) {
                put(
                        subject,
                        0,
                        now(),
                        "update sign_in_limit set wrong = 0, closed_until = :now, last_right = :now where subject = :subject",
                        Map.of());
            } else if (subject.rule() == OF_ACCOUNT && count != null) {
                database.sql("delete from sign_in_limit where subject = :subject")
                        .param("subject", subject.digest())
                        .update();
            }
        }
    }

    /** Changes what is counted, or begins to count; another node may begin at the same time. */
    private void put(Subject subject, int wrong, Timestamp lastRight, String change, Map<String, Object> values) {
        if (change(subject, change, values) > 0) {
            return;
        }
        try {
            database.sql("insert into sign_in_limit (subject, account, wrong, last_wrong, closed_until, last_right)"
                            + " values (:subject, :account, :wrong, :now, :now, :lastRight)")
                    .param("subject", subject.digest())
                    .param("account", subject.account())
                    .param("wrong", wrong)
                    .param("now", now())
                    .param("lastRight", lastRight, Types.TIMESTAMP)
                    .update();
        } catch (DuplicateKeyException another) {
            change(subject, change, values);
        }
    }

    private int change(Subject subject, String change, Map<String, Object> values) {
        return database.sql(change)
                .param("now", now())
                .param("subject", subject.digest())
                .params(values)
                .update();
    }

    private void clean() {
        Instant now = clock.instant();
        Instant due = nextCleaning.get();
        if (now.isAfter(due) && nextCleaning.compareAndSet(due, now.plus(BETWEEN_CLEANINGS))) {
            database.sql("delete from sign_in_limit where last_wrong < :wrong"
                            + " and (last_right is null or last_right < :right)")
                    .param("wrong", Timestamp.from(now.minus(KEPT)))
                    .param("right", Timestamp.from(now.minus(KNOWN)))
                    .update();
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
