package org.mentoringroadmap.questionnaire.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaign;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Campaigns.Asked;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.questionnaire.FieldUse;
import org.mentoringroadmap.questionnaire.HelpReaders;
import org.mentoringroadmap.questionnaire.QuestionnaireAccess;
import org.mentoringroadmap.questionnaire.QuestionnaireLibrary;
import org.mentoringroadmap.questionnaire.QuestionnaireProperties;
import org.mentoringroadmap.questionnaire.Respondent;
import org.mentoringroadmap.questionnaire.Results;
import org.mentoringroadmap.questionnaire.mail.Letter;
import org.mentoringroadmap.questionnaire.mail.Letters;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponents;

/** «Анкеты» of a programme: who was asked, by which ways people answer, what they have answered. */
@Controller
@RequestMapping("/programmes/{id}/campaigns")
class CampaignController {
    /** Stands for those who are in no class. */
    private static final long NO_CLASS = 0;

    private static final String ENTRANCE = "/q";
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    /** A class, with how many of it have answered. */
    record Group(Long classId, String name, int asked, int answered, boolean active) {}

    /** Somebody of the list, with a link where one was just made, and the letter where there is one. */
    record Person(Asked asked, String className, String link, Letter letter) {
        /** The page of the code, for a telephone. */
        public QrPicture picture(String address) {
            return QrPicture.of(
                    address + ENTRANCE + "?code=" + asked.invitation().code());
        }
    }

    private final Campaigns campaigns;
    private final Answers answers;
    private final Results results;
    private final QuestionnaireAccess access;
    private final QuestionnaireProperties settings;
    private final SchoolClasses classes;
    private final QuestionnaireLibrary library;
    private final HelpReaders readers;
    private final Letters letters;

    CampaignController(
            Campaigns campaigns,
            Answers answers,
            Results results,
            QuestionnaireAccess access,
            QuestionnaireProperties settings,
            SchoolClasses classes,
            HelpReaders readers,
            QuestionnaireLibrary library,
            Letters letters) {
        this.campaigns = campaigns;
        this.answers = answers;
        this.results = results;
        this.access = access;
        this.settings = settings;
        this.classes = classes;
        this.library = library;
        this.readers = readers;
        this.letters = letters;
    }

    @GetMapping
    ModelAndView list(@PathVariable Long id) {
        Programme programme = access.toRead(id);
        return new ModelAndView("questionnaire/campaigns")
                .addObject("programme", programme)
                .addObject("lines", campaigns.list(id))
                .addObject("helpRole", readers.named(programme.schoolId()))
                .addObject("helpRoles", HelpReaders.CHOICE)
                .addObject("mayChooseHelp", readers.mayChoose())
                .addObject("own", access.mayAsk() ? library.own() : List.of());
    }

    @PostMapping
    RedirectView send(
            @PathVariable Long id, @RequestParam(defaultValue = "") String questionnaire, RedirectAttributes flash) {
        Long campaign = campaigns.send(id, questionnaire);
        flash.addFlashAttribute("notice", "questionnaire.saved.sent");
        return SeeOther.to(path(id, campaign));
    }

    @Recorded(value = AuditAct.ASKED_LISTED, id = "id", count = "people")
    @GetMapping("/{campaign}")
    ModelAndView show(
            @PathVariable Long id, @PathVariable Long campaign, @RequestParam(required = false) Long classId) {
        return page(id, campaign, classId, Map.of());
    }

