package org.mentoringroadmap.matching.run;

import java.util.List;
import org.mentoringroadmap.matching.preference.PreferenceStore;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.person.PersonAnonymised;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes away what tells of a person who is not to be known any more; scores and figures stay for the evaluation. */
@Component
class MatchingAnonymiser {
    private final ParticipantDirectory directory;
    private final ProposalRepository proposals;
    private final PairConstraintRepository constraints;
    private final PreferenceStore preferences;

    MatchingAnonymiser(
            ParticipantDirectory directory,
            ProposalRepository proposals,
            PairConstraintRepository constraints,
            PreferenceStore preferences) {
        this.directory = directory;
        this.proposals = proposals;
        this.constraints = constraints;
        this.preferences = preferences;
    }

    @EventListener
    void anonymised(PersonAnonymised person) {
        List<Long> ids = directory.ofEveryEntry(person.personId()).stream()
                .map(Participant::id)
                .toList();
        if (!ids.isEmpty()) {
            proposals.forget(ids);
            constraints.forget(ids);
            preferences.forget(ids);
        }
    }
}
