package org.mentoringroadmap.questionnaire.web;

import java.util.List;
import java.util.Map;
import org.mentoringroadmap.questionnaire.AnswerSheet;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.questionnaire.Guesses;
import org.mentoringroadmap.questionnaire.Links;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * The page on which people answer who have no account: by their link, or by their code in the computer room. It works
 * without a script, keeps nothing before it is sent, and says nothing of anybody to whoever has no link.
 */
@Controller
@RequestMapping("/q")
class PublicQuestionnaireController {
    private static final String SENT = "/q/sent";

    private final Links links;
    private final Answers answers;

    PublicQuestionnaireController(Links links, Answers answers) {
        this.links = links;
        this.answers = answers;
    }

    @GetMapping("/{token}")
    ModelAndView show(@PathVariable String token) {
        Links.Door door = links.knock(token);
        if (!(door instanceof Links.Door.To to)) {
            return shut(door);
        }
        Answers.Sheet sheet = answers.open(to);
        return sheet instanceof Answers.Sheet.Open open
                ? page(open, open.given(), Map.of(), to)
                : shut((Answers.Sheet.Shut) sheet);
    }

    @PostMapping(path = "/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Object send(@PathVariable String token, @RequestParam MultiValueMap<String, String> typed) {
        Links.Door door = links.knock(token);
        if (!(door instanceof Links.Door.To to)) {
            return shut(door);
        }
        Answers.Sent sent = answers.send(to, typed);
        if (sent instanceof Answers.Sent.Refused refused) {
            ModelAndView page = page(refused.sheet(), typed, refused.looked().problems(), to);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        return sent instanceof Answers.Sent.Shut no
                ? shut(new Answers.Sheet.Shut(no.reason()))
                : new ModelAndView((View) SeeOther.to(SENT));
    }

    /** On a computer that many use nothing stays behind, not even a draft. */
    private static ModelAndView page(
            Answers.Sheet.Open sheet,
            Map<String, List<String>> typed,
            Map<String, AnswerSheet.Problem> problems,
            Links.Door.To door) {
        return QuestionnairePage.of(sheet, typed, problems, "questionnaire/public")
                .addObject("ownDevice", door.channel() == Channel.LINK);
    }

    @GetMapping("/sent")
    String sent() {
        return "questionnaire/sent";
    }

    /** @param code as the square on a sheet tells it to a telephone; the person sees it and goes on */
    @GetMapping
    ModelAndView code(@RequestParam(defaultValue = "") String code) {
        return new ModelAndView("questionnaire/code").addObject("code", code);
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ModelAndView enter(@RequestParam(defaultValue = "") String code) {
        Links.Entered entered = links.enter(code);
        if (entered.answer() == Guesses.Answer.RIGHT) {
            return new ModelAndView((View) SeeOther.to("/q/" + entered.token()));
        }
        boolean fast = entered.answer() == Guesses.Answer.TOO_FAST;
        ModelAndView page = new ModelAndView("questionnaire/code");
        page.setStatus(fast ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_ENTITY);
        return page.addObject("code", code).addObject("problem", fast ? "fast" : "code");
    }

    private static ModelAndView shut(Links.Door door) {
        boolean fast = door instanceof Links.Door.TooFast;
        return shut(fast ? "fast" : "unknown", fast ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.NOT_FOUND);
    }

    private static ModelAndView shut(Answers.Sheet.Shut shut) {
        return shut(shut.reason(), HttpStatus.GONE);
    }

    private static ModelAndView shut(String reason, HttpStatus status) {
        ModelAndView page = new ModelAndView("questionnaire/shut");
        page.setStatus(status);
        return page.addObject("reason", reason);
    }
}
