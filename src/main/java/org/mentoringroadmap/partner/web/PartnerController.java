package org.mentoringroadmap.partner.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.partner.Partner;
import org.mentoringroadmap.partner.PartnerKind;
import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.SeeOther;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The partners of a programme and those whom it thanks: the list, one organisation, the list as a file. */
@Controller
@RequestMapping("/programmes/{id}/partners")
class PartnerController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Partners partners;
    private final PartnerTable table;
    private final AuditTrail trail;
    private final MessageSource messages;

    PartnerController(Partners partners, PartnerTable table, AuditTrail trail, MessageSource messages) {
        this.partners = partners;
        this.table = table;
        this.trail = trail;
        this.messages = messages;
    }

    @Recorded(value = AuditAct.PARTNERS_LISTED, id = "programmeId", count = "found")
    @GetMapping
    String list(
            @PathVariable("id") Long programmeId,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean everybody,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Programme programme = partners.toRead(programmeId);
        Partners.Filter filter = filter(q, kind, everybody);
        model.addAttribute("programme", programme)
                .addAttribute("found", partners.find(programmeId, filter, page))
                .addAttribute("joined", partners.joined(programmeId))
                .addAttribute("q", q)
                .addAttribute("kind", filter.kind())
                .addAttribute("everybody", everybody)
                .addAttribute("filtered", !q.isBlank() || filter.kind() != null)
                .addAttribute("kinds", PartnerKind.values())
                .addAttribute("mayWrite", mayWrite(programme));
        return "partner/partners";
    }

    private static Partners.Filter filter(String q, String kind, boolean everybody) {
        return new Partners.Filter(
                q,
                Arrays.stream(PartnerKind.values())
                        .filter(known -> known.name().equals(kind))
                        .findFirst()
                        .orElse(null),
                everybody);
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @PathVariable("id") Long programmeId,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "false") boolean everybody) {
        List<Partner> exported = partners.all(programmeId, filter(q, kind, everybody));
        trail.record(AuditEvent.of(AuditAct.PARTNERS_EXPORTED, programmeId).count(exported.size()));
        String name = messages.getMessage("partner.file-name", null, LocaleContextHolder.getLocale());
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(table.of(exported));
    }

    @GetMapping("/new")
    ModelAndView blank(@PathVariable("id") Long programmeId) {
        return form(programmeId, null, PartnerForm.empty());
    }

    @PostMapping
    Object add(
            @PathVariable("id") Long programmeId,
            @ModelAttribute("typed") PartnerForm typed,
            RedirectAttributes flash) {
        try {
            partners.add(programmeId, typed.details(), Boolean.TRUE.equals(typed.thanked()));
            return saved(programmeId, "partner.saved.added", flash);
        } catch (UserInputException refusal) {
            return RefusedPage.of(form(programmeId, null, typed), refusal);
        }
    }

    @Recorded(value = AuditAct.PARTNER_OPENED, id = "id", facts = "programme=programmeId")
    @GetMapping("/{partnerId}")
    ModelAndView edit(@PathVariable("id") Long programmeId, @PathVariable("partnerId") Long id) {
        Partner partner = partners.visible(programmeId, id);
        Map<Long, Boolean> joined = partners.joined(programmeId);
        return form(programmeId, id, PartnerForm.of(partner, joined.get(id)));
    }

    @PostMapping("/{partnerId}")
    Object change(
            @PathVariable("id") Long programmeId,
            @PathVariable("partnerId") Long id,
            @ModelAttribute("typed") PartnerForm typed,
            RedirectAttributes flash) {
        try {
            partners.change(
                    programmeId,
                    id,
                    typed.version() == null ? -1 : typed.version(),
                    typed.details(),
                    Boolean.TRUE.equals(typed.joins()),
                    Boolean.TRUE.equals(typed.thanked()));
            return saved(programmeId, "partner.saved", flash);
        } catch (UserInputException refusal) {
            return RefusedPage.of(form(programmeId, id, typed), refusal);
        }
    }

    /** One click in the list: the programme works with an organisation of an earlier year again. */
    @PostMapping("/{partnerId}/join")
    RedirectView join(
            @PathVariable("id") Long programmeId,
            @PathVariable("partnerId") Long id,
            @RequestParam(defaultValue = "true") boolean thanked,
            RedirectAttributes flash) {
        partners.join(programmeId, id, true, thanked);
        flash.addFlashAttribute("notice", "partner.saved.joined");
        return SeeOther.to("/programmes/" + programmeId + "/partners");
    }

    @PostMapping("/{partnerId}/remove")
    String remove(@PathVariable("id") Long programmeId, @PathVariable("partnerId") Long id, RedirectAttributes flash) {
        partners.remove(programmeId, id);
        return saved(programmeId, "partner.saved.removed", flash);
    }

    private ModelAndView form(Long programmeId, Long id, PartnerForm typed) {
        Programme programme = partners.toRead(programmeId);
        return new ModelAndView("partner/partner")
                .addObject("programme", programme)
                .addObject("id", id)
                .addObject("typed", typed)
                .addObject("kinds", PartnerKind.values())
                .addObject("mayWrite", mayWrite(programme));
    }

    private boolean mayWrite(Programme programme) {
        return partners.mayWrite() && programme.state() == Programme.State.RUNNING;
    }

    private static String saved(Long programmeId, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return "redirect:/programmes/" + programmeId + "/partners";
    }
}
