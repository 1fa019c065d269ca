package org.mentoringroadmap.programme;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mentoringroadmap.roadmap.ActivityChange;
import org.mentoringroadmap.roadmap.Edition;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.Roadmaps;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Service;

/**
 * Lets a programme that runs go by the newest models: what has not begun starts as the newest has it, and what has begun is
 * carried over, its open tasks included. A stage that has ended keeps its models, and so does one that cannot go over; it is
 * said which and why.
 */
@Service
public class ModelUpdates {
    /** Why a change stays out; {@code models.stays.<NAME>} is the key of the Russian sentence. */
    public enum Reason {
        /** The stage has ended. */
        STAGE_ENDED,
        /** The stage has begun, and the newest roadmap does not have it. */
        STAGE_BEGUN,
        /** The order of the stages stays. */
        ROADMAP_BEGUN,
        /** Something open is taken out, or becomes another kind of element. */
        ACTIVITY_OPEN,
        /** An open activity would be done by another block, or with other settings. */
        BLOCK_CHANGED,
        /** An activity is added where the stage has passed. */
        PASSED,
        /** An element is not what it was. */
        ELEMENT_CHANGED
    }

    /**
     * A change that the programme does not take.
     *
     * @param element name of what is in the way; empty for nothing
     */
    public record Stay(ActivityChange change, Reason reason, String element) {}

    /**
     * What an update does.
     *
     * @param moves the changes of activities that the programme takes
     * @param stays those that it does not take
     * @param shared ids of the blocks, other processes and decisions that it has and of which it takes the newest, by name
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
    private final RunningModels runningModels;
    private final Editions editions;
    private final Roadmaps roadmaps;
    private final ModelSteps steps;
    private final CurrentUser user;

    ModelUpdates(
            Programmes programmes,
            ProgrammeProcess process,
            RunningModels runningModels,
            Editions editions,
            Roadmaps roadmaps,
            ModelSteps steps,
            CurrentUser user) {
        this.programmes = programmes;
        this.process = process;
        this.runningModels = runningModels;
        this.editions = editions;
        this.roadmaps = roadmaps;
        this.steps = steps;
        this.user = user;
    }

    /**
     * What {@link #apply} would do now; for administrators of models. What has begun is carried over for a try, and the try
     * is not kept.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code models.programme-completed} for one that has ended: it keeps its models for ever
     */
    public Plan plan(Long programmeId) {
        return new Update(running(programmeId)).plan(true);
    }

    /**
     * Does what {@link #plan} says, and says it: each process that has begun for itself, wholly or not at all, and then
     * everything that has not begun.
     */
    public Plan apply(Long programmeId) {
        Programme programme = running(programmeId);
        Update update = new Update(programme);
        Plan plan = update.plan(false);
        steps.replace(programme, update.then(), plan.moves().size());
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

    /** One way of a programme to the newest models. */
    private class Update {
        private final Programme programme;
        private final Edition own;
        private final Edition newest;
        private final Roadmap now;
        private final Map<String, String> processes;
        private final Map<String, Stay> stays = new HashMap<>();

        Update(Programme programme) {
            this.programme = programme;
            this.own = editions.of(programme);
            this.newest = roadmaps.newest(programme.roadmap());
            this.now = editions.roadmap(programme);
            this.processes = new HashMap<>(newest.processes());
        }

        Plan plan(boolean dry) {
            Set<String> begun = process.begun(programme.id());
            Set<String> running = runningModels.running(programme.id());
            List<String> changed = Stream.concat(Stream.of(programme.roadmap()), now.processes())
                    .filter(begun::contains)
                    .filter(key -> !own.process(key).equals(newest.process(key)))
                    .toList();
            if (!dry && !own.equals(newest)) {
                steps.remember(programme, own);
            }
            for (String key : changed) {
                String from = own.process(key).orElseThrow();
                Optional<Stay> obstacle = !running.contains(key)
                        ? Optional.of(new Stay(null, Reason.STAGE_ENDED, ""))
                        : newest.process(key)
                                .map(to -> carryOver(key, from, to, dry))
                                .orElseGet(() -> Optional.of(new Stay(null, Reason.STAGE_BEGUN, "")));
                obstacle.ifPresent(stay -> {
                    stays.put(key, stay);
                    processes.put(key, from);
                });
            }
            Roadmap then = roadmaps.get(programme.roadmap(), then());
            return new Plan(
                    ActivityChange.between(now, then),
                    ActivityChange.between(then, roadmaps.newestRoadmap(programme.roadmap())).stream()
                            .map(this::stay)
                            .toList(),
                    shared(own, then(), Set.copyOf(now.processes().toList())));
        }

        Edition then() {
            return new Edition(processes, newest.decisions());
        }

        private Stay stay(ActivityChange change) {
            Stay why = Optional.ofNullable(stays.get(change.any().processId()))
                    .or(() -> Optional.ofNullable(stays.get(programme.roadmap()))
                            .map(master -> new Stay(null, Reason.ROADMAP_BEGUN, master.element())))
                    .orElse(new Stay(null, Reason.ROADMAP_BEGUN, ""));
            return new Stay(change, why.reason(), why.element());
        }

        /** Empty when it goes over. */
        private Optional<Stay> carryOver(String key, String from, String to, boolean dry) {
            ModelSteps.Step step = new ModelSteps.Step(programme, key, from, to, numbers(key, to));
            try {
                if (dry) {
                    steps.tryOut(step);
                } else {
                    steps.carryOver(step);
                }
                return Optional.empty();
            } catch (ModelSteps.WouldGo tried) {
                return Optional.empty();
            } catch (NotCarriedOver refused) {
                return Optional.of(new Stay(null, refused.reason(), refused.element()));
            }
        }

        private Map<String, String> numbers(String key, String to) {
            Map<String, String> processesThen = new HashMap<>(own.processes());
            processesThen.put(key, to);
            Map<String, String> numbers = new HashMap<>();
            ActivityChange.between(now, roadmaps.get(programme.roadmap(), new Edition(processesThen, Map.of())))
                    .stream()
                    .filter(change -> change.aspects().contains(ActivityChange.Aspect.NUMBER))
                    .forEach(change ->
                            numbers.put(change.before().item(), change.after().item()));
            return numbers;
        }
    }

    private static List<String> shared(Edition own, Edition updated, Set<String> stages) {
        Set<String> shared = new TreeSet<>();
        updated.processes().forEach((key, definition) -> {
            if (!stages.contains(key) && isOther(definition, own.processes().get(key))) {
                shared.add(key);
            }
        });
        updated.decisions().forEach((key, definition) -> {
            if (isOther(definition, own.decisions().get(key))) {
                shared.add(key);
            }
        });
        return List.copyOf(shared);
    }

    /** What comes only with something new is told with that. */
    private static boolean isOther(String definition, String own) {
        return own != null && !definition.equals(own);
    }
}
