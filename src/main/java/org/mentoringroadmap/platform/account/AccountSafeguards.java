package org.mentoringroadmap.platform.account;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.mentoringroadmap.shared.Sha256;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What keeps an account safe beside its password: whether the password must be changed because somebody else has seen
 * it, and the codes that a person may ask for at every sign-in. The key of the codes is shown until a first code has
 * confirmed it, and never again; the database has it encrypted only ({@link CodeKeys}). Programs, which can show no code, sign in with a password of their own.
 */
@Service
@Transactional
public class AccountSafeguards {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"; // none that look alike
    private static final int KEY_BYTES = 20;
    private static final int SPARE_CODES = 10;
    private static final int SPARE_CODE_LENGTH = 10;
    private static final int PROGRAM_PASSWORD_LENGTH = 30;
    private static final long NEVER = -1;

    private final JdbcClient database;
    private final CodeKeys codeKeys;
    private final Clock clock;

    AccountSafeguards(JdbcClient database, Clock clock, CodeKeys codeKeys) {
        this.database = database;
        this.clock = clock;
        this.codeKeys = codeKeys;
    }

    /**
     * How an account is kept safe.
     *
     * @param changePassword whether its password must be changed before anything else
     * @param codes whether a code is asked for at every sign-in
     * @param programs whether programs have a password of their own
     * @param spareCodes how many codes for emergencies are left
     */
    public record Safeguard(boolean changePassword, boolean codes, boolean programs, int spareCodes) {
        static final Safeguard NONE = new Safeguard(false, false, false, 0);
    }

    /** How an account is kept safe; nothing special for one that is not known here. */
    @Transactional(readOnly = true)
    public Safeguard of(String login) {
        return of(List.of(login)).getOrDefault(login, Safeguard.NONE);
    }

