package org.mentoringroadmap.task;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.TasklistAddress;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.shared.Webapps;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What all pages have in common on which a task is done: finding it, showing it, and the way back when it is done. */
@Component
public class TaskPage {
    /** Key of the text that says that a task is done. */
    public static final String DONE = "task.saved";

    /** The page of ours that carries a task whose form is Camunda's. */
    public static final String FORM = "/tasks/form";

    private final Tasks tasks;
    private final Clock clock;

    TaskPage(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * A task that is done on one of these pages.
     *
     * @param paths form keys by which models name the pages
     * @throws NotFoundException {@code task.unknown} when there is none, the account may not see it, or another page is
     *     its own
     */
    public OpenTask task(String taskId, Collection<String> paths) {
        OpenTask task = tasks.get(taskId);
        if (task.formPath().filter(paths::contains).isEmpty()) {
            throw new NotFoundException("task.unknown");
        }
        return task;
    }

    /** The page: {@code task}, {@code callbackUrl}, {@code today} and whether the task is {@code overdue}. */
    public ModelAndView show(String template, OpenTask task, String callbackUrl) {
        return new ModelAndView(template)
                .addObject("task", task)
                .addObject("callbackUrl", callbackUrl)
                .addObject("today", today())
                .addObject("overdue", task.overdue(LocalDateTime.now(clock)));
    }

    /**
     * Completes the task with the fields and leads back to Tasklist.
     *
     * @param again makes the page anew with what was typed, in case it is refused
     */
    public ModelAndView complete(
            OpenTask task,
            Map<String, Object> fields,
            String callbackUrl,
            HttpServletRequest request,
            Supplier<ModelAndView> again) {
        return submit(() -> tasks.complete(task.id(), fields), callbackUrl, request, again);
    }

    /** As {@link #complete}, where more is done than completing the task. */
    public ModelAndView submit(
            Runnable act, String callbackUrl, HttpServletRequest request, Supplier<ModelAndView> again) {
        try {
            act.run();
        } catch (UserInputException refusal) {
            return RefusedPage.of(again.get(), refusal);
        } catch (ConcurrencyFailureException collision) {
            return RefusedPage.of(again.get(), collision);
        }
        return back(callbackUrl, request);
    }

    /** As {@link #leave}; the next page of ours says that the task is done. */
    public ModelAndView back(String callbackUrl, HttpServletRequest request) {
        RequestContextUtils.getOutputFlashMap(request).put("notice", DONE);
        return leave(callbackUrl, request);
    }

    /** Status 303 to Tasklist, which has sent its own address; to the main page where the address is anything else. */
    public ModelAndView leave(String callbackUrl, HttpServletRequest request) {
        return new ModelAndView(SeeOther.to(TasklistAddress.of(callbackUrl, request.getServerName())));
    }

    /** To the same task in Tasklist, which shows what no page of ours does. */
    public ModelAndView inTasklist(OpenTask task) {
        return new ModelAndView(SeeOther.to(Webapps.TASKLIST + "#/?task=" + task.id()));
    }

    /** The day of now, as pages prefill it. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
