package org.mentoringroadmap.questionnaire;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.Guarded;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.springframework.stereotype.Component;

/**
 * Who asks people, who sees who has answered, and who reads what. Answers with names are read by those who look after the
 * person, the curator and the psychologist, and nobody else; a class teacher sees who of the own class has not answered.
 */
@Component
public class QuestionnaireAccess implements PageAccess {
    private static final Role[] WRITERS = {Role.CURATOR, Role.DEPUTY};
    private static final Role[] ENTERING = {Role.CURATOR, Role.DEPUTY, Role.PSYCHOLOGIST};
    private static final Role[] ANSWER_READERS = {Role.CURATOR, Role.PSYCHOLOGIST};
    private static final Role[] DECIDING = {Role.CURATOR};
    private static final Role[] RESULT_READERS = {Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.PSYCHOLOGIST};
    private static final Role[] READERS = {
        Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.PSYCHOLOGIST, Role.CLASS_TEACHER
    };

    private final Programmes programmes;
    private final ParticipantAccess participants;
    private final CurrentUser user;
    private final Clock clock;

    QuestionnaireAccess(Programmes programmes, ParticipantAccess participants, CurrentUser user, Clock clock) {
        this.programmes = programmes;
        this.participants = participants;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of(
                "/programmes/{id}/campaigns", () -> has(READERS),
                "/programmes/{id}/campaigns/{campaign}", () -> has(READERS));
    }

    /**
     * A programme of which the acting account may see who was asked and who has answered.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public Programme toRead(Long programmeId) {
        user.require(READERS);
        return programmes.visible(programmeId);
    }

    /** The same for who reads counts and words without names. */
    public Programme toReadResults(Long programmeId) {
        user.require(RESULT_READERS);
        return programmes.visible(programmeId);
    }

    /** The same for who reads what somebody has answered. */
    public Programme toReadAnswers(Long programmeId) {
        user.require(ANSWER_READERS);
        return programmes.visible(programmeId);
    }

    /**
     * A running programme in which the acting account may ask people.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code questionnaire.programme-completed}
     */
    public Programme toAsk(Long programmeId) {
        user.require(WRITERS);
        return running(programmes.visible(programmeId));
    }

    /** The same for who may enter answers for somebody. */
    public Programme toEnter(Long programmeId) {
        user.require(ENTERING);
        return running(programmes.visible(programmeId));
    }

    /**
     * The same for who decides what of the answers goes into the register: who may read them and write there.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code questionnaire.programme-completed}
     */
    public Programme toDecide(Long programmeId) {
        user.require(DECIDING);
        return running(programmes.visible(programmeId));
    }

    private static Programme running(Programme programme) {
        if (programme.state() != Programme.State.RUNNING) {
            throw new ConflictException("questionnaire.programme-completed");
        }
        return programme;
    }

    /** Classes to which the acting account is confined in this school; empty for who sees everybody. */
    @Guarded
    public Optional<Set<Long>> ownClasses(String schoolId) {
        return participants.ownClasses(schoolId);
    }

    /** Whether the acting account may see how many of a whole school are asked. */
    public boolean mayCount(String schoolId) {
        return has(READERS) && ownClasses(schoolId).isEmpty();
    }

    /** Whether the acting account may ask people. */
    public boolean mayAsk() {
        return has(WRITERS);
    }

    /** Whether the acting account may enter answers for somebody. */
    public boolean mayEnter() {
        return has(ENTERING);
    }

    /** Whether the acting account may read counts and words without names. */
    public boolean mayReadResults() {
        return has(RESULT_READERS);
    }

    /** Whether the acting account may read what somebody has answered. */
    public boolean mayReadAnswers() {
        return has(ANSWER_READERS);
    }

    /** Whether the acting account decides what of the answers goes into the register of this programme now. */
    public boolean mayDecide(Long programmeId) {
        return has(DECIDING) && programmes.get(programmeId).state() == Programme.State.RUNNING;
    }

    private boolean has(Role... roles) {
        return Arrays.stream(roles).anyMatch(user::has);
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