    /** How these accounts are kept safe; those with nothing special are absent. */
    @Transactional(readOnly = true)
    public Map<String, Safeguard> of(Collection<String> logins) {
        if (logins.isEmpty()) {
            return Map.of();
        }
        return database
                .sql("select login, change_password, code_since, program_password, (select count(*)"
                        + " from account_spare_code spare where spare.login = guard.login) as spare_codes"
                        + " from account_safeguard guard where login in (:logins)")
                .param("logins", logins)
                .query((row, number) -> Map.entry(
                        row.getString("login"),
                        new Safeguard(
                                row.getBoolean("change_password"),
                                row.getTimestamp("code_since") != null,
                                row.getString("program_password") != null,
                                row.getInt("spare_codes"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Somebody else knows the password: the person chooses another one before anything else. */
    public void requireNewPassword(String login) {
        set(login, "change_password = true", Map.of());
    }

    /** The password is the person's own, or known on purpose: nothing has to be changed. */
    public void keepPassword(String login) {
        set(login, "change_password = false", Map.of());
    }

    /** A new key for codes, in letters and digits as apps take it; codes are not asked for until one has confirmed it. */
    public String prepareCodes(String login) {
        if (of(login).codes()) {
            throw new UserInputException("code.present");
        }
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        set(login, "code_secret = :secret, code_step = " + NEVER, Map.of("secret", codeKeys.seal(login, key)));
        return new Base32().encodeAsString(key);
    }

    /** The key that waits to be confirmed. */
    @Transactional(readOnly = true)
    public Optional<String> preparedCodes(String login) {
        return database.sql("select code_secret from account_safeguard"
                        + " where login = :login and code_since is null and code_secret is not null")
                .param("login", login)
                .query(String.class)
                .optional()
                .flatMap(kept -> codeKeys.open(login, kept))
                .map(new Base32()::encodeAsString);
    }

    /**
     * Asks for codes from now on, if the person's app shows the right one.
     *
     * @return codes for emergencies, each for one sign-in; shown now and never again
     * @throws UserInputException {@code code.wrong}
     */
    public List<String> confirmCodes(String login, String code) {
        if (preparedCodes(login).isEmpty() || !takeCode(login, code)) {
            throw new UserInputException("code.wrong");
        }
        set(login, "code_since = :now", Map.of("now", Timestamp.from(clock.instant())));
        return newSpareCodes(login);
    }

    /** Asks for no codes any more; the programs' password and the codes for emergencies are gone too. */
    public void switchCodesOff(String login) {
        set(login, "code_secret = null, code_since = null, program_password = null", Map.of());
        deleteSpareCodes(login);
    }

    /** Other codes for emergencies instead of those that are left. */
    public List<String> newSpareCodes(String login) {
        deleteSpareCodes(login);
        List<String> codes = Stream.generate(() -> random(SPARE_CODE_LENGTH))
                .limit(SPARE_CODES)
                .toList();
        codes.forEach(code -> database.sql("insert into account_spare_code (login, code) values (:login, :code)")
                .param("login", login)
                .param("code", digest(login, code))
                .update());
        return codes.stream().map(AccountSafeguards::grouped).toList();
    }

    /** A password with which programs sign in as the person; shown now and never again. An earlier one is void. */
    public String newProgramPassword(String login) {
        String password = random(PROGRAM_PASSWORD_LENGTH);
        set(login, "program_password = :digest", Map.of("digest", digest(login, password)));
        return grouped(password);
    }

    /** Programs cannot sign in as the person any more. */
    public void removeProgramPassword(String login) {
        set(login, "program_password = null", Map.of());
    }

    /** Whether a program may sign in with this password. */
    @Transactional(readOnly = true)
    public boolean isProgramPassword(String login, String password) {
        return database.sql("select count(*) from account_safeguard"
                                + " where login = :login and code_since is not null and program_password = :digest")
                        .param("login", login)
                        .param("digest", digest(login, plain(password)))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Whether the code is right for the account; no code, of the app or for emergencies, is right twice. */
    public boolean takeCode(String login, String typed) {
        String code = plain(typed);
        return code.length() == OneTimeCodes.DIGITS ? takeTimedCode(login, code) : takeSpareCode(login, code);
    }

    /**
     * Encrypts keys of codes that an earlier version kept as they are, and looks whether the others can be read: who could
     * not sign in for it is told of in the log at the start, and not only when it is too late.
     */
    @EventListener(ApplicationStartedEvent.class)
    public void sealCodes() {
        database.sql("select login, code_secret from account_safeguard where code_secret is not null")
                .query((row, number) -> Map.entry(row.getString("login"), row.getString("code_secret")))
                .list()
                .forEach(kept -> codeKeys.open(kept.getKey(), kept.getValue())
                        .filter(key -> !CodeKeys.isSealed(kept.getValue()))
                        .ifPresent(key -> database.sql("update account_safeguard set code_secret = :sealed"
                                        + " where login = :login and code_secret = :plain")
                                .param("sealed", codeKeys.seal(kept.getKey(), key))
                                .param("login", kept.getKey())
                                .param("plain", kept.getValue())
                                .update()));
    }

    /** The account is no more. */
    public void forget(String login) {
        database.sql("delete from account_safeguard where login = :login")
                .param("login", login)
                .update();
    }

    private boolean takeTimedCode(String login, String code) {
        OptionalLong interval = database.sql(
                        "select code_secret from account_safeguard where login = :login and code_secret is not null")
                .param("login", login)
                .query(String.class)
                .optional()
                .flatMap(kept -> codeKeys.open(login, kept))
                .map(key -> OneTimeCodes.interval(key, code, clock.instant()))
                .orElse(OptionalLong.empty());
        return interval.isPresent()
                && database.sql(
                                        "update account_safeguard set code_step = :step where login = :login and code_step < :step")
                                .param("step", interval.getAsLong())
                                .param("login", login)
                                .update()
                        > 0;
    }

    private boolean takeSpareCode(String login, String code) {
        return database.sql("delete from account_spare_code where login = :login and code = :code")
                        .param("login", login)
                        .param("code", digest(login, code))
                        .update()
                > 0;
    }

    private void deleteSpareCodes(String login) {
        database.sql("delete from account_spare_code where login = :login")
                .param("login", login)
                .update();
    }

    private void set(String login, String assignment, Map<String, Object> values) {
        if (update(login, assignment, values) == 0) {
            database.sql("insert into account_safeguard (login, change_password, code_step) values (:login, false, "
                            + NEVER + ")")
                    .param("login", login)
                    .update();
            update(login, assignment, values);
        }
    }

    private int update(String login, String assignment, Map<String, Object> values) {
        return database.sql("update account_safeguard set " + assignment + " where login = :login")
                .param("login", login)
                .params(values)
                .update();
    }

    /** A code as it is kept, whichever way it was typed. */
    private static String plain(String typed) {
        return typed == null ? "" : typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private static String digest(String login, String secret) {
        return new Sha256().add(login).add(secret).hex();
    }

    private static String grouped(String letters) {
        return letters.replaceAll("(.{5})(?=.)", "$1-");
    }

    private static String random(int length) {
        return RANDOM.ints(length, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
