package org.mentoringroadmap.matching.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentoringroadmap.matching.preference.AnsweredPreferences;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** What people have answered about whom they would like: looked at, and taken over with one click. */
@Controller
@RequestMapping("/programmes/{id}/preferences/answers")
class AnsweredPreferenceController {
    private static final String CHOICE = "meant-";

    private final AnsweredPreferences answered;
    private final Programmes programmes;
    private final SchoolClasses classes;

    AnsweredPreferenceController(AnsweredPreferences answered, Programmes programmes, SchoolClasses classes) {
        this.answered = answered;
        this.programmes = programmes;
        this.classes = classes;
    }

    @Recorded(value = AuditAct.PREFERENCES_LISTED, id = "id", count = "wishes")
    @GetMapping
    ModelAndView show(@PathVariable Long id) {
        List<AnsweredPreferences.Wish> wishes = answered.waiting(id);
        Programme programme = programmes.visible(id);
        return new ModelAndView("matching/answered-preferences")
                .addObject("programme", programme)
                .addObject("wishes", wishes)
                .addObject(
                        "classNames",
                        classes.of(programme.schoolId(), programme.schoolYear()).stream()
                                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name)));
    }

    @PostMapping
    RedirectView take(
            @PathVariable Long id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes flash) {
        Map<String, Long> chosen = new HashMap<>();
        typed.toSingleValueMap().forEach((name, value) -> {
            if (name.startsWith(CHOICE) && value.matches("\\d{1,18}")) {
                chosen.put(name.substring(CHOICE.length()), Long.valueOf(value));
            }
        });
        AnsweredPreferences.Taken taken = answered.take(id, chosen);
        flash.addFlashAttribute("notice", taken.left() > 0 ? "matching.wishes-left" : "matching.wishes-taken");
        return SeeOther.to("/programmes/" + id + "/preferences" + (taken.left() > 0 ? "/answers" : ""));
    }
}
