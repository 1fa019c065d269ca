package org.mentoringroadmap.roadmap.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.mentoringroadmap.roadmap.DateTerm;
import org.mentoringroadmap.roadmap.InvalidTermException;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.language.Expressions;

/** Rules about tasks of people: who, when, and what they read. */
final class UserTaskRules implements BpmnRules {

    private static final List<String> FILLED_IN =
            List.of("assignee", "candidateUsers", "candidateGroups", "dueDate", "followUpDate", "formKey", "formRef");

    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{\\s*[A-Za-z_]\\w*\\s*}");

    private static final Pattern MENTOR =
            Pattern.compile("\\s*[$#]\\{\\s*(mentorTasks|roleMembers)\\.assignee\\(execution\\)\\s*}\\s*");

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        for (UserTask task : file.all(UserTask.class)) {
            if (isBare(task)) {
                continue;
            }
            checkWho(task, known, findings);
            checkDate(task, "dueDate", ModelRule.DUE_DATE, known, findings);
            checkDate(task, "followUpDate", ModelRule.FOLLOW_UP_DATE, known, findings);
            if (ModelProperties.documentation(task).isBlank()) {
                findings.add(task, ModelRule.DOCUMENTATION);
            }
        }
    }

    /** Drawn, and nothing of it filled in: that is one fault, told by the rule of kinds of elements. */
    static boolean isBare(UserTask task) {
        return FILLED_IN.stream().noneMatch(name -> ModelProperties.isPresent(ModelProperties.attribute(task, name)));
    }

    /**
     * A task is a role's. Only a task of one pair is its mentor's, and only one bean says who that is: the person is never
     * written in the model.
     */
    private static void checkWho(UserTask task, ModelContext known, Findings findings) {
        Matcher mentor = MENTOR.matcher(String.valueOf(ModelProperties.attribute(task, "assignee")));
        if (mentor.matches()
                && !ModelProperties.isPresent(ModelProperties.attribute(task, "candidateGroups"))
                && !ModelProperties.isPresent(ModelProperties.attribute(task, "candidateUsers"))) {
            if (!known.beanExists(mentor.group(1))) {
                findings.add(task, ModelRule.UNKNOWN_BEAN, mentor.group(1));
            }
            return;
        }
        if (isReadable(ModelProperties.attribute(task, "assignee"), known)
                || isReadable(ModelProperties.attribute(task, "candidateUsers"), known)) {
            findings.add(task, ModelRule.PERSON_IN_MODEL);
        }
        String groups = ModelProperties.attribute(task, "candidateGroups");
        if (!ModelProperties.isPresent(groups)) {
            findings.add(task, ModelRule.CANDIDATE_GROUPS);
            return;
        }
        checkRoles(task, groups, "Candidate groups", known, findings);
    }

    /** Somebody of the school must be able to hold each role of a list. */
    static void checkRoles(BaseElement element, String list, String field, ModelContext known, Findings findings) {
        ModelProperties.roles(list).stream()
                .filter(role -> !ModelProperties.isExpression(role))
                .forEach(role -> {
                    if (known.runsTheInstallation(role)) {
                        findings.addCase(element, ModelRule.UNKNOWN_ROLE, "administrator", Findings.said(role), field);
                    } else if (!known.roleExists(role)) {
                        findings.addCase(
                                element,
                                ModelRule.UNKNOWN_ROLE,
                                role.contains(";") ? "divided" : "unknown",
                                Findings.said(role),
                                field);
                    }
                });
    }

    /** What is outside the grammar of expressions is said once, by its own rule. */
    private static boolean isReadable(String text, ModelContext known) {
        return ModelProperties.isPresent(text)
                && Expressions.refused(text, known::isTaken).isEmpty();
    }

    /** A task's date is handed in as a variable or written as a date of the school year. */
    private static void checkDate(
            UserTask task, String attribute, ModelRule missing, ModelContext known, Findings findings) {
        String date = ModelProperties.attribute(task, attribute);
        if (!ModelProperties.isPresent(date)) {
            findings.add(task, missing);
        } else if (isReadable(date, known) && !VARIABLE.matcher(date.strip()).matches()) {
            try {
                DateTerm.parse(date.strip());
            } catch (InvalidTermException e) {
                findings.add(task, ModelRule.TASK_DATE, date.strip());
            }
        }
    }
}
