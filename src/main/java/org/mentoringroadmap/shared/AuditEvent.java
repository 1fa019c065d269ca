package org.mentoringroadmap.shared;

import java.time.temporal.Temporal;
import java.util.Map;
import java.util.TreeMap;

/**
 * An act as it is to be recorded. It can hold no text about a person: ids, numbers, days and words of programs only.
 *
 * @param act what was done
 * @param id which thing it is about; null where it is about none
 * @param schoolId whose director reads of it; null to go by the thing, or else by the account
 * @param account who has done it; null for the acting account, {@link #NOBODY} where no account is known
 * @param count of how many; null where there is nothing to count
 * @param facts what else is to be known, by names of {@code audit.fact.<name>}
 */
public record AuditEvent(
        AuditAct act, String id, String schoolId, String account, Integer count, Map<String, String> facts) {
    /** Stands for somebody who has no account. */
    public static final String NOBODY = "";

    /** The number of a row, which a school writes with its own letters: «II.А.2»; too few in a row for a name. */
    private static final String NUMBER = "(\\d{3}-)?[A-Za-zА-Яа-яЁё0-9]{1,4}(\\.[A-Za-zА-Яа-яЁё0-9]{1,4}){0,9}";

    /** Ids and constants. */
    private static final String WORD = "[A-Za-z0-9_.:,+-]{1,200}";

    public AuditEvent {
        facts = Map.copyOf(facts);
    }

    /** An act about nothing in particular. */
    public static AuditEvent of(AuditAct act) {
        return new AuditEvent(act, null, null, null, null, Map.of());
    }

    /**
     * An act about the thing that {@link AuditAct#thing} names.
     *
     * @param id number, or login or id of the engine
     */
    public static AuditEvent of(AuditAct act, Object id) {
        return new AuditEvent(act, word(id), null, null, null, Map.of());
    }

    /** The same by this account. */
    public AuditEvent by(String login) {
        return new AuditEvent(act, id, schoolId, login, count, facts);
    }

    /** The same in this school. */
    public AuditEvent in(String school) {
        return new AuditEvent(act, id, school, account, count, facts);
    }

    /** The same of so many. */
    public AuditEvent count(int number) {
        return new AuditEvent(act, id, schoolId, account, number, facts);
    }

    /**
     * The same with a fact.
     *
     * @param value a constant, a number, a day, or words of programs such as ids of roles; null adds nothing
     * @throws IllegalArgumentException for a text that people write
     */
    public AuditEvent fact(String name, Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(facts);
        more.put(name, word(value));
        return new AuditEvent(act, id, schoolId, account, count, more);
    }

    /**
     * The same with the number of an activity as the roadmap prints it: also in Russian letters, which are too few in a row
     * for a name. What is no number adds nothing.
     */
    public AuditEvent item(String number) {
        if (number == null || !number.matches(NUMBER) && !number.matches(WORD)) {
            return this;
        }
        Map<String, String> more = new TreeMap<>(facts);
        more.put("item", number);
        return new AuditEvent(act, id, schoolId, account, count, more);
    }

    /** Whether a value can be a fact whatever it is: nobody types it. */
    public static boolean isFact(Object value) {
        return value instanceof Enum<?>
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Temporal;
    }

    private static String word(Object value) {
        String word = value instanceof Enum<?> constant ? constant.name() : value.toString();
        if (!word.matches(WORD)) {
            throw new IllegalArgumentException("Only ids and words of programs are recorded");
        }
        return word;
    }
}
