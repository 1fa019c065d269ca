package org.mentoringroadmap.platform.authority;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.mentoringroadmap.school.Role;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The five lists that Tasklist shows on its left; it opens with the first one, which has the tasks that the main page counts.
 * What an administrator changes in one of them stays.
 */
@Component
class TasklistFilters {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String APPROVAL_TASK = "Task_Approve";

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final MessageSource messages;

    TasklistFilters(
            FilterService filters, TaskService tasks, AuthorizationService authorizations, MessageSource messages) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.messages = messages;
    }

    @EventListener
    @Order(30)
    @Transactional
    public void create(ApplicationStartedEvent started) {
        List<Role> all = List.of(Role.values());
        filter("mine", 1, all, reachable());
        filter(
                "role",
                2,
                all,
                tasks.createTaskQuery()
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .taskUnassigned());
        filter("approval", 3, List.of(Role.DIRECTOR), reachable().taskDefinitionKey(APPROVAL_TASK));
        filter("overdue", 4, all, reachable().dueBeforeExpression("${now()}"));
        filter(
                "week",
                5,
                all,
                reachable()
                        .dueAfterExpression("${now()}")
                        .dueBeforeExpression("${dateTime().withDayOfWeek(7).withTime(23, 59, 59, 0)}"));
    }

    private TaskQuery reachable() {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr();
    }

    private void filter(String code, int position, List<Role> readers, TaskQuery query) {
        String name = text("filter." + code);
        if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("priority", position);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("description", text("filter." + code + ".description"));
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query.orderByDueDate().asc());
        filter.setProperties(properties);
        filters.saveFilter(filter);
        for (Role reader : readers) {
            Authorization authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(reader.id());
            authorization.setResource(Resources.FILTER);
            authorization.setResourceId(filter.getId());
            authorization.setPermissions(new Permission[] {Permissions.READ});
            authorizations.saveAuthorization(authorization);
        }
    }

    private String text(String code) {
        return messages.getMessage(code, null, RUSSIAN);
    }
}
