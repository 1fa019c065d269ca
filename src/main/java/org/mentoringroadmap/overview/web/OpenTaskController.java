package org.mentoringroadmap.overview.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskPage;
import org.mentoringroadmap.task.Tasks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** One click takes a task and opens it: on its page, or in Tasklist where a form carries it. */
@Controller
class OpenTaskController {
    private final Tasks tasks;

    OpenTaskController(Tasks tasks) {
        this.tasks = tasks;
    }

    @PostMapping("/tasks/{id}/open")
    ResponseEntity<Void> open(@PathVariable String id, HttpServletRequest request) {
        tasks.claim(id);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(place(tasks.get(id), request.getContextPath()))
                .build();
    }

    private static URI place(OpenTask task, String contextPath) {
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
