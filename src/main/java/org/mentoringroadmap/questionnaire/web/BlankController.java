package org.mentoringroadmap.questionnaire.web;

import java.util.List;
import java.util.Objects;
import org.mentoringroadmap.questionnaire.BlankSheets;
import org.mentoringroadmap.questionnaire.QuestionnaireLibrary;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** «Чистые бланки»: sheets without names, for who asks on paper. */
@Controller
class BlankController {
    private final BlankSheets blanks;
    private final QuestionnaireLibrary library;

    BlankController(BlankSheets blanks, QuestionnaireLibrary library) {
        this.blanks = blanks;
        this.library = library;
    }

    @GetMapping("/questionnaires/blanks")
    ModelAndView list() {
        return new ModelAndView("questionnaire/blank-list").addObject("shown", library.toPrint());
    }

    @GetMapping("/questionnaires/{key}/blank")
    ModelAndView one(@PathVariable String key) {
        return page(List.of(new BlankSheets.Sheet(library.toPrint(key), 0)));
    }

    /** @param only the questionnaire that is printed alone where the row asks by several */
    @GetMapping("/programmes/{id}/activities/{item}/blanks")
    ModelAndView ofRow(@PathVariable Long id, @PathVariable String item, @RequestParam(required = false) String only) {
        return page(blanks.ofRow(id, item), only);
    }

    @GetMapping("/programmes/{id}/campaigns/{campaign}/blank")
    ModelAndView ofCampaign(
            @PathVariable Long id, @PathVariable Long campaign, @RequestParam(required = false) String only) {
        return page(blanks.ofCampaign(id, campaign), only).addObject("campaign", campaign);
    }

    private static ModelAndView page(BlankSheets.Print print, String only) {
        List<BlankSheets.Sheet> alone = print.sheets().stream()
                .filter(sheet -> Objects.equals(sheet.questionnaire().key(), only))
                .toList();
        return page(alone.isEmpty() ? print.sheets() : alone)
                .addObject("programme", print.programme())
                .addObject("row", print.row())
                .addObject("all", print.sheets());
    }

    private static ModelAndView page(List<BlankSheets.Sheet> sheets) {
        return new ModelAndView("questionnaire/blanks").addObject("sheets", sheets);
    }
}
