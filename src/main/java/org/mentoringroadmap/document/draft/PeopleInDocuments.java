package org.mentoringroadmap.document.draft;

import java.util.List;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentVersion;
import org.mentoringroadmap.document.JournalEntry;
import org.mentoringroadmap.document.word.NamesInWord;
import org.mentoringroadmap.person.ErasedNames;
import org.mentoringroadmap.person.PersonAnonymised;
import org.mentoringroadmap.register.PapersOfPerson;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Which documents name a person. When the person is to be forgotten, versions that name the person and were never signed go;
 * the newest of a document that nobody has signed is kept without the name. What is approved is a signed paper, which the law
 * tells the school to keep: its last text and its scan stay as they are.
 */
@Component
class PeopleInDocuments implements PapersOfPerson {
    private final DocumentRepository documents;
    private final DocumentFiles files;

    PeopleInDocuments(DocumentRepository documents, DocumentFiles files) {
        this.documents = documents;
        this.files = files;
    }

    @Override
    public List<Paper> naming(String schoolId, ErasedNames names) {
        return documents.findBySchoolIdOrderById(schoolId).stream()
                .filter(document -> files.all(document).stream().anyMatch(version -> names(version, names)))
                .map(PeopleInDocuments::paper)
                .toList();
    }

    private static Paper paper(Document document) {
        JournalEntry entry = document.registration().orElse(null);
        return new Paper(
                document.title(),
                "document.status." + document.status(),
                entry == null ? null : entry.number(),
                entry == null ? null : entry.date());
    }

    /** Written before titles and remarks are cleaned in the database, which a document written later would bring back. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void anonymised(PersonAnonymised person) {
        documents.findBySchoolIdOrderById(person.schoolId()).forEach(document -> clean(document, person.names()));
        documents.flush();
    }

    private void clean(Document document, ErasedNames names) {
        boolean signed = document.status() == DocumentStatus.APPROVED;
        DocumentVersion newest = files.newest(document);
        for (DocumentVersion version : files.all(document)) {
            boolean last = version.no() == newest.no();
            boolean ofTheSigned = signed
                    && (last
                            || version.kind() == DocumentVersion.Kind.FINAL
                            || version.kind() == DocumentVersion.Kind.SCAN);
            if (ofTheSigned || !names(version, names)) {
                continue;
            }
            if (last) {
                files.add(
                        document,
                        version.kind(),
                        NamesInWord.changed(files.content(version).content(), names::without),
                        version.fileName());
            }
            files.remove(version);
        }
        documents.save(document);
    }

    private boolean names(DocumentVersion version, ErasedNames names) {
        return version.kind() != DocumentVersion.Kind.SCAN
                && NamesInWord.has(files.content(version).content(), names::in);
    }
}
