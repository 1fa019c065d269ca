package org.mentoringroadmap.matching;

import java.util.List;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.PersonAnonymised;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes away what tells of a person who is not to be known any more; scores and figures stay for the evaluation. */
@Component
class Forgetting {
    private final ParticipantDirectory directory;
    private final ProposalRepository proposals;
    private final MarkRepository marks;
    private final PreferenceStore preferences;

    Forgetting(
            ParticipantDirectory directory,
            ProposalRepository proposals,
            MarkRepository marks,
            PreferenceStore preferences) {
        this.directory = directory;
        this.proposals = proposals;
        this.marks = marks;
        this.preferences = preferences;
    }

    @EventListener
    void anonymised(PersonAnonymised person) {
        List<Long> ids = directory.ofEveryEntry(person.personId()).stream()
                .map(Participant::id)
                .toList();
        if (!ids.isEmpty()) {
            proposals.forget(ids);
            marks.forget(ids);
            preferences.forget(ids);
        }
    }
}
