package org.mentoringroadmap.matching.web;

import java.util.Map;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a board is shown: on its own page, or inside a task, to which every change leads back.
 *
 * @param taskPath path of the task's page; null outside a task
 * @param taskId null outside a task
 * @param callbackUrl Tasklist's address; may be null
 */
record BoardPlace(String taskPath, String taskId, String callbackUrl) {
    /** Path of a board's own page. */
    static String path(Long runId) {
        return "/matching-runs/" + runId;
    }

    /** Whether it is inside a task. */
    public boolean isTask() {
        return taskId != null
                && !taskId.isBlank()
                && taskPath != null
                && MatchingTaskController.PATHS.contains(taskPath);
    }

    /** Path of the page that shows the board of a run. */
    String pathOf(Long runId) {
        return isTask() ? taskPath : path(runId);
    }

    /** An address here with what leads back to the task. */
    public String address(String path) {
        return address(path, Map.of());
    }

    /** An address here with what leads back to the task, and with these parameters; null and empty ones are left out. */
    String address(String path, Map<String, ?> parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (isTask()) {
            add(address, "taskPath", path.equals(taskPath) ? null : taskPath);
            add(address, "taskId", taskId);
            add(address, "callbackUrl", callbackUrl);
        }
        parameters.forEach((name, value) -> add(address, name, value));
        return address.encode().build().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value.toString()));
        }
    }

    /** Back to the board after a change. */
    RedirectView toBoard(Long runId, Map<String, ?> parameters) {
        return SeeOther.to(address(pathOf(runId), parameters));
    }
}
