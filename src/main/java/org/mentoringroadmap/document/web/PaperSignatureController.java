package org.mentoringroadmap.document.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.journal.PaperSignature;
import org.mentoringroadmap.document.journal.PaperSignatures;
import org.mentoringroadmap.document.journal.PaperSignaturesRejected;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** «Подписано на бумаге»: several signed documents at once. */
@Controller
@RequestMapping("/documents/paper")
class PaperSignatureController {
    /** The table as it was sent. */
    static class Table {
        private List<Line> lines = new ArrayList<>();

        public List<Line> getLines() {
            return lines;
        }

        public void setLines(List<Line> lines) {
            this.lines = lines;
        }
    }

    /** One line as it was sent; it counts when it has a date or a scan. */
    static class Line {
        private Long documentId;
        private String number;
        private String date;
        private MultipartFile scan;
        private boolean despiteBlanks;

        public Long getDocumentId() {
            return documentId;
        }

        public void setDocumentId(Long documentId) {
            this.documentId = documentId;
        }

        public String getNumber() {
            return number;
        }

        public void setNumber(String number) {
            this.number = number;
        }

        public String getDate() {
            return date;
        }

        public void setDate(String date) {
            this.date = date;
        }

        public MultipartFile getScan() {
            return scan;
        }

        public void setScan(MultipartFile scan) {
            this.scan = scan;
        }

        public boolean isDespiteBlanks() {
            return despiteBlanks;
        }

        public void setDespiteBlanks(boolean despiteBlanks) {
            this.despiteBlanks = despiteBlanks;
        }

        boolean counts() {
            return documentId != null && (date != null && !date.isBlank() || scan != null && !scan.isEmpty());
        }

        PaperSignature line() {
            try {
                return new PaperSignature(
                        documentId,
                        number,
                        date,
                        scan == null || scan.isEmpty()
                                ? null
                                : new PaperSignature.Scan(scan.getOriginalFilename(), scan.getBytes()),
                        despiteBlanks);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /** A line as the page shows it; it asks where places of the file are blank, or where that was answered already. */
    record Row(
            Document document,
            String journal,
            String number,
            String date,
            String problem,
            boolean asks,
            boolean despiteBlanks) {}

    private final PaperSignatures signatures;
    private final DocumentKinds kinds;
    private final MessageSource messages;
    private final Clock clock;

    PaperSignatureController(PaperSignatures signatures, DocumentKinds kinds, MessageSource messages, Clock clock) {
        this.signatures = signatures;
        this.kinds = kinds;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String table(Model model) {
        return show(model, new Table(), Map.of());
    }

    @PostMapping
    Object sign(@ModelAttribute Table table, Model model, HttpServletResponse response, RedirectAttributes flash) {
        try {
            signatures.sign(table.getLines().stream()
                    .filter(Line::counts)
                    .map(Line::line)
                    .toList());
        } catch (PaperSignaturesRejected refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refused", text(refused));
            return show(model, table, refused.problems());
        }
        flash.addFlashAttribute("notice", "document.saved.paper");
        return SeeOther.to("/documents/paper");
    }

    private String show(Model model, Table sent, Map<Long, UserInputException> problems) {
        model.addAttribute(
                "rows",
                signatures.waiting().entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue(), sent, problems))
                        .toList());
        model.addAttribute("today", LocalDate.now(clock));
        return "document/paper";
    }

    /** What was sent stays in the fields, so that nothing has to be typed twice. */
    private Row row(Document document, String suggested, Table sent, Map<Long, UserInputException> problems) {
        Line line = sent.getLines().stream()
                .filter(candidate -> document.id().equals(candidate.getDocumentId()))
                .findFirst()
                .orElse(null);
        UserInputException problem = problems.get(document.id());
        return new Row(
                document,
                kinds.journalTitle(document.kind().register()),
                line == null ? suggested : line.getNumber(),
                line == null ? null : line.getDate(),
                problem == null ? null : text(problem),
                line != null && line.isDespiteBlanks()
                        || problem != null && problem.code().equals("document.blanks-number"),
                line != null && line.isDespiteBlanks());
    }

    private String text(UserInputException refused) {
        return messages.getMessage(refused.code(), refused.arguments(), Locale.forLanguageTag("ru"));
    }
}
