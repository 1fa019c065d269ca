package org.mentoringroadmap.document.web;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentKind;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentText;
import org.mentoringroadmap.document.DocumentVersion;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.approval.Completeness;
import org.mentoringroadmap.document.approval.DirectorInput;
import org.mentoringroadmap.document.approval.DocumentDecision;
import org.mentoringroadmap.document.approval.DocumentHolders;
import org.mentoringroadmap.document.approval.DocumentViews;
import org.mentoringroadmap.document.approval.Inbox;
import org.mentoringroadmap.document.approval.TakenBackApprovals;
import org.mentoringroadmap.document.draft.AcknowledgementSheets;
import org.mentoringroadmap.document.draft.DraftTexts;
import org.mentoringroadmap.document.draft.DraftUploads;
import org.mentoringroadmap.document.journal.PaperSignature;
import org.mentoringroadmap.document.journal.PaperSignatures;
import org.mentoringroadmap.document.pdf.PdfFiles;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.PaperReading;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.StoredFile;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.data.domain.Page;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The school's documents: the list and one document with its versions. */
@Controller
@RequestMapping("/documents")
class DocumentController {
    /** A version as the page shows it; who is null where the application made it. */
    record VersionRow(int no, DocumentVersion.Kind kind, String fileName, String who, LocalDateTime when) {}

    /** A decision as the page shows it, with what was blank in the file that was approved all the same. */
    record DecisionRow(DocumentDecision decision, String who, List<String> blanks) {}

    /** The activity that asked for the document, as the page names it. */
    record AskedBy(String number, String address, boolean removed) {}

    private final Documents documents;
    private final Programmes programmes;
    private final ActivityKeys keys;
    private final DraftUploads uploads;
    private final DraftTexts texts;
    private final DocumentKinds kinds;
    private final Inbox inbox;
    private final DocumentHolders holders;
    private final DocumentViews views;
    private final PaperSignatures paper;
    private final AcknowledgementSheets sheets;
    private final Completeness completeness;
    private final TakenBackApprovals takenBack;
    private final Staff staff;
    private final PaperReading reading;
    private final PdfFiles pdfs;
    private final CurrentUser user;

    DocumentController(
            Documents documents,
            Programmes programmes,
            ActivityKeys keys,
            DraftUploads uploads,
            DraftTexts texts,
            DocumentKinds kinds,
            Inbox inbox,
            DocumentHolders holders,
            DocumentViews views,
            PaperSignatures paper,
            AcknowledgementSheets sheets,
            Completeness completeness,
            TakenBackApprovals takenBack,
            Staff staff,
            PaperReading reading,
            PdfFiles pdfs,
            CurrentUser user) {
        this.documents = documents;
        this.programmes = programmes;
        this.keys = keys;
        this.uploads = uploads;
        this.texts = texts;
        this.kinds = kinds;
        this.inbox = inbox;
        this.holders = holders;
        this.views = views;
        this.paper = paper;
        this.sheets = sheets;
        this.completeness = completeness;
        this.takenBack = takenBack;
        this.staff = staff;
        this.reading = reading;
        this.pdfs = pdfs;
        this.user = user;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String programme,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        String chosenType = kinds.find(type).map(DocumentKind::id).orElse(null);
        DocumentStatus chosenStatus = DocumentStatus.of(status).orElse(null);
        List<Programme> seen = programmes.visible();
        ProgrammeChoice of = ProgrammeChoice.of(programme, seen);
        Page<Document> found = documents.search(
                new Documents.Wanted(q, chosenType, chosenStatus, of.chosen()), holders.instancesOfMine(), page);
        model.addAttribute("found", found);
        model.addAttribute("held", holders.of(found.getContent()));
        model.addAttribute("programme", of.value());
        model.addAttribute("years", of.years());
        model.addAttribute("programmes", of.together());
        model.addAttribute(
                "yearOf",
                seen.stream()
                        .collect(Collectors.toMap(
                                Programme::id, one -> one.schoolYear().text())));
        model.addAttribute("q", q);
        model.addAttribute("type", chosenType);
        model.addAttribute("status", chosenStatus);
        model.addAttribute("types", titled(documents.readableKinds()));
        model.addAttribute("statuses", DocumentStatus.values());
        model.addAttribute(
                "filtered", !q.isBlank() || chosenType != null || chosenStatus != null || of.chosen() != null);
        model.addAttribute("mayUsePaper", paper.isAllowed());
        model.addAttribute("keepsPapers", reading.keepsPapers());
        model.addAttribute("inboxCount", inbox.count());
        return "document/list";
    }

    private Map<String, String> titled(List<DocumentKind> readable) {
        Map<String, String> titles = new LinkedHashMap<>();
        readable.forEach(kind -> titles.put(kind.id(), kinds.title(kind.id())));
        return titles;
    }

