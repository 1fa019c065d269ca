package org.mentoringroadmap.participant.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.mentoringroadmap.participant.RegisterDesk;
import org.mentoringroadmap.programme.CurrentUser;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Component;

/** Who may bring and take tables, when and as whom; the registers decide. */
@Component
class TableAccess {
    private final RegisterDesk registers;
    private final CurrentUser user;
    private final Clock clock;

    TableAccess(RegisterDesk registers, CurrentUser user, Clock clock) {
        this.registers = registers;
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
        return registers.programme(programmeId);
    }

    /**
     * A running programme whose registers the acting account may change.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code participant.programme-completed}
     */
    Programme toWrite(Long programmeId) {
        return registers.programmeToWrite(programmeId);
    }

    /** Whether the acting account may read and bring special categories and difficulties. */
    boolean maySeeNeeds() {
        return registers.maySeeNeeds();
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
