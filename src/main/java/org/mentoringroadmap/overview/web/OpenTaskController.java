package org.mentoringroadmap.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskPage;
import org.mentoringroadmap.task.TaskPlace;
import org.mentoringroadmap.task.Tasks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** One click takes a task and opens it: on the page where it is done best, or in its form. */
@Controller
class OpenTaskController {
    private final Tasks tasks;
    private final List<TaskPlace> places;

    OpenTaskController(Tasks tasks, List<TaskPlace> places) {
        this.tasks = tasks;
        this.places = places;
    }

    @PostMapping("/tasks/{id}/open")
    ResponseEntity<Void> open(@PathVariable String id, HttpServletRequest request) {
        tasks.claim(id);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(place(tasks.get(id), request.getContextPath()))
                .build();
    }

    private URI place(OpenTask task, String contextPath) {
        return places.stream()
                .flatMap(place -> place.of(task).stream())
                .findFirst()
                .map(page -> URI.create(contextPath + page))
                .orElseGet(() -> form(task, contextPath));
    }

    private static URI form(OpenTask task, String contextPath) {
        return task.formPath()
                .filter(OpenTaskController::isOurs)
                .map(page -> UriComponentsBuilder.fromUriString(contextPath + page)
                        .queryParam("taskId", task.id())
                        .queryParam("callbackUrl", contextPath + "/"))
                .orElseGet(() -> UriComponentsBuilder.fromUriString(contextPath + TaskPage.FORM)
                        .queryParam("taskId", task.id())
                        .queryParam("callbackUrl", contextPath + "/"))
                .build()
                .encode()
                .toUri();
    }

    private static boolean isOurs(String formPath) {
        return formPath.startsWith("/") && !formPath.startsWith("//");
    }
}
