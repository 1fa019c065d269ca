package org.mentoringroadmap.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.programme.ProgrammeModel.Kind;
import org.mentoringroadmap.roadmap.Edition;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Roadmaps;
import org.mentoringroadmap.roadmap.Stage;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The edition of the models that each programme goes by: the newest ones of the day on which it started. What is deployed
 * later concerns programmes that start later.
 */
@Service
@Transactional
public class Editions {
    private final ProgrammeModelRepository models;
    private final FormerModelRepository former;
    private final Roadmaps roadmaps;

    Editions(ProgrammeModelRepository models, FormerModelRepository former, Roadmaps roadmaps) {
        this.models = models;
        this.former = former;
        this.roadmaps = roadmaps;
    }

    /** The roadmap as the programme goes by it. */
    @Transactional(readOnly = true)
    public Roadmap roadmap(Programme programme) {
        return roadmaps.get(programme.roadmap(), of(programme));
    }

    /** The roadmap as the programme goes by it; empty where its models are not deployed, or cannot be read. */
    @Unguarded
    @Transactional(readOnly = true)
    public Optional<Roadmap> roadmapIfAny(Programme programme) {
        return roadmaps.getIfAny(programme.roadmap(), of(programme));
    }

    /**
     * Whether teachers alone take part in a programme, as the registers of its roadmap say; nobody is left out of one whose
     * models are not deployed.
     */
    @Unguarded
    @Transactional(readOnly = true)
    public boolean isOfTeachers(Programme programme) {
        return roadmapIfAny(programme).filter(Roadmap::isOfTeachers).isPresent();
    }

    /**
     * The forms that a page offers: where teachers alone or pupils alone take part there is one.
     *
     * @param besides what was chosen already and is kept whatever it is
     */
    @Unguarded
    @Transactional(readOnly = true)
    public List<MentoringForm> forms(Programme programme, Collection<MentoringForm> besides) {
        Optional<Roadmap> roadmap = roadmapIfAny(programme);
        boolean ofTeachers = roadmap.filter(Roadmap::isOfTeachers).isPresent();
        boolean ofPupils = roadmap.filter(Roadmap::isOfPupils).isPresent();
        return Stream.of(MentoringForm.values())
                .filter(form -> !ofTeachers && !ofPupils
                        || besides.contains(form)
                        || form == (ofTeachers ? MentoringForm.TEACHER_TEACHER : MentoringForm.PUPIL_PUPIL))
                .toList();
    }

