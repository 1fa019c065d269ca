package org.mentoringroadmap.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Component;

/** Who may see proposals and decide about them, and when. */
@Component
public class MatchingAccess implements PageAccess {
    private static final Role[] WRITERS = {Role.CURATOR, Role.DEPUTY};
    private static final Role[] ADVISERS = {Role.CURATOR, Role.DEPUTY, Role.PSYCHOLOGIST};
    private static final Role[] READERS = {Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.PSYCHOLOGIST};

    private final Programmes programmes;
    private final CurrentUser user;
    private final Clock clock;

    MatchingAccess(Programmes programmes, CurrentUser user, Clock clock) {
        this.programmes = programmes;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        BooleanSupplier reader = () -> Arrays.stream(READERS).anyMatch(user::has);
        return Map.of(
                "/programmes/{id}/matching", reader,
                "/programmes/{id}/known-pairs", reader,
                "/programmes/{id}/preferences", reader);
    }

    /**
     * A programme whose proposals the acting account may see.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public Programme toRead(Long programmeId) {
        user.require(READERS);
        return programmes.visible(programmeId);
    }

    /**
     * A running programme in which the acting account may decide.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code matching.programme-completed}
     */
    public Programme toWrite(Long programmeId) {
        user.require(WRITERS);
        return running(programmes.visible(programmeId));
    }

    /** The same for who may forbid or advise a pair. */
    public Programme toAdvise(Long programmeId) {
        user.require(ADVISERS);
        return running(programmes.visible(programmeId));
    }

    /** Whether the acting account may decide about proposals. */
    public boolean mayWrite() {
        return user.has(Role.CURATOR) || user.has(Role.DEPUTY);
    }

    /** Whether the acting account may advise for or against a pair. */
    public boolean mayAdvise() {
        return mayWrite() || user.has(Role.PSYCHOLOGIST);
    }

    /** A programme, whoever asks. */
    @Unguarded
    public Programme programme(Long programmeId) {
        return programmes.get(programmeId);
    }

    private static Programme running(Programme programme) {
        if (programme.state() != Programme.State.RUNNING) {
            throw new ConflictException("matching.programme-completed");
        }
        return programme;
    }

    /** Login of the acting account. */
    public String login() {
        return user.login();
    }

    /** The day by the application's clock. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** This moment, in whole seconds as the tables keep it. */
    public LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
