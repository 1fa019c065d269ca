package org.mentoringroadmap.programmebank.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programmebank.CardDetails;
import org.mentoringroadmap.programmebank.CardExchange;
import org.mentoringroadmap.programmebank.CardText;
import org.mentoringroadmap.programmebank.ProgrammeBank;
import org.mentoringroadmap.programmebank.ProgrammeCard;
import org.mentoringroadmap.school.School;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The bank of programmes: the list, one card, its form, the bank as a file. */
@Controller
@RequestMapping("/programme-cards")
class ProgrammeCardController {
    private final ProgrammeBank bank;
    private final CardExchange exchange;
    private final Programmes programmes;
    private final Schools schools;
    private final MessageSource messages;

    ProgrammeCardController(
            ProgrammeBank bank, CardExchange exchange, Programmes programmes, Schools schools, MessageSource messages) {
        this.bank = bank;
        this.exchange = exchange;
        this.programmes = programmes;
        this.schools = schools;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "false") boolean archive,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        MentoringForm chosen = Arrays.stream(MentoringForm.values())
                .filter(known -> known.id().equals(form))
                .findFirst()
                .orElse(null);
        model.addAttribute("found", bank.find(q, chosen, archive, page))
                .addAttribute("q", q)
                .addAttribute("form", chosen)
                .addAttribute("archive", archive)
                .addAttribute("filtered", !q.isBlank() || chosen != null)
                .addAttribute("forms", MentoringForm.values())
                .addAttribute("schools", schoolsToWrite())
                .addAttribute("mayWrite", bank.mayWrite());
        return "programmebank/cards";
    }

    @GetMapping("/{cardId}")
    String one(@PathVariable("cardId") Long id, Model model) {
        ProgrammeCard card = bank.visible(id);
        model.addAttribute("card", card)
                .addAttribute("roleModel", card.details().roleModel())
                .addAttribute("facts", facts(card.details()))
                .addAttribute(
                        "programmes",
                        programmes.visible().stream()
                                .filter(programme -> programme.state() == Programme.State.RUNNING
                                        && programme.schoolId().equals(card.schoolId()))
                                .toList())
                .addAttribute("mayWrite", bank.mayWrite());
        return "programmebank/card";
    }

    /** What is written, by the names of the fields, in the order of the paper. */
    private static Map<String, String> facts(CardDetails details) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("aim", details.aim());
        facts.put("tasks", details.tasks());
        facts.put("mentors", details.mentors());
        facts.put("mentees", details.mentees());
        facts.put("period", details.period());
        facts.put("place", details.place());
        facts.put("results", details.results());
        facts.put("activities", details.activities());
        facts.values().removeIf(Objects::isNull);
        return facts;
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return form(null, null, null, CardText.BLANK);
    }

    @PostMapping
    Object add(
            @ModelAttribute("typed") CardText typed,
            @RequestParam(required = false) String school,
            RedirectAttributes flash) {
        try {
            ProgrammeCard card = bank.add(blankToNull(school), typed.details());
            return saved(card.id(), "card.saved.added", flash);
        } catch (UserInputException refusal) {
            return RefusedPage.of(form(null, school, null, typed), refusal);
        }
    }

    @GetMapping("/{cardId}/edit")
    ModelAndView edit(@PathVariable("cardId") Long id) {
        ProgrammeCard card = bank.visible(id);
        return form(id, null, card.version(), CardText.of(card.details()));
    }

    @PostMapping("/{cardId}")
    Object change(
            @PathVariable("cardId") Long id,
            @ModelAttribute("typed") CardText typed,
            @RequestParam(required = false) Integer version,
            RedirectAttributes flash) {
        try {
            bank.change(id, version == null ? -1 : version, typed.details());
            return saved(id, "card.saved", flash);
        } catch (UserInputException refusal) {
            return RefusedPage.of(form(id, null, version, typed), refusal);
        }
    }

    @PostMapping("/{cardId}/retire")
    String retire(
            @PathVariable("cardId") Long id,
            @RequestParam(defaultValue = "true") boolean away,
            RedirectAttributes flash) {
        bank.retire(id, away);
        return saved(id, away ? "card.saved.retired" : "card.saved.offered", flash);
    }

    @Recorded(AuditAct.CARDS_EXPORTED)
    @GetMapping("/export")
    ResponseEntity<byte[]> export() {
        return download(exchange.export());
    }

    @Recorded(value = AuditAct.CARD_EXPORTED, id = "id")
    @GetMapping("/{cardId}/export")
    ResponseEntity<byte[]> export(@PathVariable("cardId") Long id) {
        return download(exchange.export(id));
    }

    @PostMapping("/import")
    String take(
            @RequestParam(required = false) String school,
            @RequestParam(required = false) MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        if (file == null || file.isEmpty()) {
            throw new UserInputException("card.file-missing");
        }
        CardExchange.Result result = exchange.take(blankToNull(school), file.getBytes());
        flash.addFlashAttribute("taken", result);
        return "redirect:/programme-cards";
    }

    /**
     * The form with what was typed.
     *
     * @param id null for a new card
     * @param school that was chosen for a new card; null where there is none to choose
     * @param version that the editor saw; null for a new card
     */
    private ModelAndView form(Long id, String school, Integer version, CardText typed) {
        return new ModelAndView("programmebank/card-form")
                .addObject("id", id)
                .addObject("chosen", school)
                .addObject("version", version)
                .addObject("typed", typed)
                .addObject("forms", MentoringForm.values())
                .addObject("models", RoleModel.values())
                .addObject("schools", schoolsToWrite())
                .addObject("mayWrite", bank.mayWrite());
    }

    /** Schools to choose from; empty where there is nothing to choose. */
    private List<School> schoolsToWrite() {
        List<School> seen = bank.mayWrite() ? schools.visible() : List.of();
        return seen.size() > 1 ? seen : List.of();
    }

    private static String saved(Long id, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:/programme-cards/" + id;
    }

    private ResponseEntity<byte[]> download(byte[] file) {
        String name = messages.getMessage("card.file-name", null, LocaleContextHolder.getLocale());
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