    /**
     * What earlier editions of a running programme had and its edition no longer has: stages with the activities that were
     * taken out, each as it last was, in the order of their numbers; whoever asks.
     */
    @Unguarded
    @Transactional(readOnly = true)
    public List<Stage> removed(Programme programme) {
        List<FormerModel> all = former.findByProgrammeIdOrderByEditionDesc(programme.id());
        if (all.isEmpty()) {
            return List.of();
        }
        Set<String> known = roadmapIfAny(programme).stream()
                .flatMap(Roadmap::activities)
                .map(RoadmapActivity::key)
                .collect(Collectors.toCollection(HashSet::new));
        Map<String, Stage> stages = new LinkedHashMap<>();
        all.stream()
                .collect(Collectors.groupingBy(FormerModel::edition, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(edition -> earlier(programme, edition).stream())
                .flatMap(roadmap -> roadmap.stages().stream())
                .forEach(stage -> {
                    List<RoadmapActivity> gone = stage.activities().stream()
                            .filter(activity -> known.add(activity.key()))
                            .toList();
                    if (!gone.isEmpty()) {
                        stages.merge(stage.processId(), stage.with(gone), Stage::plus);
                    }
                });
        return List.copyOf(stages.values());
    }

    private Optional<Roadmap> earlier(Programme programme, List<FormerModel> edition) {
        Map<String, String> processes =
                edition.stream().collect(Collectors.toMap(FormerModel::model, FormerModel::definitionId));
        return roadmaps.getIfAny(programme.roadmap(), new Edition(processes, Map.of()));
    }

    /** The programme's edition. */
    @Transactional(readOnly = true)
    public Edition of(Programme programme) {
        Map<Kind, Map<String, String>> pinned = models.findByProgrammeId(programme.id()).stream()
                .collect(Collectors.groupingBy(
                        ProgrammeModel::kind, Collectors.toMap(ProgrammeModel::model, ProgrammeModel::definitionId)));
        return pinned.isEmpty()
                ? roadmaps.newest(programme.roadmap())
                : new Edition(
                        pinned.getOrDefault(Kind.PROCESS, Map.of()), pinned.getOrDefault(Kind.DECISION, Map.of()));
    }

    /** The definition of a process that a programme goes by, whoever asks; empty for one that its edition does not name. */
    @Unguarded
    @Transactional(readOnly = true)
    public Optional<String> process(Long programmeId, String key) {
        return definition(programmeId, Kind.PROCESS, key);
    }

    /** The definition of a decision that a programme goes by, whoever asks; empty for one that its edition does not name. */
    @Unguarded
    @Transactional(readOnly = true)
    public Optional<String> decision(Long programmeId, String key) {
        return definition(programmeId, Kind.DECISION, key);
    }

    /** Whether a programme of any school goes by one of these definitions, whoever asks. */
    @Unguarded
    @Transactional(readOnly = true)
    public boolean uses(Collection<String> definitionIds) {
        return models.existsByDefinitionIdIn(definitionIds) || former.existsByDefinitionIdIn(definitionIds);
    }

    /**
     * The elements that hand this very text in, in the newest models and in those of every programme that runs, whoever asks.
     *
     * @param target variable of the called process, or a parameter of it, such as {@code documentType}
     */
    @Unguarded
    @Transactional(readOnly = true)
    public List<Roadmaps.HandedIn> handedIn(String target, String value) {
        return roadmaps.handedIn(target, value, models.definitions(Programme.State.RUNNING, Kind.PROCESS));
    }

    private Optional<String> definition(Long programmeId, Kind kind, String key) {
        return models.findByProgrammeIdAndKindAndModel(programmeId, kind, key).map(ProgrammeModel::definitionId);
    }

    /** From now on the programme goes by what is newest now. */
    void keepNewest(Programme programme) {
        keep(programme, roadmaps.newest(programme.roadmap()));
    }

    /** Programmes of releases that kept no editions. */
    @Transactional(readOnly = true)
    public List<Programme> withoutEdition() {
        return models.programmesWithout();
    }

    /**
     * From now on a programme that had no edition goes by the master and the stages that it has begun, and by what is
     * newest for the rest; the blocks in the stages are taken anew each time.
     *
     * @param begun definition by process id
     */
    public void keepBegun(Programme programme, Map<String, String> begun) {
        Edition newest = roadmaps.newest(programme.roadmap());
        Map<String, String> processes = new HashMap<>(newest.processes());
        ownProcesses(programme, newest).forEach(key -> processes.computeIfPresent(key, begun::getOrDefault));
        keep(programme, new Edition(processes, newest.decisions()));
    }

    /** From now on the programme goes by another edition. */
    void replace(Programme programme, Edition edition) {
        models.deleteByProgrammeId(programme.id());
        keep(programme, edition);
    }

    /** From now on the programme goes by another definition of one process. */
    void take(Programme programme, String process, String definitionId) {
        models.findByProgrammeIdAndKindAndModel(programme.id(), Kind.PROCESS, process)
                .ifPresent(models::delete);
        models.flush();
        models.save(model(programme, Kind.PROCESS, process, definitionId));
        models.flush();
    }

    /**
     * Keeps in mind by which edition a programme went before, so that what it has recorded about activities that are no
     * longer there can be shown.
     */
    public void remember(Programme programme, Edition edition) {
        int number = former.findByProgrammeIdOrderByEditionDesc(programme.id()).stream()
                        .findFirst()
                        .map(FormerModel::edition)
                        .orElse(0)
                + 1;
        Set<String> own = ownProcesses(programme, edition).collect(Collectors.toSet());
        former.saveAll(edition.processes().entrySet().stream()
                .filter(model -> own.contains(model.getKey()))
                .map(model -> new FormerModel(programme.id(), number, model.getKey(), model.getValue()))
                .toList());
    }

    private Stream<String> ownProcesses(Programme programme, Edition edition) {
        return edition.process(programme.roadmap()).isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(programme.roadmap()),
                        roadmaps.get(programme.roadmap(), edition).processes());
    }

    private void keep(Programme programme, Edition edition) {
        List<ProgrammeModel> kept = new ArrayList<>();
        edition.processes().forEach((key, id) -> kept.add(model(programme, Kind.PROCESS, key, id)));
        edition.decisions().forEach((key, id) -> kept.add(model(programme, Kind.DECISION, key, id)));
        models.saveAll(kept);
    }

    private static ProgrammeModel model(Programme programme, Kind kind, String key, String definitionId) {
        return new ProgrammeModel(programme.id(), kind, key, definitionId);
    }
}
