package org.mentoringroadmap.document.approval;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentProcess;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.RoleTitles;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskHolders;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Component;

/** With whom documents are on their way: who prepares, decides, numbers or makes known, by name. */
@Component
public class DocumentHolders {
    /** More of one's own tasks than anybody has; those beyond keep their place in a list. */
    private static final int MINE = 200;

    /**
     * Where a document is.
     *
     * @param step what is done there, {@code document.at.<step>} is the key of its words
     * @param who names, or titles of roles that nobody holds; empty where an administrator has to look
     * @param mine whether it waits for the acting account
     */
    public record Held(String step, List<String> who, boolean mine) {}

    private final Documents documents;
    private final Tasks tasks;
    private final DocumentProcess process;
    private final Staff staff;
    private final RoleTitles titles;
    private final CurrentUser user;

    DocumentHolders(
            Documents documents,
            Tasks tasks,
            DocumentProcess process,
            Staff staff,
            RoleTitles titles,
            CurrentUser user) {
        this.documents = documents;
        this.tasks = tasks;
        this.process = process;
        this.staff = staff;
        this.titles = titles;
        this.user = user;
    }

    /** Process instances in which something waits for the acting account. */
    public Set<String> instancesOfMine() {
        return tasks.mine(MINE).stream().map(OpenTask::instanceId).collect(Collectors.toSet());
    }

    /** Where these documents are, by their ids; what waits for nobody is missing. */
    public Map<Long, Held> of(Collection<Document> shown) {
        Set<String> instances = shown.stream()
                .flatMap(document -> document.instanceId().stream())
                .collect(Collectors.toSet());
        Map<String, OpenTask> open = tasks.ofInstances(instances).stream()
                .collect(Collectors.toMap(OpenTask::instanceId, Function.identity(), (first, second) -> first));
        Set<String> stuck = process.stopped(shown.stream()
                .filter(Document::isWaiting)
                .flatMap(document -> document.instanceId().stream())
                .filter(instance -> !open.containsKey(instance))
                .collect(Collectors.toSet()));
        TaskHolders holders =
                TaskHolders.of(staff, shown.stream().map(Document::schoolId).collect(Collectors.toSet()));
        Map<Long, SortedSet<String>> answering = documents.responsible(shown.stream()
                .filter(Document::isWaiting)
                .filter(document ->
                        document.instanceId().filter(open::containsKey).isEmpty())
                .toList());
        Map<Long, Held> held = new HashMap<>();
        for (Document document : shown) {
            OpenTask task = document.instanceId().map(open::get).orElse(null);
            if (task != null) {
                held.put(document.id(), new Held(step(document), who(task, holders), task.isOpenTo(user)));
            } else if (document.instanceId().filter(stuck::contains).isPresent()) {
                held.put(document.id(), new Held("stopped", List.of(), false));
            } else if (document.isWaiting()) {
                List<String> roles = roles(document, answering.getOrDefault(document.id(), new TreeSet<>()));
                held.put(document.id(), new Held(step(document), named(holders.of(roles), roles), false));
            }
        }
        return held;
    }

    private List<String> who(OpenTask task, TaskHolders holders) {
        return named(holders.of(task), task.roles());
    }

    private List<String> named(List<String> names, List<String> roles) {
        return names.isEmpty() ? roles.stream().map(titles::of).toList() : names;
    }

    private static String step(Document document) {
        return document.registration().isPresent()
                ? "make-known"
                : switch (document.status()) {
                    case REVIEW -> "decision";
                    case APPROVED -> "number";
                    case RETURNED -> "correct";
                    case READY, DRAFT, CANCELLED -> "check";
                };
    }

    /** Who has the step where the process has no task for it. */
    private static List<String> roles(Document document, SortedSet<String> answering) {
        if (document.status() == DocumentStatus.REVIEW) {
            return List.of(Role.DIRECTOR.id());
        }
        return document.status() == DocumentStatus.APPROVED ? List.of(Role.SECRETARY.id()) : List.copyOf(answering);
    }
}
