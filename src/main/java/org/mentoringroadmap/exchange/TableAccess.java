package org.mentoringroadmap.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.register.RegisterQueries;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Component;

/** Who may bring and take tables, when and as whom; the registers decide. */
@Component
class TableAccess {
    private final RegisterQueries queries;
    private final CurrentUser user;
    private final Clock clock;

    TableAccess(RegisterQueries queries, CurrentUser user, Clock clock) {
        this.queries = queries;
        this.user = user;
        this.clock = clock;
    }

    /**
     * A programme whose registers the acting account may see, wholly or in part.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    Programme toRead(Long programmeId) {
        return queries.programme(programmeId);
    }

    /**
     * A running programme whose registers the acting account may change.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code participant.programme-completed}
     */
    Programme toWrite(Long programmeId) {
        return queries.programmeToWrite(programmeId);
    }

    /** Whether the acting account may read and bring special categories and difficulties. */
    boolean maySeeNeeds() {
        return queries.maySeeNeeds();
    }

    String login() {
        return user.login();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
