package org.mentoringroadmap.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which forms of mentoring a programme works with. */
@Service
@Transactional
public class FormsChoice {
    private final ChosenFormRepository chosen;
    private final ActivityOutcomes outcomes;
    private final Clock clock;

    FormsChoice(ChosenFormRepository chosen, ActivityOutcomes outcomes, Clock clock) {
        this.chosen = chosen;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Replaces the choice and ends its activity. A choice without a day was made today; one that is not made, or that an
     * earlier document made without naming its forms here, leaves what was chosen before: forms are chosen twice a year
     * (items 000-1.4.2b and 000-2.1.5).
     *
     * @throws UserInputException {@code mentoring-form.none} when the choice is made now and names no form; what {@link
     *     ActivityOutcomes#record} refuses
     */
    public void choose(Long programmeId, String roadmapItem, OutcomeInput input, Set<MentoringForm> forms) {
        if (input.outcome() == Outcome.DONE && forms.isEmpty()) {
            throw new UserInputException("mentoring-form.none");
        }
        outcomes.record(programmeId, roadmapItem, input.orOn(LocalDate.now(clock)));
        if (input.outcome() == Outcome.NOT_HELD || forms.isEmpty()) {
            return;
        }
        List<ChosenForm> before = chosen.findByProgrammeId(programmeId);
        chosen.deleteAll(
                before.stream().filter(choice -> !forms.contains(choice.form())).toList());
        List<MentoringForm> kept = before.stream().map(ChosenForm::form).toList();
        chosen.saveAll(forms.stream()
                .filter(form -> !kept.contains(form))
                .map(form -> new ChosenForm(programmeId, form))
                .toList());
    }

    /** The chosen forms in the order of {@link MentoringForm}; empty where none is chosen. */
    @Transactional(readOnly = true)
    public List<MentoringForm> of(Long programmeId) {
        return chosen.findByProgrammeId(programmeId).stream()
                .map(ChosenForm::form)
                .sorted()
                .toList();
    }
}
