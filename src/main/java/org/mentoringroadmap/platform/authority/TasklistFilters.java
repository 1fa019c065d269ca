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
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.mentoringroadmap.school.Role;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists that Tasklist shows on its left; it opens with the first one, which has the tasks that the main page counts: those
 * whose first day has come. What an administrator changes in one of them stays.
 */
@Component
class TasklistFilters {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String APPROVAL_TASK = "Task_Approve";
    private static final String END_OF_TODAY = "${dateTime().withTime(23, 59, 59, 999)}";

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
        filter("mine", 1, all, reachable(), now(reachable()));
        filter("role", 2, all, ofRole(), now(ofRole()));
        filter("approval", 3, List.of(Role.DIRECTOR), reachable().taskDefinitionKey(APPROVAL_TASK));
        filter("overdue", 4, all, reachable().dueBeforeExpression("${now()}"));
        filter(
                "week",
                5,
                all,
                reachable()
                        .dueAfterExpression("${now()}")
                        .dueBeforeExpression("${dateTime().withDayOfWeek(7).withTime(23, 59, 59, 0)}"));
        filter("ahead", 6, all, reachable().followUpAfterExpression(END_OF_TODAY));
    }

    private static TaskQuery now(TaskQuery query) {
        return query.followUpBeforeOrNotExistentExpression(END_OF_TODAY);
    }

    private TaskQuery ofRole() {
        return tasks.createTaskQuery()
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .taskUnassigned();
    }

    private TaskQuery reachable() {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateGroupInExpression("${currentUserGroups()}")
                .endOr();
    }

    private void filter(String code, int position, List<Role> readers, TaskQuery query) {
        filter(code, position, readers, query, query);
    }

    /** @param former what the list asked for in an earlier release: where nobody has changed that, it asks anew */
    private void filter(String code, int position, List<Role> readers, TaskQuery former, TaskQuery query) {
        String name = text("filter." + code);
        Filter known = filters.createTaskFilterQuery().filterName(name).listPage(0, 1).stream()
                .findFirst()
                .orElse(null);
        if (known != null) {
            if (former != query && asks(known).equals(asks(of(name, former)))) {
                known.setQuery(query.orderByDueDate().asc());
                filters.saveFilter(known);
            }
            return;
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("priority", position);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put("description", text("filter." + code + ".description"));
        Filter filter = of(name, query);
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

    private Filter of(String name, TaskQuery query) {
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query.orderByDueDate().asc());
        return filter;
    }

    private static String asks(Filter filter) {
        return ((FilterEntity) filter).getQueryInternal();
    }

    private String text(String code) {
        return messages.getMessage(code, null, RUSSIAN);
    }
}
