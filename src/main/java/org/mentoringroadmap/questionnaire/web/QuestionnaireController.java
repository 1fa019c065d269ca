package org.mentoringroadmap.questionnaire.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Questionnaire;
import org.mentoringroadmap.questionnaire.QuestionnaireDraft;
import org.mentoringroadmap.questionnaire.QuestionnaireLibrary;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * «Анкеты» of the school: read as whoever is asked reads them, worded, copied. The page of a questionnaire holds all of it in
 * its fields until it is kept, so that it works without a script.
 */
@Controller
@RequestMapping("/questionnaires")
class QuestionnaireController {
    private static final String SAVE = "save";
    private static final String PREVIEW = "preview";
    private static final String REMOVE = "remove";
    private static final String ADD = "add-";
    private static final String UP = "up-";
    private static final String DOWN = "down-";
    private static final String NUMBER = "\\d{1,4}";

    private final QuestionnaireLibrary library;

    QuestionnaireController(QuestionnaireLibrary library) {
        this.library = library;
    }

    @GetMapping
    ModelAndView list() {
        return new ModelAndView("questionnaire/library").addObject("shown", library.all());
    }

    @GetMapping("/new")
    ModelAndView copy(@RequestParam(defaultValue = "") String like) {
        return page(library.copy(like));
    }

    @GetMapping("/{key}")
    ModelAndView show(@PathVariable String key) {
        return page(library.draft(key));
    }

    private ModelAndView page(QuestionnaireLibrary.Draft draft) {
        return page(draft, List.of());
    }

    private ModelAndView page(QuestionnaireLibrary.Draft draft, List<QuestionnaireDraft.Problem> problems) {
        return new ModelAndView("questionnaire/wording")
                .addObject("draft", draft)
                .addObject("problems", problems)
                .addObject("notes", library.cardNotes(draft))
                .addObject("removable", !draft.key().isEmpty() && library.isUnused(draft.key()))
                .addObject("kinds", QuestionnaireDraft.Kind.values())
                .addObject(
                        "whom",
                        List.of(Questionnaire.Asks.MENTEES, Questionnaire.Asks.MENTORS, Questionnaire.Asks.EVERYBODY));
    }

    @PostMapping("/new")
    ModelAndView add(@ModelAttribute WordingForm form, RedirectAttributes flash) {
        return act(
                new QuestionnaireLibrary.Draft("", text(form.like()), form.version(), true, form.draft()), form, flash);
    }

    @PostMapping("/{key}")
    ModelAndView change(@PathVariable String key, @ModelAttribute WordingForm form, RedirectAttributes flash) {
        boolean own = library.draft(key).own();
        if (text(form.act()).equals(REMOVE)) {
            library.remove(key);
            flash.addFlashAttribute("notice", "questionnaire.removed");
            return new ModelAndView(SeeOther.to("/questionnaires"));
        }
        return act(new QuestionnaireLibrary.Draft(key, "", form.version(), own, form.draft()), form, flash);
    }

    private ModelAndView act(QuestionnaireLibrary.Draft draft, WordingForm form, RedirectAttributes flash) {
        library.requireKeeper();
        String act = text(form.act());
        if (!act.equals(SAVE) && !act.equals(PREVIEW)) {
            return page(rearranged(draft, act));
        }
        List<QuestionnaireDraft.Problem> problems = draft.words().problems();
        if (!problems.isEmpty()) {
            ModelAndView page = page(draft, problems);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        return act.equals(PREVIEW) ? preview(draft) : save(draft, flash);
    }

    /** What is pressed names a kind of line, or the number of a line and where it goes; anything else changes nothing. */
    private static QuestionnaireLibrary.Draft rearranged(QuestionnaireLibrary.Draft draft, String act) {
        QuestionnaireDraft words = draft.words();
        for (QuestionnaireDraft.Kind kind : QuestionnaireDraft.Kind.values()) {
            if (act.equals(ADD + kind)) {
                words = words.with(QuestionnaireDraft.Line.empty(kind));
            }
        }
        if (act.matches(UP + NUMBER)) {
            int at = Integer.parseInt(act.substring(UP.length()));
            words = words.withMoved(at, at - 1);
        } else if (act.matches(DOWN + NUMBER)) {
            int at = Integer.parseInt(act.substring(DOWN.length()));
            words = words.withMoved(at, at + 1);
        }
        return new QuestionnaireLibrary.Draft(draft.key(), draft.like(), draft.version(), draft.own(), words);
    }

    private ModelAndView preview(QuestionnaireLibrary.Draft draft) {
        Questionnaire questionnaire = library.preview(draft);
        return QuestionnairePage.of(
                        new Answers.Sheet.Open(null, questionnaire, "Пример", Map.of()),
                        Map.of(),
                        Map.of(),
                        "questionnaire/preview")
                .addObject("ownDevice", false);
    }

    private ModelAndView save(QuestionnaireLibrary.Draft draft, RedirectAttributes flash) {
        List<String> refused;
        try {
            refused = library.save(draft);
        } catch (ConflictException changed) {
            return RefusedPage.of(page(draft), changed);
        }
        if (!refused.isEmpty()) {
            ModelAndView page = page(draft).addObject("refused", refused);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        flash.addFlashAttribute("notice", "questionnaire.draft.saved");
        return new ModelAndView(SeeOther.to("/questionnaires"));
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }

    /**
     * The fields of the page, line by line; what a browser leaves out, an unticked box, is named by the numbers of the lines
     * that have it.
     *
     * @param act what was pressed
     */
    record WordingForm(
            String like,
            String version,
            String act,
            String title,
            String intro,
            Questionnaire.Asks asks,
            List<String> id,
            List<QuestionnaireDraft.Kind> kind,
            List<String> words,
            List<String> hint,
            List<String> offered,
            List<String> min,
            List<String> max,
            List<Integer> required,
            List<Integer> reversed) {
        QuestionnaireDraft draft() {
            return new QuestionnaireDraft(
                    text(title), text(intro), asks == null ? Questionnaire.Asks.ROW : asks, lines());
        }

        private List<QuestionnaireDraft.Line> lines() {
            List<QuestionnaireDraft.Line> lines = new ArrayList<>();
            for (int i = 0; kind != null && i < kind.size(); i++) {
                lines.add(new QuestionnaireDraft.Line(
                        at(id, i),
                        kind.get(i),
                        at(words, i),
                        at(hint, i),
                        required != null && required.contains(i),
                        reversed != null && reversed.contains(i),
                        at(offered, i),
                        at(min, i),
                        at(max, i)));
            }
            return lines;
        }

        private static String at(List<String> values, int i) {
            return values == null || i >= values.size() ? "" : text(values.get(i));
        }
    }
}
