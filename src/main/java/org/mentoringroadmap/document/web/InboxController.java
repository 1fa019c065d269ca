package org.mentoringroadmap.document.web;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.approval.Completeness;
import org.mentoringroadmap.document.approval.Inbox;
import org.mentoringroadmap.document.approval.TakenBackApprovals;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for the director's decision, to be approved several at once. */
@Controller
@RequestMapping("/inbox")
class InboxController {
    /** A document that was chosen and has blank places in its file. */
    record Incomplete(Document document, List<String> blanks) {}

    private static final String VERSION = "version.";

    private final Documents documents;
    private final Inbox inbox;
    private final Completeness completeness;
    private final TakenBackApprovals takenBack;
    private final Staff staff;
    private final CurrentUser user;

    InboxController(
            Documents documents,
            Inbox inbox,
            Completeness completeness,
            TakenBackApprovals takenBack,
            Staff staff,
            CurrentUser user) {
        this.documents = documents;
        this.inbox = inbox;
        this.completeness = completeness;
        this.takenBack = takenBack;
        this.staff = staff;
        this.user = user;
    }

    @GetMapping
    ModelAndView list() {
        user.require(Role.DIRECTOR);
        return page(List.of()).addObject("incomplete", List.of());
    }

    private ModelAndView page(List<Long> chosen) {
        List<Document> waiting = inbox.decidable();
        return new ModelAndView("document/inbox")
                .addObject("documents", waiting)
                .addObject("stopped", inbox.stopped())
                .addObject("prepared", prepared(waiting))
                .addObject("returned", inbox.returnedBefore())
                .addObject("chosen", chosen)
                .addObject("minutes", takenBack.minutes())
                .addObject("recent", takenBack.recent());
    }

    /**
     * How the file that waits came about.
     *
     * @param who empty where the application made it
     */
    record Prepared(String who, LocalDateTime at) {}

    private Map<Long, Prepared> prepared(List<Document> waiting) {
        Map<String, String> names = new HashMap<>();
        waiting.stream()
                .map(Document::schoolId)
                .distinct()
                .forEach(school -> names.putAll(staff.namesBehindAccounts(school)));
        Map<Long, Prepared> prepared = new HashMap<>();
        documents
                .lastOfInbox()
                .forEach((id, version) -> prepared.put(
                        id,
                        new Prepared(
                                CurrentUser.SYSTEM.equals(version.createdBy())
                                        ? ""
                                        : names.getOrDefault(version.createdBy(), version.createdBy()),
                                version.createdAt())));
        return prepared;
    }

    /** @param sent for each document that was offered, {@code version.<id>} says which version of its file */
    @PostMapping
    ModelAndView approve(
            @RequestParam(name = "document", required = false) List<Long> ids,
            @RequestParam(defaultValue = "false") boolean despiteBlanks,
            @RequestParam Map<String, String> sent,
            RedirectAttributes flash) {
        Map<Long, Integer> read = new LinkedHashMap<>();
        (ids == null ? List.<Long>of() : ids).forEach(id -> read.put(id, version(sent.get(VERSION + id))));
        try {
            inbox.approve(read, despiteBlanks);
        } catch (UserInputException refusal) {
            return RefusedPage.of(again(read, refusal.code().equals("document.blanks")), refusal);
        } catch (ConcurrencyFailureException collision) {
            return RefusedPage.of(again(read, false), collision);
        }
        flash.addFlashAttribute("notice", "document.saved.approve");
        return new ModelAndView(SeeOther.to("/inbox"));
    }

    /** What was chosen stays so, except what was replaced meanwhile and has to be read first. */
    private ModelAndView again(Map<Long, Integer> read, boolean askForBlanks) {
        List<Long> chosen = documents.inbox().stream()
                .filter(document -> Integer.valueOf(document.lastVersion()).equals(read.get(document.id())))
                .map(Document::id)
                .toList();
        return page(chosen).addObject("incomplete", askForBlanks ? incomplete(chosen) : List.of());
    }

    private static Integer version(String sent) {
        return sent != null && sent.matches("\\d{1,9}") ? Integer.valueOf(sent) : null;
    }

    private List<Incomplete> incomplete(List<Long> chosen) {
        return documents.inbox().stream()
                .filter(document -> chosen.contains(document.id()))
                .map(document -> new Incomplete(document, completeness.blanks(document)))
                .filter(document -> !document.blanks().isEmpty())
                .toList();
    }
}
