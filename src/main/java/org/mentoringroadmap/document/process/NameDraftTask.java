package org.mentoringroadmap.document.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.approval.Decision;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.WorkingDays;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/**
 * A draft that the director gave back is to be mended: its task says so wherever tasks are listed, and where the term of the
 * row is over, or nearly, it leaves time to mend it and to look at it again; the row itself stays late. A task in which a document
 * may be approved knows from its beginning which version that is about: who decides says when another one was read.
 */
@Component("nameDraftTask")
class NameDraftTask implements TaskListener {
    private static final int DAYS_TO_MEND = 3;

    private final DocumentTexts texts;
    private final Documents documents;
    private final Staff staff;
    private final Clock clock;

    NameDraftTask(DocumentTexts texts, Documents documents, Staff staff, Clock clock) {
        this.texts = texts;
        this.documents = documents;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        Document document = documents.get(DocumentVariables.DOCUMENT_ID.from(task::getVariable));
        DocumentVariables.READ_VERSION.to(task::setVariableLocal, document.lastVersion());
        DocumentVariables.DIRECTOR_READS.to(task::setVariableLocal, mayBeTheDirectors(task));
        DocumentVariables.DECISION
                .find(task::getVariable)
                .filter(Decision.RETURN.id()::equals)
                .ifPresent(returned -> task.setName(
                        texts.text("document.task.returned", BlockVariables.TITLE.from(task::getVariable))));
        if (document.comment().isPresent()) {
            leaveTime(task);
        }
    }

    /** The curator takes what waits for a role that nobody holds. */
    private boolean mayBeTheDirectors(DelegateTask task) {
        Set<String> takers = new HashSet<>(DocumentVariables.responsible(task.getExecution()));
        takers.add(Role.CURATOR.id());
        return takers.contains(Role.DIRECTOR.id())
                || staff.holders(task.getTenantId(), Role.DIRECTOR).stream()
                        .anyMatch(director ->
                                director.roles().stream().map(Role::id).anyMatch(takers::contains)
                                        || director.ownRoles().stream().anyMatch(takers::contains));
    }

    private void leaveTime(DelegateTask task) {
        LocalDate last = WorkingDays.after(LocalDate.now(clock), DAYS_TO_MEND);
        Date due = Date.from(last.atTime(Term.DAY_END).atZone(clock.getZone()).toInstant());
        if (task.getDueDate() != null && task.getDueDate().before(due)) {
            task.setDueDate(due);
        }
    }
}