    /** @param since version with which the file is compared on the page; where nobody says, the one that came back */
    @Recorded(value = AuditAct.DOCUMENT_OPENED, id = "id")
    @GetMapping("/{id}")
    ModelAndView one(@PathVariable Long id, @RequestParam(required = false) Integer since) {
        return page(id, since).addObject("comment", "");
    }

    /** The page of now with what was typed; where nothing can be decided any more, with who has decided what. */
    private ModelAndView again(Long id, String typed) {
        List<DecisionRow> decisions = decisions(id);
        return page(id).addObject("comment", typed)
                .addObject("unsent", typed == null || typed.isBlank() ? null : typed)
                .addObject("last", decisions.isEmpty() ? null : decisions.get(decisions.size() - 1));
    }

    private ModelAndView page(Long id) {
        return page(id, null);
    }

    private ModelAndView page(Long id, Integer chosen) {
        Document document = documents.visible(id);
        List<DecisionRow> decisions = decisions(id);
        List<VersionRow> versions = rows(documents.versions(id));
        Integer wanted = chosen != null ? chosen : cameBack(decisions, versions);
        Integer since = wanted != null && wanted == shown(versions) ? null : wanted;
        boolean open = document.isWaiting() && document.status() != DocumentStatus.APPROVED;
        boolean stopped = inbox.isStopped(document);
        return new ModelAndView("document/document")
                .addObject("document", document)
                .addObject(
                        "journal",
                        document.kind().register() == null
                                ? null
                                : kinds.journalTitle(document.kind().register()))
                .addObject(
                        "sha256",
                        document.registration().isPresent() ? documents.file(id).sha256() : null)
                .addObject("mayWrite", texts.isOpen(document))
                .addObject("approvable", texts.isOpen(document) ? texts.approvable(document) : List.of())
                .addObject("approved", texts.approved(document))
                .addObject("order", texts.orderOf(document).orElse(null))
                .addObject("activity", askedBy(document))
                .addObject(
                        "schoolYear",
                        programmes.get(document.programmeId()).schoolYear().text())
                .addObject("versions", versions)
                .addObject("paper", views.newest(id, since).orElse(null))
                .addObject("since", since)
                .addObject("shown", shown(versions))
                .addObject("others", others(document))
                .addObject("decisions", decisions)
                .addObject("returned", returned(decisions))
                .addObject("blanks", open ? completeness.blanks(document) : List.of())
                .addObject("approvedBy", document.approvedBy().map(this::name).orElse(null))
                .addObject("mayUpload", uploads.isOpen(document))
                .addObject("stopped", stopped)
                .addObject(
                        "mayDecide", user.has(Role.DIRECTOR) && document.status() == DocumentStatus.REVIEW && !stopped)
                .addObject("pdf", pdfs.isOffered())
                .addObject("mayScan", paper.mayScan(document))
                .addObject("mayUsePaper", paper.isAllowed() && document.isWaiting())
                .addObject("minutes", takenBack.minutes())
                .addObject("freelyUntil", takenBack.freelyUntil(document).orElse(null))
                .addObject("mayCorrect", takenBack.mayCorrect(document));
    }

    private AskedBy askedBy(Document document) {
        Long programme = document.programmeId();
        return document.activityKey()
                .map(key -> new AskedBy(
                        RoadmapItems.printed(keys.knownItem(programme, key)),
                        keys.address(programme, key),
                        keys.item(programme, key).isEmpty()))
                .orElse(null);
    }

    /** The decision by which the document came back, where nothing has been decided since; null where it did not. */
    private static DecisionRow returned(List<DecisionRow> decisions) {
        DecisionRow last = decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
        return last != null && last.decision().kind() == DocumentDecision.Kind.RETURNED ? last : null;
    }

    /** The version that came back, where a newer file is there to be compared with it; null otherwise. */
    private static Integer cameBack(List<DecisionRow> decisions, List<VersionRow> versions) {
        DecisionRow returned = returned(decisions);
        return returned != null
                        && returned.decision().version() < shown(versions)
                        && versions.stream()
                                .anyMatch(row -> row.no() == returned.decision().version())
                ? returned.decision().version()
                : null;
    }

    /** The version that the page shows. */
    private static int shown(List<VersionRow> versions) {
        return versions.stream()
                .filter(row -> row.kind() != DocumentVersion.Kind.SCAN)
                .mapToInt(VersionRow::no)
                .max()
                .orElse(0);
    }

    /** What else waits for the director, the oldest first. */
    private List<Document> others(Document document) {
        return inbox.decidable().stream()
                .filter(other -> !other.id().equals(document.id()))
                .toList();
    }

    private List<DecisionRow> decisions(Long id) {
        return takenBack.history(id).stream()
                .map(decision -> new DecisionRow(decision, name(decision.decidedBy()), takenBack.blanks(decision)))
                .toList();
    }

