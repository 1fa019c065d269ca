package org.mentoringroadmap.questionnaire;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.Guarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who reads that somebody has asked for help: the one whom the school names, the psychologist unless it says otherwise, the
 * curator where nobody holds that role; and nobody else.
 */
@Service
@Transactional
public class HelpReaders {
    /** Whom a school can name. */
    public static final List<Role> CHOICE =
            List.of(Role.PSYCHOLOGIST, Role.SOCIAL_WORKER, Role.CURATOR, Role.DEPUTY, Role.DIRECTOR);

    private final JdbcClient jdbc;
    private final Staff staff;
    private final CurrentUser user;
    private final AuditTrail trail;

    HelpReaders(JdbcClient jdbc, Staff staff, CurrentUser user, AuditTrail trail) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.user = user;
        this.trail = trail;
    }

    /** Whom a school names. */
    @Transactional(readOnly = true)
    public Role named(String schoolId) {
        return jdbc.sql("select role from questionnaire_help_role where school_id = ?")
                .param(schoolId)
                .query(String.class)
                .optional()
                .map(Role::valueOf)
                .orElse(Role.PSYCHOLOGIST);
    }

    /** Who reads it now: whom the school names, or the curator where nobody holds that role. */
    @Transactional(readOnly = true)
    public Role reader(String schoolId) {
        Role named = named(schoolId);
        return staff.isEmpty(schoolId, named) ? Role.CURATOR : named;
    }

    /** Whether the acting account reads it. */
    @Guarded
    @Transactional(readOnly = true)
    public boolean mayRead(String schoolId) {
        return CHOICE.stream().anyMatch(user::has) && user.sees(schoolId) && user.has(reader(schoolId));
    }

    /** Whether the acting account says who reads it. */
    @Guarded
    public boolean mayChoose() {
        return user.has(Role.CURATOR) || user.has(Role.DIRECTOR);
    }

    /**
     * Says who of a school reads it from now on, also what was asked before.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws UserInputException {@code help.role} for a role that is not offered
     */
    public void choose(String schoolId, Role role) {
        user.require(Role.CURATOR, Role.DIRECTOR);
        if (!user.sees(schoolId)) {
            throw new ForbiddenException("role.required");
        }
        if (!CHOICE.contains(role)) {
            throw new UserInputException("help.role");
        }
        jdbc.sql("delete from questionnaire_help_role where school_id = ?")
                .param(schoolId)
                .update();
        jdbc.sql("insert into questionnaire_help_role (school_id, role) values (?, ?)")
                .params(schoolId, role.name())
                .update();
        trail.record(AuditEvent.of(AuditAct.HELP_READER_CHOSEN, schoolId).fact("staff-role", role.id()));
    }

    /** Answers as the acting account reads them: who does not read it finds nothing about help. */
    Map<String, List<String>> seen(String schoolId, Questionnaire questionnaire, Map<String, List<String>> answers) {
        List<Item.Question> hidden = questionnaire.questions(FieldUse::asksForHelp);
        if (hidden.isEmpty() || mayRead(schoolId)) {
            return answers;
        }
        Predicate<String> shown =
                key -> hidden.stream().noneMatch(question -> question.key().equals(key));
        return answers.entrySet().stream()
                .filter(answer -> shown.test(answer.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
