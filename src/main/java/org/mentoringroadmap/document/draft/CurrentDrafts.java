package org.mentoringroadmap.document.draft;

import org.mentoringroadmap.activity.term.TermsMoved;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentVersion;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.FollowUp;
import org.mentoringroadmap.shared.FollowUps;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what nobody has approved yet in step with the terms of the year and with who signs for the school: nobody is given a
 * paper to sign with another person's name, or with a term that is no longer true. What somebody has edited stays as it was
 * written; what its authors sign is written about what has been, and stays too.
 */
@Component
class CurrentDrafts implements FollowUp {
    private static final String KIND = "current-drafts";

    private final DocumentRepository documents;
    private final DocumentFiles files;
    private final Drafts drafts;
    private final Programmes programmes;
    private final ProgrammeLock lock;
    private final FollowUps followUps;

    CurrentDrafts(
            DocumentRepository documents,
            DocumentFiles files,
            Drafts drafts,
            Programmes programmes,
            ProgrammeLock lock,
            FollowUps followUps) {
        this.documents = documents;
        this.files = files;
        this.drafts = drafts;
        this.programmes = programmes;
        this.lock = lock;
        this.followUps = followUps;
    }

    @EventListener
    void headChanged(Staff.HeadChanged changed) {
        documents
                .programmesWith(changed.schoolId(), DocumentStatus.UNDECIDED)
                .forEach(programmeId -> followUps.request(KIND, programmeId));
    }

    @EventListener
    void termsMoved(TermsMoved moved) {
        followUps.request(KIND, moved.programmeId());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public void run(Long programmeId) {
        lock.acquire(programmeId);
        if (programmes.get(programmeId).state() == Programme.State.RUNNING) {
            documents.ofProgramme(programmeId).stream()
                    .filter(this::isUntouched)
                    .forEach(drafts::renewWhereOther);
        }
    }

    private boolean isUntouched(Document document) {
        return DocumentStatus.UNDECIDED.contains(document.status())
                && !document.kind().isSignedByItsAuthors()
                && files.newest(document).kind() == DocumentVersion.Kind.GENERATED;
    }
}
