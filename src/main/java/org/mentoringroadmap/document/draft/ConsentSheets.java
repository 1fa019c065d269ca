package org.mentoringroadmap.document.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentoringroadmap.consent.ConsentLists;
import org.mentoringroadmap.consent.ConsentRow;
import org.mentoringroadmap.consent.ConsentRules;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentTemplates;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.content.CommonContent;
import org.mentoringroadmap.document.content.ConsentPapers;
import org.mentoringroadmap.document.template.SchoolTemplates;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.StoredFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Consents to be signed, filled for each person, with the code that finds the line; printed, not kept. */
@Service
@Transactional(readOnly = true)
public class ConsentSheets {
    /** A file to be printed, and how many consents are in it. */
    public record Sheets(StoredFile file, int consents) {}

    private final ConsentLists lists;
    private final ConsentPapers papers;
    private final ConsentRules rules;
    private final Programmes programmes;
    private final SchoolClasses classes;
    private final SchoolTemplates templates;
    private final DocumentTexts texts;
    private final Clock clock;

    ConsentSheets(
            ConsentLists lists,
            ConsentPapers papers,
            ConsentRules rules,
            Programmes programmes,
            SchoolClasses classes,
            SchoolTemplates templates,
            DocumentTexts texts,
            Clock clock) {
        this.lists = lists;
        this.papers = papers;
        this.rules = rules;
        this.programmes = programmes;
        this.classes = classes;
        this.templates = templates;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * One file for a class: the papers of everybody who has not signed yet.
     *
     * @param classKey the class; 0 for people without one
     * @throws NotFoundException {@code programme.unknown}, {@code class.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws UserInputException {@code consent.nobody} when all have signed, {@code consent.nobody-asked.…}, {@code
     *     consent.too-many}
     */
    public Sheets ofClass(Long programmeId, long classKey, ConsentKind kind) {
        List<ConsentRow> rows = lists.toPrint(programmeId, classKey, kind);
        Programme programme = programmes.get(programmeId);
        Map<Long, String> names = names(programme);
        List<Map<String, Object>> all = new ArrayList<>();
        rows.forEach(row -> all.addAll(papers.of(programme, row, kind, true, until(programme), names)));
        String list = classKey == 0 ? texts.text("document.consents.others") : names.get(classKey);
        return new Sheets(file(programme, "document.file.consents." + kind, list, all), rows.size());
    }

    /**
     * One file for a person: every consent that is not valid today, or all where nothing is missing.
     *
     * @throws NotFoundException {@code participant.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public Sheets ofParticipant(Long participantId) {
        ConsentRow row = lists.toPrint(participantId);
        Programme programme = programmes.get(row.participant().programmeId());
        boolean missing = row.cells().values().stream().anyMatch(ConsentRow.Cell::missing);
        List<ConsentKind> printed = row.cells().entrySet().stream()
                .filter(cell -> !missing || cell.getValue().missing())
                .map(Map.Entry::getKey)
                .toList();
        List<Map<String, Object>> all = new ArrayList<>();
        printed.forEach(
                kind -> all.addAll(papers.of(programme, row, kind, missing, until(programme), names(programme))));
        return new Sheets(file(programme, "document.file.consents", participantId.toString(), all), printed.size());
    }

    private LocalDate until(Programme programme) {
        return rules.validUntil(programme.schoolYear(), LocalDate.now(clock));
    }

    private Map<Long, String> names(Programme programme) {
        return classes.of(programme.schoolId(), programme.schoolYear()).stream()
                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
    }

    private StoredFile file(Programme programme, String nameKey, String list, List<Map<String, Object>> all) {
        Map<String, Object> data = CommonContent.values("code", null, "consents", all, "heads", papers.heads(all));
        return new StoredFile(
                null,
                programme.schoolId(),
                texts.text(nameKey, list, programme.schoolYear().text()) + ".docx",
                DocumentFiles.DOCX,
                null,
                templates.render(programme.schoolId(), DocumentTemplates.CONSENTS, data));
    }
}