    private ModelAndView page(Long id, Long campaignId, Long classId, Map<Long, String> links) {
        Programme programme = access.toRead(id);
        Campaign campaign = campaigns.get(id, campaignId);
        boolean decides = access.mayDecide(id);
        Map<Long, String> names = names(programme);
        List<Asked> all = campaigns.asked(id, campaignId);
        Letters.Overview letters = this.letters.of(id, campaignId);
        List<Group> groups = groups(all, names, classId);
        Long shown = groups.stream()
                .filter(Group::active)
                .findFirst()
                .map(Group::classId)
                .orElse(null);
        List<Person> people = all.stream()
                .filter(one -> classOf(one).equals(shown))
                .map(one -> new Person(
                        one,
                        names.getOrDefault(classOf(one), ""),
                        links.get(one.invitation().id()),
                        letters.letters().get(one.invitation().id())))
                .toList();
        return new ModelAndView("questionnaire/campaign")
                .addObject("programme", programme)
                .addObject("campaign", campaign)
                .addObject("ownTitle", campaigns.ownTitle(campaign))
                .addObject("groups", groups)
                .addObject("classId", shown)
                .addObject("people", people)
                .addObject(
                        "missing",
                        people.stream().filter(one -> one.asked().isAwaited()).toList())
                .addObject("awaited", all.stream().filter(Asked::isAwaited).count())
                .addObject(
                        "stopped",
                        all.stream()
                                .filter(one ->
                                        !one.mayAnswer() && !one.invitation().isAnswered())
                                .count())
                .addObject("asked", all.size())
                .addObject(
                        "answered",
                        all.stream()
                                .filter(one -> one.invitation().isAnswered())
                                .count())
                .addObject("notAsked", access.mayAsk() ? campaigns.notAsked(id, campaignId) : null)
                .addObject("ownClasses", access.ownClasses(programme.schoolId()).isPresent())
                .addObject("overdue", campaign.isOverdue(access.today()))
                .addObject("endsByItself", campaigns.endsByItself(campaign))
                .addObject(
                        "offersChanges",
                        decides && asks(id, campaignId, use -> !use.register().isEmpty()))
                .addObject(
                        "offersWishes",
                        decides && asks(id, campaignId, use -> !use.preference().isEmpty()))
                .addObject("others", campaigns.others(id, campaignId))
                .addObject("letters", letters)
                .addObject("reachable", settings.isReachable())
                .addObject("address", settings.address())
                .addObject("fresh", !links.isEmpty())
                .addObject("running", programme.state() == Programme.State.RUNNING && campaign.isOpen())
                .addObject("mayAsk", access.mayAsk())
                .addObject("mayEnter", access.mayEnter())
                .addObject("mayReadAnswers", access.mayReadAnswers())
                .addObject("mayReadResults", access.mayReadResults());
    }

    /** Whether a question of such a use is asked there. */
    private boolean asks(Long id, Long campaignId, Predicate<FieldUse> such) {
        return campaigns.questionnaires(id, campaignId).stream()
                .anyMatch(one -> !one.questions(such).isEmpty());
    }

