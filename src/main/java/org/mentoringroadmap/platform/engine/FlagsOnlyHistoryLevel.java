package org.mentoringroadmap.platform.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.mentoringroadmap.shared.OutcomeFields;

/**
 * Full history, but of variables only ids and flags: what a person types in a form belongs into our tables and leaves
 * no trace here, not even of its passage.
 */
final class FlagsOnlyHistoryLevel extends AbstractHistoryLevel {
    /** Every variable that may stand in the engine's history. A new one is added here on purpose or not at all. */
    static final Set<String> RECORDED = Set.of(
            "schoolYear",
            "firstYear",
            "secondYear",
            "schoolId",
            "programmeId",
            "roadmapItem",
            "title",
            "guide",
            "start",
            "due",
            "responsible",
            "documentType",
            "eventKind",
            "protocol",
            OutcomeFields.OUTCOME,
            "decision",
            "documentId",
            "approvedOnSubmit",
            "printable",
            "notMadeKnown",
            "outgoing",
            "headApproves",
            "closed",
            "closing",
            "closingItem",
            "part",
            "termsPassed",
            "questionnaire",
            "consentKind",
            "participantRole",
            "participantCategory",
            "monitoringKind",
            "controlPoint",
            "recognitionKind",
            "pairStep",
            "meetingKind",
            "pairId",
            "searchId",
            "meetingState",
            "nextMeeting",
            "pairsExist",
            "supportNeeded",
            "searching",
            "consentId",
            "participantId",
            "pairsOpen",
            "published",
            "erasureNeeded",
            "erasureDue",
            "erasure",
            "dutiesNeeded",
            "proposed",
            "proposalStart",
            "proposalDue",
            "proposalAccepted",
            "collectors",
            "publisher",
            "channel",
            "linked",
            "eventKindName",
            "questionnaireName",
            "asked",
            "indicators",
            "addressees",
            "awards",
            "diplomaNames",
            "nominationNames",
            "authority",
            "frequency",
            "planKind",
            "blankKind",
            "points",
            "pointNumber",
            "timesLeft",
            "timeName",
            "timeStart",
            "timeDue",
            "another",
            "memberId");

    private final HistoryLevelFull full = new HistoryLevelFull();

    @Override
    public int getId() {
        return 77;
    }

    @Override
    public String getName() {
        return "flags-only";
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        if (type == HistoryEventTypes.FORM_PROPERTY_UPDATE) {
            return false;
        }
        if (entity instanceof VariableInstance variable && !RECORDED.contains(variable.getName())) {
            return false;
        }
        if (entity instanceof JobEntity job && FollowUpJob.TYPE.equals(job.getJobHandlerType())) {
            return type == HistoryEventTypes.JOB_FAIL; // of what follows from every act only what went wrong is news
        }
        return full.isHistoryEventProduced(type, entity);
    }
}