    @Recorded(value = AuditAct.DOCUMENT_FILE_TAKEN, id = "id", facts = "version=no")
    @GetMapping("/{id}/versions/{no}")
    ResponseEntity<byte[]> version(@PathVariable Long id, @PathVariable int no) {
        return Download.of(documents.file(id, no));
    }

    /** The same as PDF, where the machine can make one. */
    @Recorded(value = AuditAct.DOCUMENT_FILE_TAKEN, id = "id", facts = "version=no")
    @GetMapping("/{id}/versions/{no}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable Long id, @PathVariable int no) {
        StoredFile word = documents.file(id, no);
        if (!DocumentFiles.DOCX.equals(word.contentType())) {
            throw new NotFoundException("file.unknown");
        }
        return Download.of(new StoredFile(
                null,
                word.schoolId(),
                word.name().replaceFirst("docx$", "pdf"),
                MediaType.APPLICATION_PDF_VALUE,
                null,
                pdfs.of(word.content())));
    }

    @Recorded(value = AuditAct.ACKNOWLEDGEMENT_PRINTED, id = "id")
    @GetMapping("/{id}/acknowledgement-sheet")
    ResponseEntity<byte[]> acknowledgementSheet(@PathVariable Long id) {
        return Download.of(sheets.sheet(id));
    }

    @PostMapping("/{id}/upload")
    RedirectView upload(
            @PathVariable Long id,
            @RequestParam(name = "file", required = false) MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        if (file == null) {
            throw new UserInputException("document.upload-missing");
        }
        uploads.upload(id, file.getOriginalFilename(), file.getBytes());
        flash.addFlashAttribute("notice", "document.saved.upload");
        return SeeOther.to("/documents/" + id);
    }

    @PostMapping("/{id}/scan")
    ModelAndView scan(
            @PathVariable Long id,
            @RequestParam(name = "scan", required = false) MultipartFile scan,
            RedirectAttributes flash)
            throws IOException {
        try {
            paper.keepScan(
                    id,
                    scan == null || scan.isEmpty()
                            ? null
                            : new PaperSignature.Scan(scan.getOriginalFilename(), scan.getBytes()));
        } catch (UserInputException refusal) {
            return RefusedPage.of(page(id).addObject("comment", ""), refusal);
        }
        flash.addFlashAttribute("notice", "document.saved.scan");
        return new ModelAndView(SeeOther.to("/documents/" + id));
    }

    @PostMapping("/{id}/decision")
    ModelAndView decide(
            @PathVariable Long id,
            @RequestParam(required = false) String decision,
            @RequestParam(required = false) String comment,
            @RequestParam(defaultValue = "false") boolean despiteBlanks,
            @RequestParam(required = false) Integer version,
            RedirectAttributes flash) {
        try {
            inbox.decide(id, new DirectorInput(decision, comment, despiteBlanks, version));
        } catch (UserInputException refusal) {
            return RefusedPage.of(again(id, comment), refusal);
        } catch (ConcurrencyFailureException collision) {
            return RefusedPage.of(again(id, comment), collision);
        }
        flash.addFlashAttribute("notice", "document.saved." + decision);
        return new ModelAndView(SeeOther.to("/documents/" + id));
    }

    @PostMapping("/{id}/text")
    ModelAndView text(
            @PathVariable Long id,
            @RequestParam(required = false) String heading,
            @RequestParam(required = false) String items,
            @RequestParam(required = false) String appendices,
            @RequestParam(name = "approved", required = false) Set<Long> approved,
            RedirectAttributes flash) {
        try {
            texts.write(id, new DocumentText(heading, items, appendices), approved == null ? Set.of() : approved);
        } catch (UserInputException refusal) {
            return RefusedPage.of(page(id).addObject("comment", ""), refusal);
        }
        flash.addFlashAttribute("notice", "document.saved.text");
        return new ModelAndView(SeeOther.to("/documents/" + id));
    }

    @PostMapping("/{id}/take-back")
    ModelAndView takeBack(
            @PathVariable Long id, @RequestParam(required = false) String reason, RedirectAttributes flash) {
        try {
            takenBack.takeBack(id, reason);
        } catch (UserInputException refusal) {
            return RefusedPage.of(again(id, reason).addObject("reason", reason), refusal);
        } catch (ConcurrencyFailureException collision) {
            return RefusedPage.of(again(id, reason).addObject("reason", reason), collision);
        }
        flash.addFlashAttribute("notice", "document.saved.take-back");
        return new ModelAndView(SeeOther.to("/documents/" + id));
    }

    private List<VersionRow> rows(List<DocumentVersion> versions) {
        return versions.stream()
                .map(version -> new VersionRow(
                        version.no(),
                        version.kind(),
                        version.fileName(),
                        CurrentUser.SYSTEM.equals(version.createdBy()) ? null : name(version.createdBy()),
                        version.createdAt()))
                .toList();
    }

    private String name(String login) {
        return staff.nameBehind(login);
    }
}