    private Map<Long, String> names(Programme programme) {
        return classes.of(programme.schoolId(), programme.schoolYear()).stream()
                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name, (one, same) -> one, LinkedHashMap::new));
    }

    private static Long classOf(Asked asked) {
        return asked.participant().classId().orElse(NO_CLASS);
    }

    /** In the order of the school; the one that was asked for is open, or the first in which somebody is missing. */
    private static List<Group> groups(List<Asked> all, Map<Long, String> names, Long classId) {
        Map<Long, List<Asked>> byClass = all.stream().collect(Collectors.groupingBy(CampaignController::classOf));
        List<Long> order = new ArrayList<>(names.keySet());
        List<Long> present = byClass.keySet().stream()
                .sorted(Comparator.comparingInt(one -> order.contains(one) ? order.indexOf(one) : order.size()))
                .toList();
        Optional<Long> open = present.stream()
                .filter(one -> one.equals(classId))
                .findFirst()
                .or(() -> present.stream()
                        .filter(one -> byClass.get(one).stream().anyMatch(Asked::isAwaited))
                        .findFirst())
                .or(() -> present.stream().findFirst());
        return present.stream()
                .map(one -> new Group(
                        one,
                        names.getOrDefault(one, ""),
                        byClass.get(one).size(),
                        (int) byClass.get(one).stream()
                                .filter(asked -> asked.invitation().isAnswered())
                                .count(),
                        open.filter(one::equals).isPresent()))
                .toList();
    }

    /** Links are shown once, on the page that answers the request. */
    @Recorded(value = AuditAct.ASKED_LISTED, id = "id", count = "people")
    @PostMapping("/{campaign}/links")
    ModelAndView links(
            @PathVariable Long id,
            @PathVariable Long campaign,
            @RequestParam(required = false) Long classId,
            @RequestParam(required = false) List<Long> invitations) {
        access.toAsk(id);
        campaigns.get(id, campaign);
        if (!settings.isReachable()) {
            throw new ConflictException("questionnaire.no-address");
        }
        Map<Long, String> links = campaigns.links(id, campaign, invitations == null ? List.of() : invitations).stream()
                .collect(Collectors.toMap(
                        Campaigns.FreshLink::invitationId, link -> settings.address() + "/q/" + link.token()));
        return page(id, campaign, classId, links);
    }

    @PostMapping("/{campaign}/more")
    RedirectView more(@PathVariable Long id, @PathVariable Long campaign, RedirectAttributes flash) {
        int added = campaigns.askMore(id, campaign);
        flash.addFlashAttribute("notice", added > 0 ? "questionnaire.saved.more" : "questionnaire.saved.nobody");
        return SeeOther.to(path(id, campaign));
    }

    /** Others are asked about the same people, each by a sheet of its own. */
    @PostMapping("/{campaign}/others")
    RedirectView askOthers(
            @PathVariable Long id,
            @PathVariable Long campaign,
            @RequestParam Respondent respondent,
            RedirectAttributes flash) {
        Long part = campaigns.askOthers(id, campaign, respondent);
        flash.addFlashAttribute("notice", "questionnaire.saved.others");
        return SeeOther.to(path(id, part));
    }

    /** @param again whether those who have got a letter get one more */
    @PostMapping("/{campaign}/letters")
    RedirectView sendLetters(
            @PathVariable Long id,
            @PathVariable Long campaign,
            @RequestParam(defaultValue = "false") boolean again,
            RedirectAttributes flash) {
        int sent = letters.send(id, campaign, again);
        flash.addFlashAttribute("notice", sent > 0 ? "questionnaire.saved.letters" : "questionnaire.saved.no-letters");
        return SeeOther.to(path(id, campaign));
    }

    @PostMapping("/{campaign}/remind")
    RedirectView remind(@PathVariable Long id, @PathVariable Long campaign, RedirectAttributes flash) {
        campaigns.remind(id, campaign);
        flash.addFlashAttribute("notice", "questionnaire.saved.reminded");
        return SeeOther.to(path(id, campaign));
    }

    @PostMapping("/{campaign}/close")
    RedirectView close(@PathVariable Long id, @PathVariable Long campaign, RedirectAttributes flash) {
        campaigns.close(id, campaign);
        flash.addFlashAttribute("notice", "questionnaire.saved.closed");
        return SeeOther.to(path(id, campaign));
    }

    /** One person a screen: the answers of a sheet, or of a talk. */
    @Recorded(value = AuditAct.ANSWERS_OPENED, id = "id")
    @GetMapping("/{campaign}/enter/{invitation}")
    ModelAndView enter(@PathVariable Long id, @PathVariable Long campaign, @PathVariable Long invitation) {
        Answers.Sheet.Open sheet = answers.toEnter(id, invitation);
        return entering(
                id,
                campaign,
                QuestionnairePage.of(sheet, sheet.given(), Map.of(), "questionnaire/enter"),
                sheet.invitation().version(),
                Channel.PAPER);
    }

    @PostMapping("/{campaign}/enter/{invitation}")
    ModelAndView save(
            @PathVariable Long id,
            @PathVariable Long campaign,
            @PathVariable Long invitation,
            @RequestParam("sheet-version") int version,
            @RequestParam("sheet-channel") Channel channel,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        Channel by = channel == Channel.STAFF ? Channel.STAFF : Channel.PAPER;
        Answers.Sent sent;
        try {
            sent = answers.enter(id, invitation, version, by, typed);
        } catch (ConflictException meanwhile) {
            if (!meanwhile.code().equals("questionnaire.answered-meanwhile")) {
                throw meanwhile;
            }
            ModelAndView page =
                    QuestionnairePage.of(answers.toEnter(id, invitation), typed, Map.of(), "questionnaire/enter");
            return RefusedPage.of(entering(id, campaign, page, version, by), meanwhile);
        }
        if (sent instanceof Answers.Sent.Refused refused) {
            ModelAndView page = entering(
                    id,
                    campaign,
                    QuestionnairePage.of(
                            refused.sheet(), typed, refused.looked().problems(), "questionnaire/enter"),
                    version,
                    by);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
        flash.addFlashAttribute("notice", "questionnaire.saved.entered").addFlashAttribute("entered", invitation);
        return new ModelAndView((View) SeeOther.to(next(id, campaign, invitation)));
    }

    private ModelAndView entering(Long id, Long campaign, ModelAndView page, int version, Channel channel) {
        Campaign of = campaigns.get(id, campaign);
        return page.addObject("programme", access.toRead(id))
                .addObject("campaign", of)
                .addObject("ownTitle", campaigns.ownTitle(of))
                .addObject("version", version)
                .addObject("channel", channel);
    }

    /** The next one of the class who has not answered; the list where nobody is left. */
    private String next(Long id, Long campaign, Long invitation) {
        List<Asked> all = campaigns.asked(id, campaign);
        Long shown = all.stream()
                .filter(one -> one.invitation().id().equals(invitation))
                .findFirst()
                .map(CampaignController::classOf)
                .orElse(NO_CLASS);
        return all.stream()
                .filter(one -> classOf(one).equals(shown) && one.isAwaited())
                .findFirst()
                .map(one -> path(id, campaign) + "/enter/" + one.invitation().id())
                .orElse(path(id, campaign) + "?classId=" + shown);
    }

    private static String path(Long id, Long campaign) {
        return "/programmes/" + id + "/campaigns/" + campaign;
    }

    /** What somebody has answered, for who looks after the person. */
    @Recorded(value = AuditAct.ANSWERS_OPENED, id = "id")
    @GetMapping("/{campaign}/answers/{invitation}")
    ModelAndView answer(@PathVariable Long id, @PathVariable Long campaign, @PathVariable Long invitation) {
        Answers.Sheet.Open sheet = answers.read(id, invitation);
        return new ModelAndView("questionnaire/answers")
                .addObject("programme", access.toRead(id))
                .addObject("campaign", campaigns.get(id, campaign))
                .addObject("sheet", sheet);
    }

    @Recorded(value = AuditAct.RESULTS_OPENED, id = "id")
    @GetMapping("/{campaign}/results")
    ModelAndView results(
            @PathVariable Long id, @PathVariable Long campaign, @RequestParam(required = false) Long classId) {
        List<Results.Sheet> sheets = results.of(id, campaign, classId);
        Programme programme = access.toReadResults(id);
        var told = results.classes(id, campaign);
        Campaign of = campaigns.get(id, campaign);
        return new ModelAndView("questionnaire/results")
                .addObject("programme", programme)
                .addObject("campaign", of)
                .addObject("ownTitle", campaigns.ownTitle(of))
                .addObject("sheets", sheets)
                .addObject(
                        "classes",
                        classes.of(programme.schoolId(), programme.schoolYear()).stream()
                                .filter(one -> told.contains(one.id()))
                                .toList())
                .addObject("classId", classId);
    }

    /** Sheets to print, one for each who has not answered. */
    @Recorded(value = AuditAct.ASKED_LISTED, id = "id", count = "people")
    @GetMapping("/{campaign}/sheets")
    ModelAndView sheets(
            @PathVariable Long id, @PathVariable Long campaign, @RequestParam(required = false) Long classId) {
        return toPrint(id, campaign, classId, "questionnaire/sheets");
    }

    /** Codes to cut apart, one for each of a class who has not answered. */
    @Recorded(value = AuditAct.ASKED_LISTED, id = "id", count = "people")
    @GetMapping("/{campaign}/codes")
    ModelAndView codes(
            @PathVariable Long id, @PathVariable Long campaign, @RequestParam(required = false) Long classId) {
        return toPrint(id, campaign, classId, "questionnaire/codes");
    }

    /** Neither codes nor sheets of what nobody can answer any more. */
    private ModelAndView toPrint(Long id, Long campaign, Long classId, String view) {
        access.toEnter(id);
        if (!campaigns.get(id, campaign).isOpen()) {
            throw new ConflictException("questionnaire.closed");
        }
        ModelAndView page = page(id, campaign, classId, Map.of());
        page.setViewName(view);
        page.addObject("entrance", entrance());
        return page.addObject(
                "questionnaires",
                campaigns.questionnaires(id, campaign).stream()
                        .collect(Collectors.toMap(one -> one.key(), one -> one, (one, same) -> one)));
    }

    /**
     * Where codes are typed, the same for everybody: the address from outside, or else the one by which the page was asked for;
     * empty where that leads nowhere but to this computer.
     */
    private String entrance() {
        if (settings.isReachable()) {
            return settings.address() + ENTRANCE;
        }
        UriComponents here =
                ServletUriComponentsBuilder.fromCurrentContextPath().build();
        return THIS_COMPUTER.contains(String.valueOf(here.getHost())) ? "" : here.toUriString() + ENTRANCE;
    }
}
