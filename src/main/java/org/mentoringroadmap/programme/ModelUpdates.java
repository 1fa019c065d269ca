package org.mentoringroadmap.programme;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.roadmap.ActivityChange;
import org.mentoringroadmap.roadmap.Edition;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.roadmap.Roadmaps;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Service;

/**
 * Lets a programme that runs go by the newest models: what has not begun starts as the newest has it, and what has begun,
 * stages, blocks, pairs and searches, is carried over, its open tasks and its parameters included. A stage that has ended keeps its models, and
 * whatever cannot go over ends by the model with which it has begun; it is said which and why.
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
     * Blocks or other processes of one kind that have begun by an older model.
     *
     * @param process id of the process
     * @param item item of the activity that they do; empty where they do none
     * @param title name of the activity; empty where they do none that the programme still has
     * @param count how many
     * @param reason why they end by the model with which they have begun; empty where they go on by the newest
     * @param element name of what is in the way; empty for nothing
     */
    public record Begun(
            String process, String item, String title, long count, Optional<Reason> reason, String element) {
        /** What a person can tell them apart by. */
        private static Comparator<Begun> order() {
            return Comparator.comparing(Begun::item, RoadmapItems.order())
                    .thenComparing(Begun::process)
                    .thenComparing(one -> one.reason().map(Enum::name).orElse(""))
                    .thenComparing(Begun::element);
        }
    }

    /**
     * A parameter of something begun for which the models have another value.
     *
     * @param process id of the process
     * @param item item of the activity that it does; empty where it does none
     * @param title name of the activity; empty where it does none that the programme still has
     * @param name what the panel of Modeler calls it
     * @param late whether something was done by the old value already, with which it ends then
     */
    public record Setting(String process, String item, String title, String name, boolean late) {}

    /**
     * What an update does.
     *
     * @param moves the changes of activities that the programme takes
     * @param stays those that it does not take
     * @param shared ids of the models that it has and of which it takes the newest, though no activity tells of it, by name:
     *     blocks, other processes, decisions, and stages in which no row is another one
     * @param begun what has begun of blocks and other processes by an older model
     * @param settings parameters of what has begun for which the models have another value
     */
    public record Plan(
            List<ActivityChange> moves,
            List<Stay> stays,
            List<String> shared,
            List<Begun> begun,
            List<Setting> settings) {
        public Plan {
            moves = List.copyOf(moves);
            stays = List.copyOf(stays);
            shared = List.copyOf(shared);
            begun = List.copyOf(begun);
            settings = List.copyOf(settings);
        }

        /** What has begun and goes on by the newest models. */
        public List<Begun> going() {
            return begun.stream().filter(one -> one.reason().isEmpty()).toList();
        }

        /** What has begun and ends by the model with which it has begun. */
        public List<Begun> ending() {
            return begun.stream().filter(one -> one.reason().isPresent()).toList();
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
        private final Set<String> staying = new HashSet<>();

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
            List<RunningModels.Begun> behind = runningModels.behind(programme.id(), blocks());
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
            List<Begun> blocks = begun(behind, dry);
            List<Setting> settings = settings(dry);
            Roadmap then = roadmaps.get(programme.roadmap(), then());
            List<ActivityChange> moves = ActivityChange.between(now, then);
            return new Plan(
                    moves,
                    ActivityChange.between(then, roadmaps.newestRoadmap(programme.roadmap())).stream()
                            .map(this::stay)
                            .toList(),
                    shared(own, then(), toldOf(moves)),
                    blocks,
                    settings);
        }

        /** Stages of which a changed row tells. */
        private Set<String> toldOf(List<ActivityChange> moves) {
            return moves.stream().map(change -> change.any().processId()).collect(Collectors.toSet());
        }

        private List<Setting> settings(boolean dry) {
            List<RunningModels.Parameter> parameters = runningModels.parameters(programme.id(), this::goesBy);
            List<RunningModels.Parameter> given =
                    parameters.stream().filter(one -> !one.late()).toList();
            if (!dry && !given.isEmpty()) {
                steps.give(programme, given);
            }
            return parameters.stream()
                    .map(one -> new Setting(
                            one.block().process(),
                            one.block().item(),
                            title(one.block().item()),
                            Messages.onPanel(one.name()),
                            one.late()))
                    .distinct()
                    .sorted(Comparator.comparing(Setting::item, RoadmapItems.order())
                            .thenComparing(Setting::process)
                            .thenComparing(Setting::name)
                            .thenComparing(Setting::late))
                    .toList();
        }

        private String goesBy(RunningModels.Begun one) {
            return staying.contains(one.instance()) ? one.from() : processes.getOrDefault(one.process(), one.from());
        }

        private String title(String item) {
            return now.activities()
                    .filter(activity -> activity.item().equals(item))
                    .map(RoadmapActivity::title)
                    .findFirst()
                    .orElse("");
        }

        private Set<String> stages() {
            return now.processes().collect(Collectors.toSet());
        }

        /** The newest definition of everything that neither is the roadmap nor one of its stages. */
        private Map<String, String> blocks() {
            Map<String, String> blocks = new HashMap<>(newest.processes());
            blocks.remove(programme.roadmap());
            blocks.keySet().removeAll(stages());
            return blocks;
        }

        private List<Begun> begun(List<RunningModels.Begun> behind, boolean dry) {
            Map<String, List<RunningModels.Begun>> alike =
                    behind.stream().collect(Collectors.groupingBy(one -> one.process() + one.from()));
            Map<Begun, Long> counted = alike.values().stream()
                    .flatMap(all -> carryOver(all, dry))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            return counted.entrySet().stream()
                    .map(one -> with(one.getKey(), one.getValue()))
                    .sorted(Begun.order())
                    .toList();
        }

        private static Begun with(Begun one, long count) {
            return new Begun(one.process(), one.item(), one.title(), count, one.reason(), one.element());
        }

        /** All at once where all go over, else each for itself: what hangs holds nobody else. */
        private Stream<Begun> carryOver(List<RunningModels.Begun> begun, boolean dry) {
            Optional<NotCarriedOver> refused = step(begun, dry);
            if (refused.isPresent() && begun.size() > 1) {
                return begun.stream().flatMap(one -> carryOver(List.of(one), dry));
            }
            if (refused.isPresent()) {
                staying.add(begun.get(0).instance());
            }
            return begun.stream().map(one -> told(one, refused));
        }

        private Optional<NotCarriedOver> step(List<RunningModels.Begun> begun, boolean dry) {
            String to = newest.processes().get(begun.get(0).process());
            try {
                if (dry) {
                    steps.tryOut(programme, begun, to);
                } else {
                    steps.carryOver(programme, begun, to);
                }
                return Optional.empty();
            } catch (ModelSteps.WouldGo tried) {
                return Optional.empty();
            } catch (NotCarriedOver refused) {
                return Optional.of(refused);
            }
        }

        private Begun told(RunningModels.Begun one, Optional<NotCarriedOver> refused) {
            return new Begun(
                    one.process(),
                    one.item(),
                    title(one.item()),
                    1,
                    refused.map(NotCarriedOver::reason),
                    refused.map(NotCarriedOver::element).orElse(""));
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

    private static List<String> shared(Edition own, Edition updated, Set<String> told) {
        Set<String> shared = new TreeSet<>();
        updated.processes().forEach((key, definition) -> {
            if (!told.contains(key) && isOther(definition, own.processes().get(key))) {
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
