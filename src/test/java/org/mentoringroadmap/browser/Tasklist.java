package org.mentoringroadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Camunda's own Tasklist, used by a person of the school. */
class Tasklist {
    private static final String PATH = "/camunda/app/tasklist/default/";
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,}");

    /** The product's name and version, the logo under forms, the time zone. */
    private static final Set<String> ALLOWED = Set.of("Camunda", "Platform", "bpmn", "io", "Europe", "Moscow", "Word");

    /** Camunda forgot the braces in a hint; texts.js says it in Russian when it pops up. */
    private static final String SLIP = "task.assignee";

    private static final String NOTHING_LOADS =
            "() => ![...document.querySelectorAll('.loader')].some((loader) => loader.checkVisibility())";

    private static final double TRANSLATED_MS = 10_000;

    /** More than the seven seconds after which RequireJS gives a part up. */
    private static final double SLOW_LINE_MS = 9_000;

    private static final String SLOW_PART = "**/app/plugin.js*";

    private final Visitor visitor;

    Tasklist(Visitor visitor) {
        this.visitor = visitor;
    }

    void open() {
        visitor.open(PATH);
    }

    /** On first contact: a part of Tasklist comes later than its loader waits by itself. */
    private void openOverSlowLine() {
        List<String> late = new ArrayList<>();
        visitor.page().route(SLOW_PART, route -> {
            late.add(locate(".school-loading").innerText());
            visitor.page().waitForTimeout(SLOW_LINE_MS);
            route.resume();
        });
        open();
        locate(".start-process-action a").waitFor();
        visitor.page().unroute(SLOW_PART);
        assertThat(late).as("what is said while a part comes late").isNotEmpty().containsOnly("Загружается…");
    }

    /** Starts a roadmap for the first of the offered school years. */
    void start(String roadmap) {
        openOverSlowLine();
        locate(".start-process-action a").click();
        locate(".modal .processes a:has-text('" + roadmap + "')").click();
        locate(".modal .fjs-form-field-select").waitFor();
        look("start-form");
        locate(".modal .fjs-form-field-select .fjs-input-group").click();
        locate(".fjs-dropdownlist-item").first().click();
        locate(".modal-footer button:has-text('Начать')").click();
        locate(".modal").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        look("started");
    }

    /** Finds a task among those of the role, opens and takes it. */
    void take(String title) {
        visitor.await(PATH, ".task-filters a:has-text('Задачи моей роли')").click();
        Locator task = locate("ol.tasks-list h4 a:has-text('" + title + "')").first();
        task.waitFor();
        assertThat(visitor.page().url()).as("the most pressing first").contains("dueDate", "asc");
        assertThat(locate("ol.tasks-list .due-date").first().innerText())
                .as("a list of terms says the days")
                .containsPattern("^Срок:\\s+\\d{2}\\.\\d{2}\\.\\d{4}, (\\D|\\d+ \\D+ назад)");
        task.click();
        locate(".task-card h2:has-text('" + title + "')").waitFor();
        locate("button.claim:has-text('Взять в работу')").click();
        locate(".task-card .assignee")
                .filter(new Locator.FilterOptions().setHasNotText("Взять в работу"))
                .first()
                .waitFor();
    }

    /** Whoever may start no process is offered none. */
    void startsNothing() {
        locate(".start-process-action").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Waits until a task waits for the role of the visitor. */
    void await(String title) {
        visitor.await("/", "li:has-text('" + title + "') button");
    }

    /** The form of the open task. */
    Locator form() {
        Locator form = locate(".task-card .fjs-container");
        form.waitFor();
        return form;
    }

    /** A field of the form by the id that it has in its {@code .form} file. */
    Locator field(String id) {
        return form().locator("[id$='-" + id + "'], [id*='-" + id + "-']")
                .locator("visible=true")
                .first();
    }

    void choose(String option) {
        form().locator("label:has-text('" + option + "')").first().click();
    }

    /** Writes a date as a person does. */
    void date(String date) {
        Locator field = form().locator(".fjs-form-field-datetime input")
                .locator("visible=true")
                .first();
        field.fill(date);
        field.press("Tab");
    }

    void complete() {
        String chosen = chosenList();
        locate(".form-actions button:has-text('Завершить'):not([disabled])").click();
        locate(".task-card").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(chosenList()).as("back in the same list").isEqualTo(chosen);
    }

    /** Its name, without how many tasks wait in it; a phone does not show it beside a task. */
    private String chosenList() {
        return locate(".task-filter.active a")
                .first()
                .textContent()
                .replaceAll("\\s+", " ")
                .replaceAll("[\\s(]*\\d*\\)?\\s*$", "")
                .strip();
    }

    /** Finds neither English nor errors; words that have just come are translated a moment later. */
    void look(String what) {
        visitor.page().waitForFunction(NOTHING_LOADS);
        try {
            visitor.page()
                    .waitForCondition(
                            () -> english().isEmpty(), new Page.WaitForConditionOptions().setTimeout(TRANSLATED_MS));
        } catch (TimeoutError e) {
            // the assertion names the words
        }
        List<String> english = english();
        List<String> complaints = visitor.takeComplaints();
        visitor.look(what, !english.isEmpty() || !complaints.isEmpty());
        assertThat(english).as("English in Tasklist: %s", what).isEmpty();
        assertThat(complaints).as("Errors in Tasklist: %s", what).isEmpty();
    }

    private List<String> english() {
        return visitor.texts()
                .lines()
                .filter(line -> !line.equals(SLIP))
                .filter(line -> ENGLISH.matcher(line).results().anyMatch(word -> !ALLOWED.contains(word.group())))
                .distinct()
                .toList();
    }

    Locator locate(String selector) {
        return visitor.page().locator(selector);
    }
}
