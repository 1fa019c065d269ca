package org.mentoringroadmap.document;

import java.util.HashSet;
import java.util.Set;
import org.mentoringroadmap.programme.CurrentUser;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The journals of a school. A number is only suggested: in the journal of orders stand many documents that are not known
 * here. Journals that are kept here alone have no gaps as long as people take what is suggested.
 */
@Service
@Transactional
public class Journals {
    private final RegistrationRepository registrations;
    private final JdbcClient jdbc;
    private final CurrentUser user;

    Journals(RegistrationRepository registrations, JdbcClient jdbc, CurrentUser user) {
        this.registrations = registrations;
        this.jdbc = jdbc;
        this.user = user;
    }

    /** How the school writes numbers of the journal; {@code {n}} stands for the running number. */
    @Transactional(readOnly = true)
    public String format(String schoolId, Register register) {
        return jdbc.sql("select format from document_series where school_id = ? and register = ?")
                .params(schoolId, register.name())
                .query(String.class)
                .optional()
                .orElse(register.defaultFormat());
    }

    /**
     * Sets how the school writes numbers; documents that have a number keep it.
     *
     * @throws NotFoundException {@code school.unknown}
     * @throws UserInputException {@code document.format} when it has not exactly one {@code {n}}
     */
    public void changeFormat(String schoolId, Register register, String format) {
        user.require(Role.SECRETARY, Role.CURATOR, Role.DEPUTY, Role.DIRECTOR);
        if (!user.sees(schoolId)) {
            throw new NotFoundException("school.unknown");
        }
        String plain = format == null ? "" : format.strip();
        if (!JournalNumber.isFormat(plain)) {
            throw new UserInputException("document.format");
        }
        int changed = jdbc.sql("update document_series set format = ? where school_id = ? and register = ?")
                .params(plain, schoolId, register.name())
                .update();
        if (changed == 0) {
            jdbc.sql("insert into document_series (school_id, register, format) values (?, ?, ?)")
                    .params(schoolId, register.name(), plain)
                    .update();
        }
    }

    /** The next free number of the journal in a calendar year: the highest known and one. */
    @Transactional(readOnly = true)
    public String suggest(String schoolId, Register register, int year) {
        return suggest(schoolId, register, year, Set.of()).text();
    }

    /** The next free number besides some that are about to be taken. */
    JournalNumber suggest(String schoolId, Register register, int year, Set<String> takenKeys) {
        return free(schoolId, register, year, null, takenKeys);
    }

    /** A free number where another one cannot be had: the next after it, or after the highest known. */
    JournalNumber suggestInsteadOf(JournalNumber taken, String schoolId, Register register, int year) {
        return free(schoolId, register, year, taken, Set.of(taken.key()));
    }

    private JournalNumber free(
            String schoolId, Register register, int year, JournalNumber besides, Set<String> takenKeys) {
        String format = format(schoolId, register);
        Set<String> seen = new HashSet<>(takenKeys);
        JournalNumber highest = registrations
                .findFirstBySchoolIdAndRegisterAndRegisterYearAndNumberValueNotNullOrderByNumberValueDesc(
                        schoolId, register, year)
                .map(last -> JournalNumber.read(last.number(), format))
                .orElse(null);
        if (besides != null
                && besides.value() != null
                && (highest == null || highest.value() == null || besides.value() > highest.value())) {
            highest = besides;
        }
        JournalNumber number = highest == null ? JournalNumber.first(format) : highest.next(format);
        while (!seen.add(number.key()) || isTaken(schoolId, register, year, number)) {
            number = number.next(format);
        }
        return number;
    }

    JournalNumber read(String schoolId, Register register, String text) {
        return JournalNumber.read(text, format(schoolId, register));
    }

    boolean isTaken(String schoolId, Register register, int year, JournalNumber number) {
        return registrations.existsBySchoolIdAndRegisterAndRegisterYearAndNumberKey(
                schoolId, register, year, number.key());
    }
}
