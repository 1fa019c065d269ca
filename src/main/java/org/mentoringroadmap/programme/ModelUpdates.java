package org.mentoringroadmap.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mentoringroadmap.roadmap.ActivityChange;
import org.mentoringroadmap.roadmap.Edition;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.Roadmaps;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a programme that runs go by the newest models, as far as it has not begun what they describe: stages that have
 * begun, and which stages there are, stay as they are; everything else that starts from now on starts as the newest has it.
 */
@Service
@Transactional
public class ModelUpdates {
    /** Why a change stays out; {@code models.stays.<NAME>} is the key of the Russian sentence. */
    public enum Reason {
        STAGE_BEGUN,
        ROADMAP_BEGUN
    }

    /** A change that the programme does not take. */
    public record Stay(ActivityChange change, Reason reason) {}

    /**
     * What an update does.
     *
     * @param moves the changes of activities that the programme takes
     * @param stays those that it does not take
     * @param shared ids of the blocks, other processes and decisions of which it takes the newest, by name
     */
    public record Plan(List<ActivityChange> moves, List<Stay> stays, List<String> shared) {
        public Plan {
            moves = List.copyOf(moves);
            stays = List.copyOf(stays);
            shared = List.copyOf(shared);
        }
    }

    private final Programmes programmes;
    private final ProgrammeProcess process;
    private final Editions editions;
    private final Roadmaps roadmaps;
    private final AuditTrail trail;
    private final CurrentUser user;

    ModelUpdates(
            Programmes programmes,
            ProgrammeProcess process,
            Editions editions,
            Roadmaps roadmaps,
            AuditTrail trail,
            CurrentUser user) {
        this.programmes = programmes;
        this.process = process;
        this.editions = editions;
        this.roadmaps = roadmaps;
        this.trail = trail;
        this.user = user;
    }

    /**
     * What {@link #apply} would do now; for administrators of models.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code models.programme-completed} for one that has ended: it keeps its models for ever
     */
    @Transactional(readOnly = true)
    public Plan plan(Long programmeId) {
        Programme programme = running(programmeId);
        return plan(programme, updated(programme));
    }

    /** Does what {@link #plan} says, and says it. */
    public Plan apply(Long programmeId) {
        Programme programme = running(programmeId);
        Edition updated = updated(programme);
        Plan plan = plan(programme, updated);
        editions.replace(programme, updated);
        trail.record(AuditEvent.of(AuditAct.MODELS_APPLIED, programmeId)
                .count(plan.moves().size()));
        return plan;
    }

    private Programme running(Long programmeId) {
        user.require(Role.MODEL_ADMINISTRATOR);
        Programme programme = programmes.visible(programmeId);
        if (programme.state() != Programme.State.RUNNING) {
            throw new ConflictException("models.programme-completed");
        }
        return programme;
    }

    /** The newest, but for what the programme has begun. */
    private Edition updated(Programme programme) {
        Edition own = editions.of(programme);
        Edition newest = roadmaps.newest(programme.roadmap());
        Set<String> begun = process.begun(programme.id());
        Map<String, String> processes = new HashMap<>(newest.processes());
        Stream.concat(
                        Stream.of(programme.roadmap()),
                        editions.roadmap(programme).processes().filter(begun::contains))
                .forEach(key -> own.process(key).ifPresent(definition -> processes.put(key, definition)));
        return new Edition(processes, newest.decisions());
    }

    private Plan plan(Programme programme, Edition updated) {
        Edition own = editions.of(programme);
        Roadmap now = editions.roadmap(programme);
        Roadmap then = roadmaps.get(programme.roadmap(), updated);
        Set<String> stages = Set.copyOf(then.processes().toList());
        Roadmap newest = roadmaps.newestRoadmap(programme.roadmap());
        return new Plan(
                ActivityChange.between(now, then),
                ActivityChange.between(then, newest).stream()
                        .map(change -> new Stay(
                                change,
                                stages.contains(change.any().processId()) ? Reason.STAGE_BEGUN : Reason.ROADMAP_BEGUN))
                        .toList(),
                shared(own, updated, Set.copyOf(now.processes().toList())));
    }

    private static List<String> shared(Edition own, Edition updated, Set<String> stages) {
        Set<String> shared = new TreeSet<>();
        updated.processes().forEach((key, definition) -> {
            if (!stages.contains(key) && !definition.equals(own.processes().get(key))) {
                shared.add(key);
            }
        });
        updated.decisions().forEach((key, definition) -> {
            if (!definition.equals(own.decisions().get(key))) {
                shared.add(key);
            }
        });
        return List.copyOf(shared);
    }
}
