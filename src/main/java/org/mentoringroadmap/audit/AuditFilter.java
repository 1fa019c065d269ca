package org.mentoringroadmap.audit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditThing;
import org.mentoringroadmap.shared.UserInputException;

/**
 * Which acts are looked for. Whatever is null or blank is not asked for.
 *
 * @param from first day
 * @param to last day
 * @param who login of the account
 * @param what name of an {@link AuditAct} or of an {@link AuditAct.Kind}
 * @param thing what the act was about
 * @param id which one
 */
public record AuditFilter(LocalDate from, LocalDate to, String who, String what, AuditThing thing, String id) {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    /** @throws UserInputException {@code audit.period} for a day that no database knows */
    public AuditFilter {
        if (isStrange(from) || isStrange(to)) {
            throw new UserInputException("audit.period");
        }
        who = who == null ? "" : who.strip();
        what = what == null ? "" : what.strip();
        id = id == null ? "" : id.strip();
    }

    private static boolean isStrange(LocalDate day) {
        return day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR);
    }

    /** Whether anything is asked for. */
    public boolean isSet() {
        return from != null || to != null || thing != null || !who.isEmpty() || !what.isEmpty() || !id.isEmpty();
    }

    /**
     * Names of the acts; empty for all.
     *
     * @throws UserInputException {@code audit.what} when there is no such act and no such kind
     */
    Optional<List<String>> acts() {
        if (what.isEmpty()) {
            return Optional.empty();
        }
        List<String> acts = Arrays.stream(AuditAct.values())
                .filter(act -> act.name().equals(what) || act.kind().name().equals(what))
                .map(AuditAct::name)
                .toList();
        if (acts.isEmpty()) {
            throw new UserInputException("audit.what");
        }
        return Optional.of(acts);
    }
}
