package org.mentoringroadmap.assessment;

import java.util.Map;
import java.util.function.BooleanSupplier;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.springframework.stereotype.Component;

/**
 * Who measures, and who reads what: values of people are for those who may read difficulties and special categories, what
 * has become of everybody together also for the heads.
 */
@Component
class AssessmentAccess implements PageAccess {
    private static final Role[] MEASURING = {Role.CURATOR, Role.PSYCHOLOGIST};
    private static final Role[] COMPARING = {Role.CURATOR, Role.PSYCHOLOGIST, Role.DEPUTY, Role.DIRECTOR};

    private final CurrentUser user;
    private final Programmes programmes;
    private final ParticipantAccess participants;

    AssessmentAccess(CurrentUser user, Programmes programmes, ParticipantAccess participants) {
        this.user = user;
        this.programmes = programmes;
        this.participants = participants;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of(
                "/programmes/{id}/assessments", () -> holds(MEASURING),
                "/programmes/{id}/assessments/scales", () -> holds(MEASURING),
                "/programmes/{id}/assessments/comparison", () -> holds(COMPARING));
    }

    private boolean holds(Role[] roles) {
        for (Role role : roles) {
            if (user.has(role)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A programme whose values the acting account reads.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    Programme toRead(Long programmeId) {
        user.require(MEASURING);
        return programmes.visible(programmeId);
    }

    /**
     * A running programme whose people the acting account measures.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code participant.programme-completed}
     */
    Programme toWrite(Long programmeId) {
        return participants.running(toRead(programmeId));
    }

    /**
     * A programme of which the acting account reads what has become of everybody together.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    Programme toCompare(Long programmeId) {
        user.require(COMPARING);
        return programmes.visible(programmeId);
    }
}
